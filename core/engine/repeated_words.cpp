#include "engine/repeated_words.hpp"

#include <optional>
#include <unordered_map>

namespace wirecopy::engine {

namespace {

struct Repeated {
    std::uint32_t first;
    std::optional<std::uint32_t> other;  // the first of a group that is not that of the first
    std::size_t count = 0;
};

}  // namespace

std::vector<index::ArticlePair> pair_repeats(std::span<const std::uint64_t> word_hashes,
                                             std::span<const std::uint32_t> groups,
                                             std::span<std::uint8_t> skipped) {
    std::unordered_map<std::uint64_t, Repeated> met;  // asked, never walked
    std::vector<index::ArticlePair> pairs;
    for (std::uint32_t self = 0; self < word_hashes.size(); ++self) {
        if (skipped[self] != 0) {
            continue;
        }
        auto& repeated = met.try_emplace(word_hashes[self], Repeated{self, {}}).first->second;
        const bool is_like_first = !groups.empty() && groups[self] == groups[repeated.first];
        if (!groups.empty() && !is_like_first && !repeated.other) {
            repeated.other = self;
        }
        if (++repeated.count > index::most_all_with_all) {
            if (!is_like_first) {
                pairs.emplace_back(repeated.first, self);
            } else if (repeated.other) {
                pairs.emplace_back(*repeated.other, self);
            }
            skipped[self] = 1;
        }
    }
    return pairs;
}

}  // namespace wirecopy::engine
