// Grade: few written rules from probabilities and reuse to one verdict.
//
//   in      the probabilities of a pair, what its reuse spans say
//   out     a grade
//   cost    a few comparisons
//
// README.md lists every threshold with the measurement that set it.

#pragma once

#include "score/model.hpp"
#include "score/reuse.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy::score {

struct GradeRules {
    double related_story = 0.5;
    double rewrite_derived = 0.5;
    /// Below it the same sentences tell of something else: a template filled anew.
    double reuse_story = 0.5;
    /// And a text of which more than this stands in another about something else is no text with a
    /// lifted passage, but two that one mould or one site's furniture made: lifted paragraphs are
    /// .03 to .39 of the shorter article, moulds .45 and more.
    double partial_of_shorter = 0.42;
    /// What is carried over in all parts of both texts comes from one report, whatever was
    /// replaced: of 184 graded pairs of one event or of none no pair has .85, of 46 wrong rewrites
    /// in an agency's feed none has .9, and of copies with four of ten words replaced 97 of 100.
    double rewrite_evenness = 0.9;
};

/// `of_shorter`: the share of the shorter article that stands in the other; `evenness` that of the
/// less even of the two (evenness.hpp).
[[nodiscard]] Grade grade_of(const Probabilities& probabilities, Reuse reuse, double of_shorter,
                             double evenness, const GradeRules& rules = {}) noexcept;

}  // namespace wirecopy::score
