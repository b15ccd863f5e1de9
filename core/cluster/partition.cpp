#include "cluster/partition.hpp"

#include <algorithm>

#include "cluster/components.hpp"
#include "cluster/local_moves.hpp"
#include "cluster/round_ups.hpp"

namespace wirecopy::cluster {

namespace {

constexpr std::uint32_t unknown = ~std::uint32_t{0};

// Articles that sure links join, numbered in the order of their first ones.
struct Bundles {
    std::vector<std::uint32_t> of_article;
    std::vector<std::uint32_t> first;
};

Bundles bundle(std::size_t count, std::span<const Link> links, std::int32_t sure) {
    Components components(count);
    for (const auto& link : links) {
        if (link.weight >= sure) {
            components.join(link.a, link.b);
        }
    }
    Bundles bundles{.of_article = std::vector<std::uint32_t>(count), .first = {}};
    for (std::uint32_t article = 0; article < count; ++article) {
        const auto first = components.first(article);
        if (first == article) {
            bundles.of_article[article] = static_cast<std::uint32_t>(bundles.first.size());
            bundles.first.push_back(article);
        } else {
            bundles.of_article[article] = bundles.of_article[first];
        }
    }
    return bundles;
}

// Links between bundles, each the mean of those between their articles.
std::vector<Link> bundled(std::span<const Link> links, const Bundles& bundles) {
    std::vector<Link> made;
    for (const auto& link : links) {
        const auto [a, b] = std::minmax(bundles.of_article[link.a], bundles.of_article[link.b]);
        if (a != b) {
            made.push_back({a, b, link.weight});
        }
    }
    std::sort(made.begin(), made.end(),
              [](const Link& x, const Link& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
    std::size_t kept = 0;
    for (std::size_t begin = 0; begin < made.size();) {
        std::int64_t sum = 0;
        auto end = begin;
        do {
            sum += made[end++].weight;
        } while (end < made.size() && made[end].a == made[begin].a && made[end].b == made[begin].b);
        const auto mean = sum / static_cast<std::int64_t>(end - begin);
        made[kept++] = {made[begin].a, made[begin].b, static_cast<std::int32_t>(mean)};
        begin = end;
    }
    made.resize(kept);
    return made;
}

// The side of each bundle, where there are sides.
std::vector<std::uint32_t> sides_of(const Bundles& bundles, std::span<const std::uint32_t> sides) {
    std::vector<std::uint32_t> made;
    if (sides.empty()) {
        return made;
    }
    for (const auto first : bundles.first) {
        made.push_back(sides[first]);
    }
    for (std::size_t article = 0; article < sides.size(); ++article) {
        auto& side = made[bundles.of_article[article]];
        side = side == sides[article] ? side : LinkageRules::any_side;
    }
    return made;
}

// A component with its articles numbered anew, in order.
struct Unit {
    std::vector<std::uint32_t> articles;
    std::vector<Link> links;
};

std::vector<Unit> units_of(std::size_t count, std::span<const Link> links, std::int32_t least) {
    Components components(count);
    for (const auto& link : links) {
        if (link.weight >= least) {
            components.join(link.a, link.b);
        }
    }
    std::vector<Unit> units;
    std::vector<std::uint32_t> unit_of(count, unknown);
    std::vector<std::uint32_t> place(count);
    for (std::uint32_t article = 0; article < count; ++article) {
        const auto first = components.first(article);
        if (first == article) {
            unit_of[article] = static_cast<std::uint32_t>(units.size());
            units.emplace_back();
        }
        auto& articles = units[unit_of[first]].articles;
        unit_of[article] = unit_of[first];
        place[article] = static_cast<std::uint32_t>(articles.size());
        articles.push_back(article);
    }
    for (const auto& link : links) {
        if (unit_of[link.a] == unit_of[link.b]) {
            units[unit_of[link.a]].links.push_back({place[link.a], place[link.b], link.weight});
        }
    }
    return units;
}

}  // namespace

Partition partition(std::size_t count, std::span<const Link> links, const PartitionRules& rules) {
    const auto bundles = bundle(count, links, rules.sure);
    auto between = bundled(links, bundles);
    Partition made;
    if (rules.part_round_ups) {
        auto parted = without_round_ups(bundles.first.size(), between,
                                        {rules.linkage.least_mean, rules.touch});
        between = std::move(parted.links);
        made.round_ups = parted.round_ups.size();
    }
    const auto sides = sides_of(bundles, rules.linkage.sides);
    std::vector<std::uint32_t> group_of(bundles.first.size());
    for (const auto& unit : units_of(bundles.first.size(), between, rules.linkage.least_mean)) {
        const auto size = unit.articles.size();
        std::vector<std::uint32_t> sides_here;
        for (std::size_t i = 0; i < (sides.empty() ? 0 : size); ++i) {
            sides_here.push_back(sides[unit.articles[i]]);
        }
        auto linkage = rules.linkage;
        linkage.sides = sides_here;
        const auto groups = size <= rules.most_exact ? sparse_linkage(size, unit.links, linkage)
                                                     : local_moves(size, unit.links, linkage);
        for (std::size_t i = 0; i < size; ++i) {
            group_of[unit.articles[i]] = unit.articles[groups[i]];
        }
    }
    made.first_of.resize(count);
    for (std::size_t article = 0; article < count; ++article) {
        made.first_of[article] = bundles.first[group_of[bundles.of_article[article]]];
    }
    return made;
}

}  // namespace wirecopy::cluster
