// Grade marks: the grade of a pair as one character beside its score, and what the marks mean.
//
//   in      a grade; how many pairs have each
//   out     a mark in ASCII; a legend of the grades that occur
//   cost    none
//
// Letters, since the shades of a map without colours are made of all else that ASCII has. Related
// pairs are many and none of them a find, so that theirs is the one that does not stand out.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "wirecopy/similarity.hpp"

namespace wirecopy::report {

/// C, E, R, P, ~ and, for none, -.
[[nodiscard]] char grade_mark(Grade grade) noexcept;

/// "R rewrite (same report), ~ related (same event)": the grades above none with a count, strongest
/// first, in lines of at most `columns` that part no mark from its name.
[[nodiscard]] std::string grade_legend(const std::array<std::uint64_t, 6>& counts,
                                       std::size_t columns);

/// "3 rewrite, 12 related, 55 none".
[[nodiscard]] std::string counted_grades(const std::array<std::uint64_t, 6>& counts);

}  // namespace wirecopy::report
