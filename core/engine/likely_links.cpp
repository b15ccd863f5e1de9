#include "engine/likely_links.hpp"

#include <algorithm>
#include <cmath>

namespace wirecopy::engine {

namespace {

// Log-odds in thousandths of a nat. How much one pair may say, for and against; a pair that was
// never likely speaks against as much as any (cluster/README.md).
constexpr std::int32_t most_for = 2000;
constexpr std::int32_t most_against = -3000;
constexpr std::int32_t least_mean = -300;
constexpr std::int32_t touching = -1000;
constexpr std::int32_t sure = 1'000'000;

std::int32_t log_odds(float probability) {
    const double p = std::clamp(static_cast<double>(probability), 1e-6, 1 - 1e-6);
    const auto rounded = std::lround(1000 * std::log(p / (1 - p)));
    return std::clamp(static_cast<std::int32_t>(rounded), most_against, most_for);
}

std::int32_t story_weight(const JudgedPair& pair, Grade least) {
    if (pair.grade == Grade::copy) {
        return sure;
    }
    if (pair.grade >= Grade::edited) {
        return least <= Grade::edited ? most_for : most_against;
    }
    switch (least) {
        case Grade::none:
        case Grade::related:
            return log_odds(pair.story);
        case Grade::partial:
            return pair.grade >= least ? log_odds(pair.story) : most_against;
        case Grade::rewrite:
            return log_odds(pair.derived);
        case Grade::edited:
        case Grade::copy:
            break;
    }
    return most_against;
}

template <typename Weight>
std::vector<cluster::Link> links(std::span<const JudgedPair> pairs, const Weight& weight) {
    std::vector<cluster::Link> made;
    made.reserve(pairs.size());
    for (const auto& pair : pairs) {
        made.push_back({pair.a, pair.b, weight(pair)});
    }
    return made;
}

}  // namespace

std::vector<JudgedPair> judged_pairs(const Comparison& comparison) {
    std::vector<JudgedPair> pairs;
    comparison.compare_likely([&](std::size_t a, std::span<const Comparison::LikelyPair> later) {
        for (const auto& [b, verdict] : later) {
            if (verdict.story >= least_linked_story || verdict.grade > Grade::none) {
                pairs.push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b),
                                 verdict.story, verdict.derived, verdict.grade});
            }
        }
    });
    return pairs;
}

std::vector<cluster::Link> story_links(std::span<const JudgedPair> pairs, Grade least) {
    return links(pairs, [&](const JudgedPair& pair) { return story_weight(pair, least); });
}

std::vector<cluster::Link> origin_links(std::span<const JudgedPair> pairs) {
    return story_links(pairs, Grade::rewrite);
}

cluster::PartitionRules partition_rules(std::span<const std::uint32_t> groups) noexcept {
    return {.linkage = {.absent = most_against, .least_mean = least_mean, .sides = groups},
            .sure = sure,
            .touch = touching};
}

}  // namespace wirecopy::engine
