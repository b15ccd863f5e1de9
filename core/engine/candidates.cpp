#include "engine/candidates.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "score/resemblance.hpp"

namespace wirecopy::engine {

namespace {

using score::Neighbour;

constexpr const CandidateRules& rules = candidate_rules;

constexpr std::uint32_t run_sample_mask = 1;

constexpr std::size_t articles_a_range = 64;
constexpr std::size_t queries_a_range = 1024;

constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::max();

using Keys = std::vector<base::Kept<index::Key>>;  // of each place
using Neighbours = std::vector<base::Kept<Neighbour>>;

// What every search has: who works on it, who is told, where what it finds is kept.
struct Search {
    unsigned threads;
    StepCounter& steps;
    base::KeptMemory* memory;
};

index::Postings make_postings(const Keys& keys, const Search& search) {
    return {keys,
            [&](std::size_t parts, const auto& sort) {
                base::for_ranges(parts, 1, search.threads, [&](std::size_t begin, std::size_t end) {
                    for (auto part = begin; part < end; ++part) {
                        sort(part);
                    }
                });
            },
            search.memory};
}

// A list as small as it can be.
template <typename T>
base::Kept<T> kept(const std::vector<T>& list, const Search& search) {
    return {list.begin(), list.end(), search.memory};
}

template <typename List>
void sort_without_repeats(List& list) {
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

// The exact resemblance of every pair, where it is at least the least.
// In the order of days, so that those who are compared lie in the cache together.
Neighbours resembling(std::span<const score::Profile> profiles, const LaterArticles& pairs,
                      const DayOrder& order, const Search& search) {
    Neighbours upper(pairs.size());
    base::for_ranges(
        pairs.size(), articles_a_range, search.threads, [&](std::size_t begin, std::size_t end) {
            std::vector<Neighbour> near;
            constexpr std::size_t ahead = 2;
            constexpr std::size_t far_ahead = 6;
            score::Resemblance resemblance;
            for (auto place = begin; place < end; ++place) {
                const auto a = order.article(place);
                if (pairs[a].empty()) {
                    continue;
                }
                resemblance.turn_to(profiles[a]);
                near.clear();
                for (std::size_t i = 0; i < pairs[a].size(); ++i) {
                    if (i + far_ahead < pairs[a].size()) {
                        __builtin_prefetch(&profiles[pairs[a][i + far_ahead]]);
                    }
                    if (i + ahead < pairs[a].size()) {
                        score::Resemblance::prefetch(profiles[pairs[a][i + ahead]]);
                    }
                    const auto b = pairs[a][i];
                    const auto found = static_cast<float>(resemblance.with(profiles[b]));
                    if (found >= rules.least_resemblance) {
                        near.push_back({b, found});
                    }
                }
                upper[a] = kept(near, search);
            }
            search.steps.add(end - begin);
        });
    return upper;
}

// Pairs by place become pairs by article, the lower number first.
LaterArticles by_article(const LaterArticles& earlier, const DayOrder& order,
                         const Search& search) {
    std::vector<std::uint32_t> counts(earlier.size());
    const auto for_each_pair = [&](const auto& visit) {
        for (std::size_t place = 0; place < earlier.size(); ++place) {
            for (const auto other : earlier[place]) {
                const auto [low, high] = std::minmax({order.article(place), order.article(other)});
                visit(low, high);
            }
        }
    };
    for_each_pair([&](std::uint32_t low, std::uint32_t /*high*/) { ++counts[low]; });
    LaterArticles pairs;
    pairs.reserve(earlier.size());
    for (const auto count : counts) {
        pairs.emplace_back(search.memory).reserve(count);
    }
    for_each_pair([&](std::uint32_t low, std::uint32_t high) { pairs[low].push_back(high); });
    for (auto& list : pairs) {
        sort_without_repeats(list);
    }
    return pairs;
}

// Asks for the earlier ones of every article: `ask(query, place, found)` of those that are no
// repeats, which have the first of their words alone.
template <typename Ask>
LaterArticles ask_all(Keys keys, const DayOrder& order, const Repeats& repeats,
                      const Search& search, const Ask& ask) {
    const auto postings = make_postings(keys, search);
    keys = {};
    LaterArticles earlier(order.size());
    base::for_ranges(order.size(), queries_a_range, search.threads,
                     [&](std::size_t begin, std::size_t end) {
                         index::Query query(postings);
                         std::vector<std::uint32_t> found;
                         for (auto place = begin; place < end; ++place) {
                             found.clear();
                             if (repeats.is_repeat(place)) {
                                 found.push_back(repeats.first_of(place));
                             } else {
                                 ask(query, place, found);
                             }
                             earlier[place] = kept(found, search);
                         }
                         search.steps.add(end - begin);
                     });
    return by_article(earlier, order, search);
}

LaterArticles sharing_rare_terms(std::span<score::Profile> profiles, const DayOrder& order,
                                 const Repeats& repeats, const Search& search) {
    const auto size = order.size();
    Keys keys(size);
    std::vector<float> least(size);
    for (std::size_t place = 0; place < size; ++place) {
        auto rare_terms = std::exchange(profiles[order.article(place)].rare_terms, {});
        if (!repeats.is_repeat(place)) {
            least[place] = least_score(rare_terms);
            keys[place] = std::move(rare_terms);
        }
    }
    return ask_all(
        std::move(keys), order, repeats, search,
        [&](index::Query& query, std::size_t place, auto& earlier) {
            const auto ask = [&](const index::Query::Range& range) {
                for (const auto& found : query.best_earlier(place, range, rules.most_candidates)) {
                    if (found.score >= least[place]) {
                        earlier.push_back(found.article);
                    }
                }
            };
            const auto first = order.first(place);
            const auto nearby = order.nearby(place);
            if (nearby > first) {
                ask({first, rules.most_postings_a_far_term});
            }
            ask({nearby, rules.most_postings_a_term});
        });
}

// The pairs of both, without repeats.
void add_all(const LaterArticles& more, LaterArticles& pairs, const Search& search) {
    std::vector<std::uint32_t> both;
    for (std::size_t a = 0; a < pairs.size(); ++a) {
        if (!more[a].empty()) {
            both.clear();
            std::ranges::set_union(pairs[a], more[a], std::back_inserter(both));
            if (both.size() > pairs[a].size()) {
                pairs[a] = kept(both, search);
            }
        }
    }
}

// Pairs that are not in the graph, but are both in the circle of one article.
LaterArticles with_a_near_article_in_common(const score::ResemblanceGraph& graph,
                                            const DayOrder& order, const Search& search) {
    LaterArticles pairs(graph.size());
    base::for_ranges(graph.size(), articles_a_range, search.threads,
                     [&](std::size_t begin, std::size_t end) {
                         std::vector<std::uint32_t> found;
                         for (auto a = begin; a < end; ++a) {
                             found.clear();
                             for (const auto& near : graph.circle(a)) {
                                 for (const auto& next : graph.circle(near.article)) {
                                     if (next.article > a) {
                                         found.push_back(next.article);
                                     }
                                 }
                             }
                             sort_without_repeats(found);
                             std::erase_if(found, [&](std::uint32_t b) {
                                 return !order.within(a, b) || graph.between(a, b) > 0;
                             });
                             pairs[a] = kept(found, search);
                         }
                         search.steps.add(end - begin);
                     });
    return pairs;
}

bool by_number(const Neighbour& a, const Neighbour& b) {
    return a.article < b.article;
}

}  // namespace

float least_score(std::span<const index::Key> rare_terms) noexcept {
    float own = 0;
    for (const auto& term : rare_terms) {
        own += term.weight * term.weight;
    }
    return std::min(rules.least_score, rules.least_score_share * own);
}

std::uint64_t repeat_key(const Wording& wording) {
    const auto& text = wording.words;
    return base::hash_bytes(
        {reinterpret_cast<const char*>(text.data()), text.size() * sizeof(std::uint64_t)});
}

std::vector<index::Key> run_keys(const Wording& wording) {
    std::vector<index::Key> keys;
    for (const auto anchor : wording.anchors.sorted()) {
        const auto hash = static_cast<std::uint32_t>(anchor >> 32U);
        const bool is_new = keys.empty() || keys.back().key != hash;
        if (is_new && (hash & run_sample_mask) == 0) {
            keys.push_back({hash});
        }
    }
    return keys;
}

Repeats::Repeats(std::span<const Wording> wordings, const DayOrder& order, unsigned threads)
    : firsts_(order.size()) {
    struct Group {
        std::uint32_t first;
        std::size_t count;
    };
    std::vector<std::uint64_t> keys(order.size());
    base::for_ranges(order.size(), queries_a_range, threads,
                     [&](std::size_t begin, std::size_t end) {
                         for (auto place = begin; place < end; ++place) {
                             keys[place] = repeat_key(wordings[order.article(place)]);
                         }
                     });
    std::unordered_map<std::uint64_t, Group> groups;  // asked, never walked
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto self = static_cast<std::uint32_t>(place);
        auto& group = groups.try_emplace(keys[place], Group{self, 0}).first->second;
        if (group.first < order.first(place)) {
            group = {self, 0};
        }
        ++group.count;
        firsts_[place] = group.count > rules.most_repeats ? group.first : self;
    }
}

DayOrder::DayOrder(std::span<const score::Profile> profiles, std::optional<unsigned> window_days)
    : articles_(profiles.size()),
      places_(profiles.size()),
      firsts_(profiles.size()),
      nearby_(profiles.size()) {
    std::iota(articles_.begin(), articles_.end(), 0U);
    std::vector<std::int32_t> days(profiles.size());
    auto latest = std::numeric_limits<std::int32_t>::min();
    for (std::size_t article = 0; article < profiles.size(); ++article) {
        const auto& day = profiles[article].day;
        latest = std::max(latest, day.value_or(latest));
        days[article] = day.value_or(window_days ? no_day : latest);
    }
    std::ranges::stable_sort(articles_, {}, [&](std::uint32_t article) { return days[article]; });
    const auto begin_within = [&](unsigned most_days, std::vector<std::uint32_t>& begins) {
        std::size_t first = 0;
        for (std::size_t place = 0; place < articles_.size(); ++place) {
            const std::int64_t day = days[articles_[place]];
            if (!profiles[articles_[place]].day) {
                begins[place] = 0;
                continue;
            }
            while (std::int64_t{days[articles_[first]]} + most_days < day) {
                ++first;
            }
            begins[place] = static_cast<std::uint32_t>(first);
        }
    };
    for (std::size_t place = 0; place < articles_.size(); ++place) {
        places_[articles_[place]] = static_cast<std::uint32_t>(place);
    }
    if (window_days) {
        begin_within(*window_days, firsts_);
    }
    begin_within(candidate_rules.nearby_days, nearby_);
    for (std::size_t place = 0; place < articles_.size(); ++place) {
        nearby_[place] = std::max(nearby_[place], firsts_[place]);
    }
}

bool DayOrder::within(std::size_t a, std::size_t b) const noexcept {
    const auto [low, high] = std::minmax({places_[a], places_[b]});
    return low >= firsts_[high];
}

LaterArticles sharing_runs(std::span<const Wording> wordings, const DayOrder& order,
                           const Repeats& repeats, unsigned threads, StepCounter& steps,
                           base::KeptMemory* memory) {
    const Search search{threads, steps, memory};
    const auto size = order.size();
    Keys keys(size);
    base::for_ranges(size, articles_a_range, threads, [&](std::size_t begin, std::size_t end) {
        for (auto place = begin; place < end; ++place) {
            if (!repeats.is_repeat(place)) {
                keys[place] = kept(run_keys(wordings[order.article(place)]), search);
            }
        }
    });
    return ask_all(std::move(keys), order, repeats, search,
                   [&](index::Query& query, std::size_t place, auto& earlier) {
                       for (const auto& found :
                            query.earlier(place, {order.first(place), rules.most_postings_a_run},
                                          rules.least_shared_runs)) {
                           earlier.push_back(found.article);
                       }
                   });
}

score::ResemblanceGraph likely_graph(std::span<score::Profile> profiles,
                                     const LaterArticles& sharing, const DayOrder& order,
                                     const Repeats& repeats, unsigned threads, StepCounter& steps,
                                     base::KeptMemory* memory) {
    const Search search{threads, steps, memory};
    Neighbours upper;
    {
        auto pairs = sharing_rare_terms(profiles, order, repeats, search);
        add_all(sharing, pairs, search);
        upper = resembling(profiles, pairs, order, search);
    }
    std::vector<Neighbour> both;
    for (int round = 0; round < rules.rounds_of_neighbours; ++round) {
        Neighbours more;
        {
            const score::ResemblanceGraph graph(upper, memory);
            more = resembling(profiles, with_a_near_article_in_common(graph, order, search), order,
                              search);
        }
        for (std::size_t a = 0; a < upper.size(); ++a) {
            if (!more[a].empty()) {
                both.clear();
                std::ranges::merge(upper[a], more[a], std::back_inserter(both), by_number);
                upper[a] = kept(both, search);
                base::Kept<Neighbour>().swap(more[a]);
            }
        }
    }
    return score::ResemblanceGraph(upper, memory);
}

}  // namespace wirecopy::engine
