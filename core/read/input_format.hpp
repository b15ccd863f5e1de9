// Input format: which of the formats an input has when the user did not say.
//
//   in      its name, and if that says nothing its first bytes
//   out     text, jsonl, csv or tsv
//   cost    a look at the name; at most 64 KiB of leading white space

#pragma once

#include <optional>
#include <string_view>

#include "read/byte_source.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::read {

/// By the ending of the name, .gz and .zst put aside, capitals allowed; `automatic` when it
/// says nothing.
[[nodiscard]] InputFormat format_by_name(std::string_view name);

/// JSON Lines when the bytes open a JSON object on their first line that is not blank; nothing
/// while more bytes could still decide.
[[nodiscard]] std::optional<InputFormat> format_by_bytes(std::string_view head);

/// Looks into the source without taking bytes: jsonl or text, never `automatic`.
[[nodiscard]] InputFormat sniff_format(ByteSource& source);

}  // namespace wirecopy::read
