// Corpus: articles prepared for judging pairs of them.
//
//   in      articles, prepared
//   out     their profiles under one epoch of term weights, of what in them is evidence, and the
//           graph of those that resemble each other
//   cost    term weights 3 us and profiles 12 us an article of 500 words; the graph of all pairs
//   of 5,000 articles 2 seconds; spread over threads
//
// Every answer comes from exact vectors of all pairs: no candidate stage.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/credit_shares.hpp"
#include "engine/preparation.hpp"
#include "feature/term_weights.hpp"
#include "score/model.hpp"
#include "score/profile.hpp"
#include "score/resemblance_graph.hpp"

namespace wirecopy::engine {

/// The prior of `bytes`, or the shipped one where there are none. Throws Error{format}.
[[nodiscard]] feature::Prior prior_of(const std::string& bytes);

/// The epoch of these articles alone. Every term of a text counts, whether it is evidence or not.
[[nodiscard]] feature::TermWeights make_weights(std::span<const Prepared> articles,
                                                const feature::Prior& prior, unsigned threads);

/// The profiles of all articles, weighed by an epoch; credits by how often these articles give
/// them, or by `credited`. Takes drafts and credits.
[[nodiscard]] base::Kept<score::Profile> make_profiles(std::span<Prepared> articles,
                                                       const feature::TermWeights& weights,
                                                       unsigned threads,
                                                       const CreditShares* credited = nullptr,
                                                       base::KeptMemory* memory = nullptr);

/// The profile of one article, its credits unweighed. Takes its draft and credits.
[[nodiscard]] score::Profile make_profile(Prepared& article, const feature::TermWeights& weights);

/// Every pair of at least the least resemblance. Counts the articles.
[[nodiscard]] score::ResemblanceGraph make_graph(std::span<const score::Profile> profiles,
                                                 unsigned threads, StepCounter* steps = nullptr);

}  // namespace wirecopy::engine
