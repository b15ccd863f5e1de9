// Round-ups: articles that tell several stories, which must not make one of them.
//
//   in      links
//   out     the links that are to count: of a round-up those to its best story alone
//   cost    up to 32 neighbours an article, looked up pair by pair: 25 us at most
//   error   a story known by one article alone is not told from a neighbour that lacks links
//
// A round-up is linked to several groups of articles, of two or more each, of which no two
// articles are linked: its neighbours have nothing in common but the round-up.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cluster/link.hpp"

namespace wirecopy::cluster {

struct RoundUpRules {
    std::int32_t least_link = 0;   ///< links from here on speak for one story
    std::int32_t least_touch = 0;  ///< links from here on make two neighbours resemble each other
};

struct WithoutRoundUps {
    std::vector<Link> links;               ///< in the order they came
    std::vector<std::uint32_t> round_ups;  ///< ascending
};

/// Requires: each pair linked once at most, a < b < count.
[[nodiscard]] WithoutRoundUps without_round_ups(std::size_t count, std::span<const Link> links,
                                                const RoundUpRules& rules);

}  // namespace wirecopy::cluster
