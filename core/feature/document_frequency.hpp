// Document frequencies: in how many articles of the corpus at hand each term occurs.
//
//   in      the distinct terms of every article
//   out     the weight of a term: its inverse document frequency in nats
//   cost    one sort of all occurrences; 8 bytes a distinct term that two articles share
//
// Method: Sparck Jones, "A statistical interpretation of term specificity", 1972; smoothed so that
// a term of every article still weighs a little and one of a single article is bounded.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "feature/term_vector.hpp"

namespace wirecopy::feature {

class DocumentFrequencies {
public:
    explicit DocumentFrequencies(const std::vector<TermCounts>& articles);

    /// Articles that hold the term; 1 for one that no two articles share.
    [[nodiscard]] std::uint32_t of(std::uint32_t term) const noexcept;

    /// ln((1 + articles) / (1 + frequency)) + 1, never below 1: the weight of tf-idf vectors.
    [[nodiscard]] double weight(std::uint32_t term) const noexcept;

    /// ln((1 + articles) / frequency), above 0: what sharing the term tells, in nats.
    [[nodiscard]] double information_nats(std::uint32_t term) const noexcept;

private:
    std::size_t article_count_;
    std::vector<std::uint32_t> terms_;  // ascending; those of at least two articles
    std::vector<std::uint32_t> frequencies_;
};

}  // namespace wirecopy::feature
