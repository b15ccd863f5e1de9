// Links of random articles for tests: a fixed seed, any share of the pairs.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/hash.hpp"
#include "cluster/link.hpp"

namespace wirecopy::cluster {

/// One in `one_in` of the pairs, with weights from `least` to `most`.
inline std::vector<Link> random_links(std::uint32_t count, std::uint64_t seed, std::uint64_t one_in,
                                      std::int32_t least, std::int32_t most) {
    std::vector<Link> links;
    for (std::uint32_t a = 0; a < count; ++a) {
        for (auto b = a + 1; b < count; ++b) {
            const auto drawn = base::mix(seed ^ (std::uint64_t{a} << 32U) ^ b);
            if (drawn % one_in == 0) {
                const auto range = static_cast<std::uint64_t>(most - least + 1);
                links.push_back({a, b, least + static_cast<std::int32_t>((drawn >> 20U) % range)});
            }
        }
    }
    return links;
}

/// The links of `groups` groups of `size` articles in a row, all pairs at `inside`.
inline std::vector<Link> full_groups(std::uint32_t groups, std::uint32_t size,
                                     std::int32_t inside) {
    std::vector<Link> links;
    for (std::uint32_t group = 0; group < groups; ++group) {
        for (std::uint32_t a = 0; a < size; ++a) {
            for (auto b = a + 1; b < size; ++b) {
                links.push_back({group * size + a, group * size + b, inside});
            }
        }
    }
    return links;
}

}  // namespace wirecopy::cluster
