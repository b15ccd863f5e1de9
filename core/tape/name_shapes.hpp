// Name shapes: capitals that look like the name of an outlet that no row has.
//
//   in      a row and a word in it: one that outlets' names end in, or a verb of first reports
//   out     the words of the name; none when it looks like anything else
//   cost    some ten look-ups
//
// "The Mercantile Post" and "the Velm Daily Chronicle" are names; "Royal Mail", "the Environmental
// Protection Agency" and "a Kansas City TV station" are not. "First reported by X" and "X first
// reported" take any one word with a capital, or several behind an article, that names no office.

#pragma once

#include <cstdint>
#include <optional>

#include "tape/credit_row.hpp"
#include "tape/outlet_rows.hpp"

namespace wirecopy::tape {

/// Words [first, last] of a row, both in it.
struct NameShape {
    std::uint32_t first;
    std::uint32_t last;
    OutletKind kind;
};

/// The name around the outlet word at `at`; of one word when it stands alone: "the Journal".
[[nodiscard]] std::optional<NameShape> shape_at(const CreditRow& row, std::uint32_t at);

/// Who "first reported" with the verb at `at`.
[[nodiscard]] std::optional<NameShape> first_reporter_at(const CreditRow& row, std::uint32_t at);

/// Whether the word may be part of a longer name: a capital that is no date, filler or verb.
[[nodiscard]] bool is_name_part(const CreditRow& row, std::uint32_t i);

[[nodiscard]] bool is_behind_the(const CreditRow& row, std::uint32_t i);

}  // namespace wirecopy::tape
