// Shingle scorer: Jaccard and containments of one article with others, one after the other.
//
//   in      the wording of one article, then of others
//   out     the three scores, in a verdict
//   cost    3 us an article of 500 words; sorting the sets of a pair took 40
//   error   none

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/judge.hpp"
#include "feature/held_set.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy::engine {

/// One a thread; keeps its buffers.
class ShingleScorer {
public:
    explicit ShingleScorer(std::size_t ngram) noexcept : ngram_(ngram) {}

    /// From now on `a` of every pair is this one.
    void turn_to(const Wording& wording);
    /// Sets jaccard and both containments. Requires: turned to an article.
    void score(const Wording& other, PairVerdict& verdict);

private:
    std::size_t ngram_;
    feature::HeldSet held_;
    std::vector<std::uint64_t> words_;
    std::vector<std::uint64_t> shingles_;
};

}  // namespace wirecopy::engine
