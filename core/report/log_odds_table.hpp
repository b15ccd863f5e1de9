// Log-odds: how the probabilities of a pair come about, as a table.
//
//   in      an explanation
//   out     lines: a middling pair, each feature that changes anything, this pair
//   cost    a few strings

#pragma once

#include <string>

#include "wirecopy/compare.hpp"

namespace wirecopy::report {

[[nodiscard]] std::string log_odds_table(const Explanation& explanation);

}  // namespace wirecopy::report
