// Comparison: the inside of wirecopy::Comparison, for the engine's other parts.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/candidates.hpp"
#include "engine/corpus.hpp"
#include "score/anchors.hpp"
#include "score/overlap_index.hpp"
#include "score/reuse.hpp"
#include "score/spans.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy {

struct Comparison::State {
    State(std::span<const Article> articles, const CompareOptions& chosen);

    /// The verdict of a pair with its company and the shingles that both have.
    [[nodiscard]] PairVerdict verdict(std::size_t a, std::size_t b, double company,
                                      double shared_shingles) const;
    /// What is left of it where nothing but shingles was compared.
    [[nodiscard]] PairVerdict shingle_verdict(std::size_t a, std::size_t b,
                                              double shared_shingles) const;
    /// The verdicts of `a` with all later articles. `company` is one of the graph.
    void verdict_row(std::size_t a, score::Company& company, std::vector<float>& counts,
                     std::vector<PairVerdict>& row) const;

    /// The verdicts of `a` with the later ones that are likely to be graded.
    void likely_row(std::size_t a, score::Company& company, std::vector<LikelyPair>& row) const;

    [[nodiscard]] score::PairFeatures features(std::size_t a, std::size_t b, double company) const;
    [[nodiscard]] std::vector<score::Span> spans(std::size_t a, std::size_t b) const;

    CompareOptions options;
    score::Model model;
    std::vector<score::Profile> profiles;
    std::vector<std::vector<std::uint64_t>> words;
    std::vector<std::vector<std::uint8_t>> word_flags;
    std::vector<score::Anchors> anchors;
    std::vector<score::FeatureVector> shingles;
    score::OverlapIndex shingle_index;
    score::ResemblanceGraph graph;
    engine::LaterArticles sharing_runs;  ///< of likely pairs
};

}  // namespace wirecopy
