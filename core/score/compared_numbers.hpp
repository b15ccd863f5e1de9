// Compared numbers: which numbers, dates and weekdays two articles share by value, which contradict
// each other, and which stand in one alone.
//
//   in      readings of two articles
//   out     numbers with the currency sign before them and the word they count behind them, and
//           all their places; what tells most first
//   cost    a sort of the numbers of both; a number is held against at most eight
//   error   two numbers contradict each other by a heuristic, right about half the time (README.md)
//
// Numbers of two articles contradict each other when neither stands in the other article, they are
// of one kind, the next content word behind them is the same, and the words around them that both
// have tell enough: "48 people were missing" and "53 people are still missing".

#pragma once

#include "score/reading.hpp"

namespace wirecopy::score {

/// What contradicts each other is not in the lists of one article alone.
[[nodiscard]] EvidenceLists compared_numbers(const Reading& a, const Reading& b);

}  // namespace wirecopy::score
