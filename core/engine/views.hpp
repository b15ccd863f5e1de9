// Views: articles as the feature vectors that a component of a measure compares.
//
//   in      articles, one component of a measure
//   out     a vector and its total weight for each
//   cost    tokenising, spread over threads: shingles .5 GB/s a core, terms .15

#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/step_counter.hpp"
#include "score/measure.hpp"
#include "score/overlap_index.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/similarity.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::engine {

struct ArticleVectors {
    std::vector<score::FeatureVector> vectors;
    std::vector<double> totals;  ///< what formulas call total_a and total_b
};

/// The tapes of all articles, each a step where they are counted.
[[nodiscard]] std::vector<Tape> make_tapes(std::span<const Article* const> articles,
                                           unsigned threads, StepCounter* steps = nullptr);

/// The shingle sets of all articles; steps as for tapes.
[[nodiscard]] ArticleVectors shingle_vectors(std::span<const Article* const> articles,
                                             const SimilarityOptions& options,
                                             StepCounter* steps = nullptr);

/// The term vectors of all tapes; document frequencies are those of the tapes.
[[nodiscard]] ArticleVectors term_vectors(std::span<const Tape> tapes, score::Component component,
                                          unsigned threads);

/// Makes the vectors of each component of the measure of `options` and hands them over before the
/// next are made. Its stage is "preparing", of articles.
void make_components(std::span<const Article* const> articles, const SimilarityOptions& options,
                     const std::function<void(score::Component, ArticleVectors&&)>& take);

/// Where the articles are.
[[nodiscard]] std::vector<const Article*> pointers_to(std::span<const Article> articles);

}  // namespace wirecopy::engine
