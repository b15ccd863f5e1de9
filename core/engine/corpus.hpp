// Corpus: articles prepared for judging pairs of them.
//
//   in      articles
//   out     their profiles under one epoch of term weights, of what in them is evidence, and the
//           graph of those that resemble each other
//   cost    tapes and profiles about 80 us an article of 500 words; the graph of all pairs of
//           5,000 articles 2 seconds; spread over threads
//
// Every answer comes from exact vectors of all pairs: no candidate stage.

#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "feature/term_weights.hpp"
#include "score/model.hpp"
#include "score/profile.hpp"
#include "score/resemblance_graph.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::engine {

/// The prior of `bytes`, or the shipped one where there are none. Throws Error{format}.
[[nodiscard]] feature::Prior prior_of(const std::string& bytes);

/// The epoch of these articles alone.
[[nodiscard]] feature::TermWeights make_weights(std::span<const Tape> tapes,
                                                const feature::Prior& prior, unsigned threads);

/// The profiles of all articles, weighed by an epoch, of what is not to be ignored (evidence.hpp).
/// Credits are read from the whole text.
[[nodiscard]] std::vector<score::Profile> make_profiles(std::span<const Article* const> articles,
                                                        std::span<const Tape> tapes,
                                                        std::span<const std::vector<Place>> ignored,
                                                        const feature::TermWeights& weights,
                                                        unsigned threads, bool use_credit = true);

/// Every pair of at least the least resemblance.
[[nodiscard]] score::ResemblanceGraph make_graph(std::span<const score::Profile> profiles,
                                                 unsigned threads);

}  // namespace wirecopy::engine
