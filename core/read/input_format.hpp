// Input format: which of the formats an input has when the user did not say.
//
//   in      its name, and if that says nothing its first bytes
//   out     text, jsonl, csv or tsv
//   cost    a look at the name; at most 64 KiB of leading white space and first line

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/byte_source.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::read {

/// By the ending of the name, .gz and .zst put aside, capitals allowed; `automatic` when it
/// says nothing.
[[nodiscard]] InputFormat format_by_name(std::string_view name);

/// JSON Lines when the bytes open an object on the first line that is not blank, or an array of
/// objects (the reader of lines says what is wrong with it); csv or tsv when that line is a header
/// with the columns that the options name; nothing while more bytes could still decide.
/// `complete`: no more will come.
[[nodiscard]] std::optional<InputFormat> format_by_bytes(std::string_view head,
                                                         const ReadOptions& options,
                                                         bool complete = false);

/// Looks into the source without taking bytes; never answers `automatic`.
[[nodiscard]] InputFormat sniff_format(ByteSource& source, const ReadOptions& options);

/// Why the source is no JSON Lines although it is JSON, if so; takes no bytes.
[[nodiscard]] std::string sniff_json_problem(ByteSource& source);

}  // namespace wirecopy::read
