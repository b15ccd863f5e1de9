#include "index/bands.hpp"

#include <algorithm>

#include "base/hash.hpp"

namespace wirecopy::index {

namespace {

std::span<const std::uint32_t> band_of(const SlotRows& rows, const BandPlan& plan,
                                       std::size_t article, std::size_t band) {
    return rows.slots.subspan(article * rows.width + band * plan.rows, plan.rows);
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

}  // namespace

std::vector<ArticlePair> pairs_of_band(const SlotRows& rows, const BandPlan& plan,
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
    std::vector<ArticlePair> pairs;
    for (std::size_t begin = 0; begin < buckets.size();) {
        auto end = begin + 1;
        while (end < buckets.size() && buckets[end] >> 32U == buckets[begin] >> 32U) {
            ++end;
        }
        const bool is_hot = end - begin > most_all_with_all;
        for (auto i = begin + 1; i < end; ++i) {
            const auto first = is_hot ? std::max(begin, i - std::min(i, chained_with)) : begin;
            for (auto j = first; j < i; ++j) {
                const ArticlePair pair{static_cast<std::uint32_t>(buckets[j]),
                                       static_cast<std::uint32_t>(buckets[i])};
                bool is_new = agrees(rows, plan, pair, band);
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
