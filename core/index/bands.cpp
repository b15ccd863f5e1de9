#include "index/bands.hpp"

#include <algorithm>

#include "base/hash.hpp"

namespace wirecopy::index {

namespace {

std::span<const std::uint32_t> band_of(const SlotRows& rows, const BandPlan& plan,
                                       std::size_t article, std::size_t band) {
    return rows.row(article).subspan(band * plan.rows, plan.rows);
}

std::uint32_t hash_of(std::span<const std::uint32_t> slots) {
    std::uint64_t hash = 0;
    for (const auto slot : slots) {
        hash = base::mix(hash + slot + 0x9e3779b97f4a7c15ULL);
    }
    return static_cast<std::uint32_t>(hash >> 32U);
}

bool agrees(const SlotRows& rows, const BandPlan& plan, const ArticlePair& pair, std::size_t band) {
    return std::ranges::equal(band_of(rows, plan, pair.first, band),
                              band_of(rows, plan, pair.second, band));
}

// Of a hot bucket the latest articles, by group; groups by how lately one of theirs came. One group
// more than an article is chained with is enough: each but its own has at least one for it.
class LatestOfGroups {
public:
    /// The latest before this article, of other groups.
    [[nodiscard]] const std::vector<std::uint32_t>& of_others(std::uint32_t group) {
        chain_.clear();
        for (const auto& [name, latest] : groups_) {
            const auto room = chained_with - chain_.size();
            if (name != group) {
                const auto count = static_cast<std::ptrdiff_t>(std::min(room, latest.size()));
                chain_.insert(chain_.end(), latest.end() - count, latest.end());
            }
        }
        return chain_;
    }

    void add(std::uint32_t group, std::uint32_t article) {
        auto own = std::ranges::find(groups_, group, &Group::name);
        if (own == groups_.end()) {
            if (groups_.size() > chained_with) {
                groups_.pop_back();
            }
            groups_.push_back({group, {}});
            own = groups_.end() - 1;
        }
        std::rotate(groups_.begin(), own, own + 1);
        auto& latest = groups_.front().latest;
        if (latest.size() == chained_with) {
            latest.erase(latest.begin());
        }
        latest.push_back(article);
    }

private:
    struct Group {
        std::uint32_t name;
        std::vector<std::uint32_t> latest;
    };
    std::vector<Group> groups_;
    std::vector<std::uint32_t> chain_;
};

void add_pairs_across(const SlotRows& rows, const BandPlan& plan, std::size_t band,
                      std::span<const std::uint64_t> bucket, base::Kept<ArticlePair>& pairs) {
    LatestOfGroups latest;
    for (const auto entry : bucket) {
        const auto article = static_cast<std::uint32_t>(entry);
        for (const auto before : latest.of_others(rows.groups[article])) {
            if (agrees(rows, plan, {before, article}, band)) {
                pairs.emplace_back(before, article);
            }
        }
        latest.add(rows.groups[article], article);
    }
}

}  // namespace

base::Kept<ArticlePair> pairs_of_band(const SlotRows& rows, const BandPlan& plan,
                                      std::size_t band) {
    // The hash above the number of the article.
    std::vector<std::uint64_t> buckets;
    buckets.reserve(rows.size());
    for (std::size_t article = 0; article < rows.size(); ++article) {
        if (!rows.skipped[article]) {
            const std::uint64_t hash = hash_of(band_of(rows, plan, article, band));
            buckets.push_back(hash << 32U | article);
        }
    }
    std::ranges::sort(buckets);
    base::Kept<ArticlePair> pairs;
    for (std::size_t begin = 0; begin < buckets.size();) {
        auto end = begin + 1;
        while (end < buckets.size() && buckets[end] >> 32U == buckets[begin] >> 32U) {
            ++end;
        }
        const bool is_hot = end - begin > most_all_with_all;
        if (is_hot && !rows.groups.empty()) {
            add_pairs_across(rows, plan, band, std::span(buckets).subspan(begin, end - begin),
                             pairs);
            begin = end;
            continue;
        }
        for (auto i = begin + 1; i < end; ++i) {
            const auto first = is_hot ? std::max(begin, i - std::min(i, chained_with)) : begin;
            for (auto j = first; j < i; ++j) {
                const ArticlePair pair{static_cast<std::uint32_t>(buckets[j]),
                                       static_cast<std::uint32_t>(buckets[i])};
                bool is_new = rows.may_meet(pair) && agrees(rows, plan, pair, band);
                for (std::size_t before = 0; before < band && is_new; ++before) {
                    is_new = is_hot || !agrees(rows, plan, pair, before);
                }
                if (is_new) {
                    pairs.push_back(pair);
                }
            }
        }
        begin = end;
    }
    std::ranges::sort(pairs);
    return pairs;
}

}  // namespace wirecopy::index
