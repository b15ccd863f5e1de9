// Label file: a CSV or TSV file, with a header or without, becomes labels.
//
//   in      an input and its name; which column has the label, if it is not the usual one
//   out     a label for each row, or a Rejected value
//   cost    two passes over each row in cache, one copy of the cells that are wanted
//   error   an input that cannot be read to its end, or lacks a column, throws: figures made of
//           half the labels would look like figures

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "read/byte_source.hpp"
#include "read/raw_input.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::read {

/// Reads one input to its end. Throws as read_labels does.
[[nodiscard]] Labels read_label_file(RawInput raw, const std::string& name,
                                     const LabelOptions& options,
                                     std::size_t chunk_bytes = default_chunk_bytes);

}  // namespace wirecopy::read
