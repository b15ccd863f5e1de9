// Record keeper: the records of a corpus as they came, to be handed on.
//
//   in      articles with their records, in input order
//   out     some of the records, in the same order; of text files their paths
//   cost    20 bytes a record of a plain file, which is read again; all else is packed by the
//           block, in memory or in a file: an input may be a pipe, which is read once
//   error   records of different formats, or tables under different headers, throw Error{input}

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "wirecopy/read.hpp"

namespace wirecopy::cli {

class RecordKeeper {
public:
    /// `work`: folder for what is packed, or empty for memory.
    explicit RecordKeeper(const std::string& work) : records_(work) {}

    /// Takes the record of the next article. Throws Error{input}.
    void add(const Article& article, const ArticleRecord& record);

    /// No more come.
    void finish() { records_.finish(); }

    /// Writes the records of these articles, by their places. A record without a line ending gets
    /// one where another follows.
    void write(std::span<const std::uint32_t> articles,
               const std::function<void(std::string_view)>& sink) const;

private:
    void check_format(const Article& article, const ArticleRecord& record);

    InputFormat format_ = InputFormat::automatic;  ///< none yet
    std::string header_;
    RecordStore records_;
};

}  // namespace wirecopy::cli
