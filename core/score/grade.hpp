// Grade: few written rules from probabilities and reuse to one verdict.
//
//   in      the probabilities of a pair, what was carried over word for word
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
    /// And of what is carried over in all parts this much of the shorter article, word for word,
    /// makes an edit, however the rest was damaged or replaced: scans of which one letter in
    /// seventeen is wrong keep .56 to .64.
    double edited_even_of_shorter = 0.4;
};

/// What of two articles stands in both word for word.
struct CarriedOver {
    Reuse reuse = Reuse::none;
    double of_shorter = 0;  ///< share of the shorter article
    double evenness = 0;    ///< of the less even of the two (evenness.hpp)
    /// `derived` as it would be without the longest passage: where that is no rewrite any more,
    /// the passage is all that they share of one report.
    double rest_derived = 1;
};

[[nodiscard]] Grade grade_of(const Probabilities& probabilities, const CarriedOver& carried,
                             const GradeRules& rules = {}) noexcept;

}  // namespace wirecopy::score
