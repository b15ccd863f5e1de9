// Delimited: a CSV or TSV file with a header row becomes articles.
//
//   in      a byte source, the names of the columns
//   out     an article or a Rejected value for each row; columns without a use become extra fields
//   cost    two passes over each row in cache, one copy of each cell; memory for the longest row,
//           limit_bytes at most
//   error   a bad row is rejected and the next one read; of a row whose quote is never closed the
//           first line; a header that lacks a needed column rejects the file
//
// Format: Shafranovich, "Common format and MIME type for CSV files", RFC 4180; blank lines are
// skipped.

#pragma once

#include <cstddef>

#include "read/article_sink.hpp"
#include "read/byte_source.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::read {

/// Takes a byte order mark off the source, if one is next: behind it a quote would not open the
/// first cell. True when there was one.
[[nodiscard]] bool take_byte_order_mark(ByteSource& source);

/// Reads the source to its end.
void read_delimited(ByteSource& source, char delimiter, const ReadOptions& options,
                    std::size_t chunk_bytes, ArticleSink& sink);

}  // namespace wirecopy::read
