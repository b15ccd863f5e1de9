#include "engine/equal_texts.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace wirecopy::engine {

void add_equal_texts(std::span<const Wording> wordings, const DayOrder& order,
                     const Repeats& repeats, LaterArticles& pairs) {
    const auto hash_at = [&](std::uint32_t place) {
        return wordings[order.article(place)].text_hash;
    };
    std::vector<std::uint32_t> places;
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        if (hash_at(place) != 0 && !repeats.is_repeat(place)) {
            places.push_back(place);
        }
    }
    std::ranges::stable_sort(places, {}, hash_at);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto is_equal = [&](std::size_t j) {
            return hash_at(places[j]) == hash_at(places[i]) && places[j] >= order.first(places[i]);
        };
        for (auto behind = i; behind > 0 && is_equal(behind - 1); --behind) {
            const auto j = behind - 1;
            const auto [low, high] =
                std::minmax({order.article(places[i]), order.article(places[j])});
            const auto at = std::ranges::lower_bound(pairs[low], high);
            if (at == pairs[low].end() || *at != high) {
                pairs[low].insert(at, high);
            }
        }
    }
}

void add_repeats_of_other_groups(std::span<const Wording> wordings,
                                 std::span<const std::uint32_t> groups, const DayOrder& order,
                                 const Repeats& repeats, LaterArticles& pairs) {
    struct Last {
        std::uint32_t place = 0;
        std::optional<std::uint32_t> other;  // before it, of another group than its own
    };
    std::unordered_map<std::uint64_t, Last> last_of;  // asked, never walked
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        const auto self = order.article(place);
        const auto hash = wordings[self].text_hash;
        if (hash == 0) {
            continue;
        }
        const auto [found, is_new] = last_of.try_emplace(hash, Last{place, {}});
        auto& last = found->second;
        if (!is_new && groups[order.article(last.place)] != groups[self]) {
            last.other = last.place;
        }
        last.place = place;
        const auto first = order.article(repeats.first_of(place));
        if (repeats.is_repeat(place) && groups[first] == groups[self] && last.other &&
            *last.other >= order.first(place)) {
            const auto [low, high] = std::minmax({self, order.article(*last.other)});
            pairs[low].insert(std::ranges::lower_bound(pairs[low], high), high);
        }
    }
}

}  // namespace wirecopy::engine
