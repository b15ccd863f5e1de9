// Term weights: what it tells, in nats, that an article holds a term; one frozen epoch of document
// frequencies.
//
//   in      the distinct terms of every article of a corpus; a prior
//   out     -ln of the share of articles expected to hold a term
//   cost    16 to 32 bytes a distinct term that two articles share
//
// The prior counts as so many articles beside those at hand: five articles alone weigh their terms
// by the prior, a hundred thousand by themselves. An epoch never changes; its digest names it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "feature/prior.hpp"

namespace wirecopy::feature {

/// Distinct terms, ascending.
using TermSet = std::vector<std::uint32_t>;

class TermWeights {
public:
    /// The frequencies of `articles`, smoothed by `prior` for English terms.
    TermWeights(std::span<const TermSet> articles, const Prior& prior);
    /// The same of terms counted in so many articles, each once and ascending.
    TermWeights(std::vector<TermFrequency> counted, std::size_t article_count, const Prior& prior);

    /// The weight of a term in an article that is in English or not. Terms in other languages
    /// are weighed by the corpus alone. Always above 0.
    [[nodiscard]] float nats(std::uint32_t term, bool in_english) const noexcept;

    struct Weight {
        float nats;
        bool is_shared;  ///< two articles or more have the term: others find nothing
    };
    /// From now on every term counts as shared: where articles are still to come, each may be.
    void take_all_for_shared() noexcept { all_shared_ = true; }
    [[nodiscard]] Weight of(std::uint32_t term, bool in_english) const noexcept;

    [[nodiscard]] std::size_t article_count() const noexcept { return article_count_; }
    /// The same for the same articles and prior, whatever the order.
    [[nodiscard]] std::uint64_t digest() const noexcept { return digest_; }

private:
    struct Slot {
        std::uint32_t term = 0;
        bool used = false;
        bool shared = false;
        float english = 0;
        float other = 0;
    };
    [[nodiscard]] float weight(std::uint32_t frequency, double share,
                               double articles) const noexcept;
    void insert(std::uint32_t term, std::uint32_t frequency, double prior_share);
    [[nodiscard]] std::size_t slot_of(std::uint32_t term) const noexcept;

    std::size_t article_count_;
    std::vector<Slot> slots_;  // open addressing, a power of two, at most half full
    Slot unseen_;              // of a term of one article that the prior lacks
    std::uint64_t digest_ = 0;
    bool all_shared_ = false;
};

}  // namespace wirecopy::feature
