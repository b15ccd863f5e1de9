#include "engine/shingle_scorer.hpp"

namespace wirecopy::engine {

void ShingleScorer::turn_to(const Wording& wording) {
    read_shingles(wording, ngram_, words_, shingles_);
    held_.hold(shingles_);
}

void ShingleScorer::score(const Wording& other, PairVerdict& verdict) {
    read_shingles(other, ngram_, words_, shingles_);
    const auto [size, shared] = held_.compare(shingles_);
    set_shingle_scores(verdict, static_cast<double>(held_.size()), static_cast<double>(size),
                       static_cast<double>(shared));
}

}  // namespace wirecopy::engine
