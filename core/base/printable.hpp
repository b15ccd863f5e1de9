// Printable: any bytes as a terminal may be shown them.
//
//   in      labels, names of files, what is quoted from articles
//   out     valid UTF-8 without anything that a terminal acts on or does not show
//   cost    some 100 MB/s: for lines that people read, not for articles

#pragma once

#include <string>
#include <string_view>

namespace wirecopy::base {

/// Controls, line separators, direction marks and other invisible characters: what a terminal
/// would act on, or readers be deceived by. Joiners, which build emoji and words of Indic and
/// Arabic scripts, and tags, which build flags, are none.
[[nodiscard]] bool is_unprintable(char32_t code_point) noexcept;

/// `text` with everything unprintable escaped (`\t`, `\x1b`, `\u202e`), and bytes that are not
/// UTF-8 (`\xff`); with `ascii_only`, whatever is not ASCII. A backslash becomes two, so that
/// different texts stay different.
[[nodiscard]] std::string printable(std::string_view text, bool ascii_only = false);

}  // namespace wirecopy::base
