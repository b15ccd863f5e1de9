// Shared matter: the terms, phrases and quotations that two articles have in common.
//
//   in      readings of two articles
//   out     evidence with its places in both, what tells most first
//   cost    sorts of the terms and words of both; linear otherwise, whatever the texts
//   error   a phrase that `b` has more than sixteen times may be shown shorter than it is
//
// A term weighs the smaller of what it tells in either article; a phrase or quotation what its
// terms tell together, as if they were independent: an upper bound.

#pragma once

#include <span>
#include <vector>

#include "score/reading.hpp"

namespace wirecopy::score {

/// Content terms, names and numbers among them, that both have.
[[nodiscard]] std::vector<Evidence> shared_terms(const Reading& a, const Reading& b);

/// Two content terms or more that follow each other in a sentence of both, with two stop words
/// between them at most; each phrase once. None lies inside one of the parts of `a` in `copied`,
/// which are in order: what was carried over whole is told by the passage.
[[nodiscard]] std::vector<Evidence> shared_phrases(const Reading& a, const Reading& b,
                                                   std::span<const Place> copied);

/// Runs of at least six plain words inside quotation marks in both, each once.
[[nodiscard]] std::vector<Evidence> shared_quotations(const Reading& a, const Reading& b);

/// Puts what tells most first; of equals, what stands first in `a`, then in `b`.
void put_heaviest_first(std::vector<Evidence>& evidence);

}  // namespace wirecopy::score
