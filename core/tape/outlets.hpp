// Outlets: who an article can credit, by number and by name.
//
//   in      a name as a text or a `source` field has it
//   out     a number that means the outlet by whatever name: WSJ, wsj.com and The Wall Street
//           Journal are one; and the canonical name of a number
//   cost    half a microsecond a name; the tables are built once, on first use (some 5 ms)
//   error   two outlets share a number once in 4 billion pairs
//
// The number is a hash of the name's letters and digits, folded, without "the": of the canonical
// name where outlet_rows.hpp has one, else of the name itself. So "Mercantile Post",
// "mercantile-post" and "mercantilepost.com" are one too, and an outlet that gets a row later
// keeps its number.

#pragma once

#include <cstdint>
#include <string_view>

namespace wirecopy::tape {

/// The outlet of a name as in an article's `source` field; 0 for a name without letters or
/// digits. Safe from any number of threads.
[[nodiscard]] std::uint32_t outlet_of(std::string_view name);

/// The canonical name; empty for an outlet known only from a text. Lives as long as the program.
[[nodiscard]] std::string_view outlet_name(std::uint32_t outlet);

}  // namespace wirecopy::tape
