#include "cluster/round_ups.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "cluster/link_lists.hpp"

namespace wirecopy::cluster {

namespace {

// The strongest neighbours tell what an article is about.
constexpr std::size_t most_neighbours = 32;

constexpr std::size_t least_group = 2;

using Entry = LinkLists::Entry;

// The strongest links of an article from `least` on, by number of the other.
std::vector<Entry> strongest(std::span<const Entry> all, std::int32_t least) {
    std::vector<Entry> found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&](const Entry& entry) { return entry.weight >= least; });
    if (found.size() > most_neighbours) {
        std::stable_sort(found.begin(), found.end(),
                         [](const Entry& a, const Entry& b) { return a.weight > b.weight; });
        found.resize(most_neighbours);
        std::sort(found.begin(), found.end(),
                  [](const Entry& a, const Entry& b) { return a.other < b.other; });
    }
    return found;
}

// Of each neighbour the place of the first one that it hangs together with.
std::vector<std::size_t> groups_of(const LinkLists& lists, std::span<const Entry> neighbours,
                                   std::int32_t least_touch) {
    std::vector<std::size_t> group(neighbours.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    for (std::size_t b = 1; b < group.size(); ++b) {
        for (std::size_t a = 0; a < b; ++a) {
            if (group[a] == group[b]) {
                continue;
            }
            const auto* link = lists.between(neighbours[a].other, neighbours[b].other);
            if (link != nullptr && link->weight >= least_touch) {
                const auto [low, high] = std::minmax(group[a], group[b]);
                std::replace(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(b) + 1,
                             std::size_t{high}, std::size_t{low});
            }
        }
    }
    return group;
}

// The group that the links of an article speak for most, where there is more than one; else none.
constexpr auto no_group = ~std::size_t{0};
std::size_t best_of_several(std::span<const Entry> neighbours, std::span<const std::size_t> group) {
    std::vector<std::int64_t> sums(group.size());
    std::vector<std::size_t> sizes(group.size());
    for (std::size_t i = 0; i < group.size(); ++i) {
        sums[group[i]] += neighbours[i].weight;
        ++sizes[group[i]];
    }
    std::size_t several = 0;
    auto best = no_group;
    for (std::size_t i = 0; i < group.size(); ++i) {
        several += sizes[i] >= least_group ? std::size_t{1} : std::size_t{0};
        if (sizes[i] > 0 && (best == no_group || sums[i] > sums[best])) {
            best = i;
        }
    }
    return several > 1 ? best : no_group;
}

}  // namespace

WithoutRoundUps without_round_ups(std::size_t count, std::span<const Link> links,
                                  const RoundUpRules& rules) {
    const LinkLists lists(count, links);
    WithoutRoundUps made;
    std::vector<std::vector<std::uint32_t>> kept(count);  // of a round-up: whom it stays linked to
    for (std::uint32_t article = 0; article < count; ++article) {
        const auto neighbours = strongest(lists.of(article), rules.least_link);
        if (neighbours.size() < 2 * least_group) {
            continue;
        }
        const auto group = groups_of(lists, neighbours, rules.least_touch);
        const auto best = best_of_several(neighbours, group);
        if (best == no_group) {
            continue;
        }
        made.round_ups.push_back(article);
        for (std::size_t i = 0; i < group.size(); ++i) {
            if (group[i] == best) {
                kept[article].push_back(neighbours[i].other);
            }
        }
    }
    const auto drops = [&](std::uint32_t article, std::uint32_t other) {
        return !kept[article].empty() && !std::ranges::binary_search(kept[article], other);
    };
    for (const auto& link : links) {
        if (link.weight < rules.least_link || (!drops(link.a, link.b) && !drops(link.b, link.a))) {
            made.links.push_back(link);
        }
    }
    return made;
}

}  // namespace wirecopy::cluster
