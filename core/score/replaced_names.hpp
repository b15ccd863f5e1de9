// Replaced names: names that stand in the place of each other in a passage of both articles.
//
//   in      copied passages with their edits; names of one article alone
//   out     the same names, those that replace each other as conflicting
//   cost    a sort of the places of the names, a look-up for each edit
//   error   only names that lie wholly in an edit are seen: "{Vladimir} Putin" for "{President}
//           Putin" is no conflict
//
// "News of {Ola Brandvik}'s death spread" and "News of {Tilda Osk}'s death spread": the same words
// of other people, which names in one article alone do not show by themselves.

#pragma once

#include <span>

#include "wirecopy/compare.hpp"

namespace wirecopy::score {

/// Moves them from the lists of one article alone to the conflicting; what tells most first.
void oppose_replaced_names(std::span<const CopiedSpan> spans, EvidenceLists& names);

}  // namespace wirecopy::score
