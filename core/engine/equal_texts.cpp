#include "engine/equal_texts.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace wirecopy::engine {

namespace {

// Places of articles that have words and are wanted, by text and then by place.
template <typename IsWanted>
std::vector<std::uint32_t> by_text(std::span<const Wording> wordings, const DayOrder& order,
                                   const IsWanted& is_wanted) {
    const auto hash_at = [&](std::uint32_t place) {
        return wordings[order.article(place)].text_hash;
    };
    std::vector<std::uint32_t> places;
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        if (hash_at(place) != 0 && is_wanted(place)) {
            places.push_back(place);
        }
    }
    std::ranges::stable_sort(places, {}, hash_at);
    return places;
}

void add(std::uint32_t a, std::uint32_t b, LaterArticles& pairs) {
    const auto [low, high] = std::minmax({a, b});
    const auto at = std::ranges::lower_bound(pairs[low], high);
    if (at == pairs[low].end() || *at != high) {
        pairs[low].insert(at, high);
    }
}

// Each of the places with the latest of the same text before it in its window.
void pair_latest(std::span<const Wording> wordings, const DayOrder& order,
                 std::span<const std::uint32_t> places, std::size_t most, LaterArticles& pairs) {
    const auto hash_at = [&](std::size_t i) {
        return wordings[order.article(places[i])].text_hash;
    };
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto least = i - std::min(i, most);
        for (auto j = i;
             j > least && hash_at(j - 1) == hash_at(i) && places[j - 1] >= order.first(places[i]);
             --j) {
            add(order.article(places[i]), order.article(places[j - 1]), pairs);
        }
    }
}

}  // namespace

void add_equal_texts(std::span<const Wording> wordings, const DayOrder& order,
                     const Repeats& repeats, LaterArticles& pairs) {
    const auto places =
        by_text(wordings, order, [&](std::uint32_t place) { return !repeats.is_repeat(place); });
    pair_latest(wordings, order, places, places.size(), pairs);
}

void add_latest_equal_texts(std::span<const Wording> wordings, const DayOrder& order,
                            LaterArticles& pairs) {
    const auto places = by_text(wordings, order, [](std::uint32_t) { return true; });
    pair_latest(wordings, order, places, candidate_rules.most_equal_texts, pairs);
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
            add(self, order.article(*last.other), pairs);
        }
    }
}

}  // namespace wirecopy::engine
