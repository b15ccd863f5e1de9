// Scores as text: all their millionths for machines, two or three digits for people.
//
//   in      a score as whole millionths (similarity.hpp)
//   out     "0.25", "1", "0.000123", "317.5" for machines; ".25", "1", ".00", "318" for people
//   cost    3 nanoseconds a score for machines
//   error   for people the last digit is rounded, halves up; 1 is said of 1 alone

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace wirecopy::report {

/// The most characters that write_score writes: ten digits, a point and six digits.
inline constexpr std::size_t longest_score = 17;

/// Writes the shortest decimal that is exactly `millionths` and returns its end.
/// Requires: longest_score bytes from `out` on, millionths below 10^16.
char* write_score(std::uint64_t millionths, char* out) noexcept;

/// For people: rounded to `decimals` digits after the point, without the 0 before it. 0 and 1 are
/// said of nothing else, and without a point, when the measure is bounded.
/// Requires: decimals <= 6.
[[nodiscard]] std::string short_score(std::uint64_t millionths, unsigned decimals, bool bounded);

}  // namespace wirecopy::report
