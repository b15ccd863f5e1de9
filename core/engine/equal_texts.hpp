// Equal texts: pairs of articles of the very same words, whatever else finds them.
//
//   in      what verdicts look at in every article, the order of days, the repeats in it
//   out     pairs added to those that are looked at because of shared runs
//   cost    a sort of the articles; linear in the pairs that are added

#pragma once

#include <cstdint>
#include <span>

#include "engine/candidates.hpp"
#include "engine/judge.hpp"

namespace wirecopy::engine {

/// Texts of the same words are likely pairs, however short they are and whatever they share with
/// others. Of many the repeats are there already, each with the first.
void add_equal_texts(std::span<const Wording> wordings, const DayOrder& order,
                     const Repeats& repeats, LaterArticles& pairs);

/// Each with the latest of the same text before it in the window, repeats or not: so that of some
/// dozens all are paired with all, and of a hundred thousand none with more than some dozens.
void add_latest_equal_texts(std::span<const Wording> wordings, const DayOrder& order,
                            LaterArticles& pairs);

/// A repeat that stands beside one of its own group alone is paired with the one of another group
/// that comes last before it. `groups`: as of CompareOptions.
void add_repeats_of_other_groups(std::span<const Wording> wordings,
                                 std::span<const std::uint32_t> groups, const DayOrder& order,
                                 const Repeats& repeats, LaterArticles& pairs);

}  // namespace wirecopy::engine
