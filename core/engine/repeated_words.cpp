#include "engine/repeated_words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace wirecopy::engine {

namespace {

using index::ArticlePair;

// Articles of the same words, ascending.
using Same = std::span<const std::pair<std::uint64_t, std::uint32_t>>;

void pair_beyond_the_most(Same same, std::span<const std::uint32_t> groups,
                          std::span<std::uint8_t> skipped, std::vector<ArticlePair>& pairs) {
    const auto first = same.front().second;
    std::optional<std::uint32_t> other;  // the first of a group that is not that of the first
    for (std::size_t i = 0; i < same.size(); ++i) {
        const auto self = same[i].second;
        const bool is_like_first = !groups.empty() && groups[self] == groups[first];
        if (!groups.empty() && !is_like_first && !other) {
            other = self;
        }
        if (i >= index::most_all_with_all) {
            if (!is_like_first) {
                pairs.emplace_back(first, self);
            } else if (other) {
                pairs.emplace_back(*other, self);
            }
            skipped[self] = 1;
        }
    }
}

}  // namespace

std::vector<ArticlePair> pair_repeats(std::span<const std::uint64_t> word_hashes,
                                      std::span<const std::uint32_t> groups,
                                      std::span<std::uint8_t> skipped) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> articles;
    articles.reserve(word_hashes.size());
    for (std::uint32_t self = 0; self < word_hashes.size(); ++self) {
        if (skipped[self] == 0) {
            articles.emplace_back(word_hashes[self], self);
        }
    }
    std::ranges::sort(articles);
    std::vector<ArticlePair> pairs;
    for (auto begin = articles.begin(); begin != articles.end();) {
        const auto end = std::find_if(begin, articles.end(), [&](const auto& article) {
            return article.first != begin->first;
        });
        pair_beyond_the_most({begin, end}, groups, skipped, pairs);
        begin = end;
    }
    std::ranges::sort(pairs, {}, &ArticlePair::second);
    return pairs;
}

}  // namespace wirecopy::engine
