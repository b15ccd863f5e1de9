// Resemblance: the mean of two cosines, of the whole texts and of their first sixty content words.
//
//   in      an article that is turned to, and others, each with its profile
//   out     their resemblance, 0 to 1; the same number whoever is turned to
//   cost    linear in the terms of the other; half of merging both (core/engine/README.md)
//
// Most terms of the other are not those of the article turned to, which a bitmap tells without a
// branch; the rest are looked up.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "score/profile.hpp"

namespace wirecopy::score {

/// The weights of one vector by term, for products with others.
class TurnedVector {
public:
    /// Requires: terms are distinct, hashes, and as many as weights.
    void turn_to(std::span<const std::uint32_t> terms, std::span<const float> weights);

    /// The product with another, summed up by ascending terms. Requires: ascending.
    [[nodiscard]] double with(std::span<const std::uint32_t> terms, std::span<const float> weights);

private:
    struct Slot {
        std::uint32_t term = 0;
        float weight = 0;  // 0: free, as a weight is never
    };
    [[nodiscard]] std::size_t slot_of(std::uint32_t term) const noexcept;

    static constexpr unsigned bitmap_bits = 12;
    static constexpr unsigned bitmap_shift = 32 - bitmap_bits;
    std::vector<std::uint64_t> bitmap_ = std::vector<std::uint64_t>((1U << bitmap_bits) / 64);
    std::vector<Slot> slots_;  // open addressing, a power of two, at most a quarter full
    std::vector<std::uint32_t> held_;
    std::vector<std::uint32_t> likely_;
};

/// One a thread; keeps its buffers.
class Resemblance {
public:
    void turn_to(const Profile& article) {
        content_.turn_to(article.content.terms, article.content_weights);
        lead_.turn_to(article.lead, article.lead_weights);
    }
    /// Brings what with() will read of a profile some pairs later: where profiles lie far apart
    /// half of its time is waiting. Requires: the profile itself lies in the cache, or soon.
    static void prefetch(const Profile& other) noexcept;
    static void prefetch_itself(const Profile& other) noexcept;

    [[nodiscard]] double with(const Profile& other) {
        return (content_.with(other.content.terms, other.content_weights) +
                lead_.with(other.lead, other.lead_weights)) /
               2;
    }

private:
    TurnedVector content_;
    TurnedVector lead_;
};

/// Of one pair alone, by merging both; whoever asks for many of one article turns to it instead.
[[nodiscard]] double resemblance(const Profile& a, const Profile& b);

}  // namespace wirecopy::score
