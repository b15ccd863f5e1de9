#include "cluster/sparse_linkage.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>

namespace wirecopy::cluster {

namespace {

// The groups that are left, each by its first article.
class Groups {
public:
    Groups(std::size_t count, std::span<const Link> links, const LinkageRules& rules)
        : absent_(rules.absent), least_(rules.least_mean), sizes_(count, 1), links_(count) {
        for (const auto& link : links) {
            links_[link.a].push_back({link.b, link.weight, 1});
            links_[link.b].push_back({link.a, link.weight, 1});
        }
        for (auto& list : links_) {
            std::ranges::sort(list, {}, &Sum::other);
        }
        if (!rules.sides.empty()) {
            of_side_.resize(count);
            for (std::size_t i = 0; i < count; ++i) {
                if (rules.sides[i] != LinkageRules::any_side) {
                    of_side_[i][rules.sides[i]] = 1;
                }
            }
        }
    }

    static constexpr std::uint32_t none = ~std::uint32_t{0};

    // The group with the highest mean to `group`, if it is near enough: of several `favourite`, or
    // else the first.
    [[nodiscard]] std::uint32_t nearest(std::uint32_t group, std::uint32_t favourite) const {
        auto best = none;
        auto highest = static_cast<double>(least_);
        for (const auto& between : links_[group]) {
            const double mean = mean_of(group, between);
            const bool is_first = best == none && mean >= highest;
            if (is_first || mean > highest || (mean == highest && between.other == favourite)) {
                best = between.other;
                highest = mean;
            }
        }
        return best;
    }

    // The later group joins the earlier one.
    void merge(std::uint32_t keep, std::uint32_t gone) {
        for (const auto& between : links_[gone]) {
            if (between.other != keep) {
                rename(links_[between.other], gone, keep);
            }
        }
        unite(keep, gone);
        sizes_[keep] += sizes_[gone];
        if (!of_side_.empty()) {
            for (const auto& [side, articles] : of_side_[gone]) {
                of_side_[keep][side] += articles;
            }
            of_side_[gone].clear();
        }
    }

private:
    struct Sum {
        std::uint32_t other = 0;
        std::int64_t weight = 0;
        std::int64_t pairs = 0;  // that are linked
    };
    using Sums = std::vector<Sum>;  // by the other, ascending

    static void add(Sum& sum, const Sum& more) {
        sum.weight += more.weight;
        sum.pairs += more.pairs;
    }

    // In the list of a group what `gone` has with it is `keep`'s, which is the lower number.
    static void rename(Sums& list, std::uint32_t gone, std::uint32_t keep) {
        const auto from = std::ranges::lower_bound(list, gone, {}, &Sum::other);
        const auto to = std::ranges::lower_bound(list.begin(), from, keep, {}, &Sum::other);
        if (to != from && to->other == keep) {
            add(*to, *from);
            list.erase(from);
        } else {
            std::rotate(to, from, from + 1);
            to->other = keep;
        }
    }

    // The list of `keep` is that of both, without each other.
    void unite(std::uint32_t keep, std::uint32_t gone) {
        const auto& of_keep = links_[keep];
        const auto& of_gone = links_[gone];
        Sums both;
        both.reserve(of_keep.size() + of_gone.size());
        for (auto a = of_keep.begin(), b = of_gone.begin();
             a != of_keep.end() || b != of_gone.end();) {
            const bool takes_a = b == of_gone.end() || (a != of_keep.end() && a->other <= b->other);
            const auto& next = takes_a ? *a++ : *b++;
            if (next.other == keep || next.other == gone) {
                continue;
            }
            if (!both.empty() && both.back().other == next.other) {
                add(both.back(), next);
            } else {
                both.push_back(next);
            }
        }
        links_[keep] = std::move(both);
        links_[gone] = {};
    }

    [[nodiscard]] double mean_of(std::uint32_t a, const Sum& between) const {
        const auto b = between.other;
        const auto pairs = sizes_[a] * sizes_[b] - pairs_inside_sides(a, b);
        const auto sum = between.weight + absent_ * (pairs - between.pairs);
        return static_cast<double>(sum) / static_cast<double>(pairs);
    }

    [[nodiscard]] std::int64_t pairs_inside_sides(std::uint32_t a, std::uint32_t b) const {
        std::int64_t pairs = 0;
        if (!of_side_.empty()) {
            for (const auto& [side, articles] : of_side_[a]) {
                const auto found = of_side_[b].find(side);
                pairs += found == of_side_[b].end() ? 0 : articles * found->second;
            }
        }
        return pairs;
    }

    std::int64_t absent_;
    std::int64_t least_;
    std::vector<std::int64_t> sizes_;
    std::vector<std::map<std::uint32_t, std::int64_t>> of_side_;  // articles; empty without sides
    std::vector<Sums> links_;
};

}  // namespace

std::vector<std::uint32_t> sparse_linkage(std::size_t count, std::span<const Link> links,
                                          const LinkageRules& rules) {
    assert(rules.absent < rules.least_mean);
    Groups groups(count, links, rules);
    std::vector<std::uint32_t> group_of(count);
    std::iota(group_of.begin(), group_of.end(), 0U);
    std::vector<std::uint32_t> chain;
    for (std::uint32_t start = 0; start < count;) {
        if (chain.empty()) {
            if (group_of[start] != start) {
                ++start;
                continue;
            }
            chain.push_back(start);
        }
        const auto tip = chain.back();
        const auto before = chain.size() > 1 ? chain[chain.size() - 2] : Groups::none;
        const auto nearest = groups.nearest(tip, before);
        if (nearest == Groups::none) {
            chain.pop_back();  // final, and alone in the chain: whom it is near to is near to it
            ++start;
        } else if (nearest != before) {
            chain.push_back(nearest);
        } else {
            const auto [keep, gone] = std::minmax(tip, before);
            groups.merge(keep, gone);
            group_of[gone] = keep;
            chain.resize(chain.size() - 2);
        }
    }
    for (std::size_t article = 0; article < count; ++article) {
        group_of[article] = group_of[group_of[article]];  // the keeper's own is known by now
    }
    return group_of;
}

}  // namespace wirecopy::cluster
