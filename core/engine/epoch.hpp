// Epoch: what is known of a corpus before the next article of it is read, frozen.
//
//   in      the articles of the epoch before, prepared
//   out     weights of terms, what is boilerplate, how common each credited outlet is
//   cost    while it is learned 2.7 kB an article; to learn it 40 us an article
//   error   of the first epoch: it knows the prior alone, and no boilerplate
//
// What is asked under one epoch does not depend on the articles that come after it began, so that a
// corpus that grows answers as one that is read at once (live_articles.hpp).

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/credit_shares.hpp"
#include "engine/preparation.hpp"
#include "feature/term_counter.hpp"
#include "feature/term_weights.hpp"
#include "score/known_runs.hpp"

namespace wirecopy::engine {

struct Epoch {
    feature::TermWeights weights;
    score::KnownRuns repeated;
    CreditShares credited;
};

/// What an epoch is made of, beside the prior.
struct EpochCounts {
    std::uint64_t articles = 0;
    std::vector<feature::TermFrequency> terms;  ///< of two articles or more; by term
    std::vector<score::KnownRuns::Entry> repeated;
    std::vector<CreditShares::Entry> credited;
};
[[nodiscard]] Epoch make_epoch(const EpochCounts& counts, const feature::Prior& prior);

/// Learns an epoch from articles, one after the other.
class EpochLearner {
public:
    /// An article as it was prepared: nothing of it is taken.
    void add(const Prepared& article, const Repetition& repetition);

    /// Articles that another learned from, after those of this one.
    void append(EpochLearner&& later);

    /// Of the epoch that these articles begin; the learner is as new. The same for any number of
    /// threads.
    [[nodiscard]] EpochCounts learn(unsigned threads);

private:
    struct Kept {
        Repetition repetition;
        std::optional<std::int32_t> day;
        std::vector<std::uint64_t> runs;
    };
    feature::TermCounter terms_;
    std::vector<Kept> articles_;
    CreditShares credited_;
};

}  // namespace wirecopy::engine
