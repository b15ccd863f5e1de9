// Foreign format: what an input is that holds articles in a form we do not read.
//
//   in      its first bytes, compression of ours undone
//   out     what it is and what to do with it, or nothing
//   cost    a few comparisons

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace wirecopy::read {

/// What foreign_format() looks at when there is as much; no article is shorter.
inline constexpr std::size_t longest_magic_bytes = 10;
/// What tells a tar archive, which has no magic at its beginning.
inline constexpr std::size_t tar_head_bytes = 263;
/// What tells an office document from any other zip archive.
inline constexpr std::size_t zip_head_bytes = 64;

/// "is a PDF: turn it into text first". Never of text, whatever it is about.
[[nodiscard]] std::optional<std::string> foreign_format(std::string_view head);

}  // namespace wirecopy::read
