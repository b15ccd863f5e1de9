// Article: one text by one outlet, as it was read. Rejected: one that could not be read.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wirecopy {

/// A field of the input that wirecopy does not use and hands back as it came: `value` is the raw
/// JSON of a JSON Lines field, or the text of a CSV cell.
struct ExtraField {
    std::string name;
    std::string value;
};

/// Every string is valid UTF-8 without NUL bytes when it comes from a reader of wirecopy.
struct Article {
    std::string id;
    std::string title;  ///< empty when unknown; of a text file, its first line if it looks like one
    std::string text;   ///< the whole text; of a text file this includes the title line
    std::string source;  ///< the outlet, empty when unknown
    std::string date;    ///< as given, empty when unknown
    std::vector<ExtraField> extra;
};

/// An article, or a whole input, that could not be read.
struct Rejected {
    std::string source;      ///< the file, "-" for standard input; escaped for a terminal
    std::uint64_t line = 0;  ///< line where the article starts, from 1; 0: the file as a whole
    std::string id;          ///< empty when it was not known yet
    std::string reason;      ///< a sentence without a full stop: "invalid UTF-8 at byte 17 of text"
};

}  // namespace wirecopy
