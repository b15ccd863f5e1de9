// JSON Lines: a file of JSON objects, one a line, becomes articles.
//
//   in      a byte source, the names of the fields
//   out     an article or a Rejected value for each line that is not blank
//   cost    one pass; memory for the longest line, limit_bytes at most, and for its parser
//   error   a bad line is rejected and the next one read; a source that fails is the last rejection
//
// Format: https://jsonlines.org

#pragma once

#include <cstddef>

#include "read/article_sink.hpp"
#include "read/byte_source.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::read {

/// Reads the source to its end.
void read_json_lines(ByteSource& source, const ReadOptions& options, std::size_t chunk_bytes,
                     ArticleSink& sink);

}  // namespace wirecopy::read
