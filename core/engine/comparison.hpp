// Comparison: the inside of wirecopy::Comparison, for the engine's other parts.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/corpus.hpp"
#include "score/anchors.hpp"
#include "score/overlap_index.hpp"
#include "score/reuse.hpp"
#include "score/spans.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy {

struct Comparison::State {
    State(std::span<const Article> articles, const CompareOptions& chosen);

    /// The verdict of a pair with its company; both ways of asking give the same.
    [[nodiscard]] PairVerdict verdict(std::size_t a, std::size_t b, double company) const;

    [[nodiscard]] score::PairFeatures features(std::size_t a, std::size_t b, double company) const;
    [[nodiscard]] std::vector<score::Span> spans(std::size_t a, std::size_t b) const;

    CompareOptions options;
    std::vector<score::Profile> profiles;
    std::vector<std::vector<std::uint64_t>> words;
    std::vector<std::vector<std::uint8_t>> word_flags;
    std::vector<score::Anchors> anchors;
    std::vector<score::FeatureVector> shingles;
    score::ResemblanceGraph graph;
};

}  // namespace wirecopy
