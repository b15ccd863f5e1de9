// UTF-8 check: is this text, and if not, where does it stop being text?
//
//   in      bytes as read
//   out     a reason with the place, or nothing
//   cost    11 to 15 GB/s for good text (simdjson); the place is looked for only in bad text
//
// Definition of well-formed UTF-8: The Unicode Standard, table 3-7.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace wirecopy::read {

inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// The offset of the first byte that does not belong to a well-formed character, or npos.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view bytes) noexcept;

/// "invalid UTF-8 at byte 17" or "NUL byte at byte 17", whichever comes first; bytes count from 0.
[[nodiscard]] std::optional<std::string> text_problem(std::string_view bytes);

/// "is UTF-16, convert it to UTF-8" when the first bytes of an input are such a byte order mark.
[[nodiscard]] std::optional<std::string> wide_encoding(std::string_view head);

/// True when there is nothing to read: no bytes, white space and invisible space only.
/// Requires: valid UTF-8.
[[nodiscard]] bool is_blank(std::string_view text) noexcept;

}  // namespace wirecopy::read
