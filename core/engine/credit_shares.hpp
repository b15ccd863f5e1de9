// Credit shares: how much a credit tells, by how many articles give it.
//
//   in      the credits of the articles of a corpus, or of an epoch of it
//   out     profiles whose credits are weighed
//   cost    4 bytes a credit while counting; a binary search a credit
//
// An outlet that most of a corpus credits (an agency in its own feed) tells nothing of a pair; one
// of a twentieth of the articles all that a credit can tell. As with terms, a thousand pretended
// articles keep five that all credit one outlet from taking it for common.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "score/profile.hpp"

namespace wirecopy::engine {

class CreditShares {
public:
    /// One more article. Requires: not frozen.
    void count(std::span<const score::ProfileCredit> credits);
    /// What another one counted. Requires: neither is frozen.
    void count(const CreditShares& more);
    /// No more are counted.
    void freeze();

    /// Makes common credits weaker; of an agency's own feed names the outlet. Requires: frozen.
    void weigh(score::Profile& profile) const;

    struct Entry {
        std::uint32_t outlet = 0;
        std::uint32_t articles = 0;
    };
    [[nodiscard]] std::span<const Entry> entries() const noexcept { return entries_; }
    [[nodiscard]] std::uint64_t article_count() const noexcept { return articles_; }
    /// As it was frozen. Requires: outlets ascending.
    CreditShares(std::vector<Entry> entries, std::uint64_t articles);
    CreditShares() = default;

private:
    std::vector<std::uint32_t> counted_;
    std::vector<Entry> entries_;  // by outlet
    std::uint64_t articles_ = 0;
};

}  // namespace wirecopy::engine
