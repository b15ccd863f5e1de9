// Text file: a whole file is one article.
//
//   in      a byte source
//   out     one article: the text as it lies there, and its title if the first line looks like one
//   cost    read into the string that the article keeps; memory for the file, or for one that does
//           not tell its size twice that while the string grows: 2 x limit_bytes at most
//   error   not text, too long, empty, cut or corrupt: one Rejected value for the file as a whole

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "read/article_sink.hpp"
#include "read/byte_source.hpp"

namespace wirecopy::read {

/// Reads the source to its end and delivers it under this id.
void read_text_file(ByteSource& source, std::string id, std::uint64_t limit_bytes,
                    ArticleSink& sink);

/// The first line that is not blank when it is short, does not end like a sentence and has more
/// text after it; else nothing. A view into the text.
[[nodiscard]] std::string_view find_title(std::string_view text);

}  // namespace wirecopy::read
