// JSON line: one JSON object becomes one article.
//
//   in      a line, UTF-8 or not, followed by padding_bytes readable bytes, the first of which is
//           no closing brace (simdjson looks at it)
//   out     an article, or the reason why it is none, with the id if that much was readable
//   cost    one pass of simdjson, one copy of each string; beside the article up to six bytes for
//           each byte of the longest line (simdjson's index and string buffer), kept for the next
//   error   never throws but for memory; the reason names the field or the byte
//
// Method: Langdale and Lemire, "Parsing gigabytes of JSON per second", 2019; the on-demand reader,
// because it keeps integers of any length and hands out the raw bytes of fields we do not know.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "wirecopy/article.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::read {

/// Parses lines one after the other. Not safe from several threads: it reuses its buffers.
class JsonLineParser {
public:
    /// Keeps the names of the fields, not the options.
    explicit JsonLineParser(const ReadOptions& options);
    ~JsonLineParser();
    JsonLineParser(const JsonLineParser&) = delete;
    JsonLineParser& operator=(const JsonLineParser&) = delete;

    /// Fills the article, or says what is wrong with the line.
    [[nodiscard]] std::optional<std::string> parse(std::string_view line, Article& article);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace wirecopy::read
