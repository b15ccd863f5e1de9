// Compared names: which names two articles share, and which stand in one alone.
//
//   in      readings of two articles
//   out     names in their fullest form with all places, what tells most first
//   cost    a sort of the names of both; a name is held against at most sixteen for each of its
//           words, and 64 in all
//   error   a heuristic: two people of one surname are told apart only where an article writes
//           out both
//
// Within an article "Putin" is taken for the "Vladimir Putin" that stands elsewhere in it. Names of
// two articles are the same when they share half of what the heavier one tells, or end in the same
// word and share half of what the lighter one tells: "Russian President Putin" and "President
// Vladimir Putin". Each name has one partner at most; what is left and not told for the most part
// stands in one article alone.

#pragma once

#include "score/reading.hpp"

namespace wirecopy::score {

/// Leaves `conflicting` empty: replaced_names.hpp.
[[nodiscard]] EvidenceLists compared_names(const Reading& a, const Reading& b);

}  // namespace wirecopy::score
