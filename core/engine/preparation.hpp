// Preparation: all that is taken from the texts of a corpus, in one pass over them.
//
//   in      articles
//   out     of each a draft of its profile, its words and their anchors, whom it credits, and the
//           places in it that are no evidence: furniture by its shape (tape/furniture.hpp),
//           boilerplate by its repetition (score/boilerplate.hpp)
//   cost    250 us an article of 500 words (its tape a fifth of it), all of it spread over threads;
//           12 kB an article until profiles are made
//
// A tape lives as long as its article is looked at. Articles with boilerplate, some of a hundred,
// are looked at again when the whole corpus has said what repeats. Nothing is learned from fewer
// articles than the least numbers of score::BoilerplateOptions, and the answer for an article does
// not depend on the order of the others.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/step_counter.hpp"
#include "score/anchors.hpp"
#include "score/profile.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/similarity.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::engine {

struct Prepared {
    score::ProfileDraft draft;
    /// No evidence: in order and apart from each other. Where furniture and boilerplate together
    /// are more than tape::most_furniture of the words, the furniture alone.
    std::vector<Place> ignored;
    std::vector<std::uint64_t> words;  ///< plain ones, of the whole text
    std::vector<std::uint8_t> word_flags;
    score::Anchors anchors;  ///< of all words
    std::vector<score::ProfileCredit> credits;
    std::uint32_t outlet = 0;
    std::optional<std::int32_t> day;
};

/// Where the texts come from, and who is told how many articles are done; by default the articles
/// themselves, and nobody.
struct PreparationRun {
    TextSource texts = {};
    StepCounter* steps = nullptr;
};

/// Credits are read from the whole text, or not at all.
[[nodiscard]] std::vector<Prepared> prepare(std::span<const Article* const> articles,
                                            unsigned threads, bool use_credit = true,
                                            const PreparationRun& run = {});

}  // namespace wirecopy::engine
