// Input: one opened file, pipe or piece of memory, in whatever format it is.
//
//   in      a raw input and its name
//   out     its articles and rejections, delivered
//   cost    that of its format
//   error   everything wrong with the input is a rejection

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/article_sink.hpp"
#include "read/byte_source.hpp"
#include "read/raw_input.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::read {

/// Reads one input to its end. The name chooses the format when the options leave it open; of a
/// text file it is the id.
void read_input(RawInput raw, const std::string& name, const ReadOptions& options,
                std::size_t chunk_bytes, ArticleSink& sink);

/// The whole way from bytes to articles, for tests and fuzzers. Throws as read_articles does.
[[nodiscard]] Corpus read_memory(std::string_view bytes, const std::string& name,
                                 const ReadOptions& options,
                                 std::size_t chunk_bytes = default_chunk_bytes);

/// Throws Error{option} when limit_bytes is 0 or the name of a needed field is empty.
void check_options(const ReadOptions& options);

}  // namespace wirecopy::read
