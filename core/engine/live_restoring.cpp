// What is kept of live articles, and how they are made of it again.

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "engine/live_articles.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::engine {

LiveKept LiveArticles::kept(std::uint32_t number) const {
    const auto& entry = at(number);
    const auto near = graph_.given(number);
    return {.is_repeat = entry.is_repeat,
            .window_day = entry.window_day,
            .latest_day = entry.latest_day,
            .epoch = entry.epoch,
            .group_first = entry.group_first,
            .group_count = entry.group_count,
            .near = {near.begin(), near.end()},
            .sharing = entry.sharing};
}

// Numbers of articles that left are holes.
void LiveArticles::continue_at(std::uint32_t number, std::int32_t latest_day) {
    if (articles_.empty()) {
        first_ = number;
    }
    while (next() < number) {
        articles_.emplace_back().latest_day = latest_day_;
    }
    latest_day_ = latest_day;
}

void LiveArticles::restore(std::uint32_t number, Ready&& ready, const LiveKept& kept) {
    continue_at(number, latest_day_);
    Ties ties{.near = {},
              .sharing = {},
              .is_repeat = kept.is_repeat,
              .group_first = kept.group_first,
              .group_count = kept.group_count};
    std::ranges::copy_if(kept.near, std::back_inserter(ties.near),
                         [&](const score::Neighbour& n) { return contains(n.article); });
    std::ranges::copy_if(kept.sharing, std::back_inserter(ties.sharing),
                         [&](std::uint32_t other) { return contains(other); });
    ready.window_day = kept.window_day;
    place(std::move(ready), ties);
    auto& entry = at(number);
    entry.latest_day = latest_day_ = kept.latest_day;
    note_group(number);
    post(number);
}

LiveLookup LiveArticles::lookup() const {
    LiveLookup made{.first = first_,
                    .latest_day = latest_day_,
                    .epoch = epoch_number_,
                    .entries = {},
                    .sharing = {},
                    .learned = learned_,
                    .terms = terms_.lists(),
                    .runs = runs_.lists(),
                    .posted = posted_,
                    .graph = graph_.lists()};
    made.entries.reserve(articles_.size());
    for (const auto& entry : articles_) {
        made.entries.push_back({.text_hash = entry.text_hash,
                                .repeat_key = entry.repeat_key,
                                .window_day = entry.window_day,
                                .latest_day = entry.latest_day,
                                .epoch = entry.epoch,
                                .group_first = entry.group_first,
                                .group_count = entry.group_count,
                                .sharing_count = static_cast<std::uint32_t>(entry.sharing.size()),
                                .is_there = entry.is_there ? 1U : 0U,
                                .is_repeat = entry.is_repeat ? 1U : 0U});
        made.sharing.insert(made.sharing.end(), entry.sharing.begin(), entry.sharing.end());
    }
    return made;
}

void LiveArticles::restore(const LiveLookup& lookup) {
    begin_epoch(lookup.epoch, source_.epoch(lookup.epoch));
    first_ = lookup.first;
    latest_day_ = lookup.latest_day;
    learned_ = lookup.learned;
    restored_learned_ = learned_.size();
    terms_ = index::GrowingPostings(lookup.terms);
    runs_ = index::GrowingPostings(lookup.runs);
    posted_ = lookup.posted;
    graph_.restore(lookup.graph);
    auto sharing = std::span(lookup.sharing);
    for (const auto& known : lookup.entries) {
        auto& entry = articles_.emplace_back();
        if (known.sharing_count > sharing.size()) {
            throw Error(ErrorKind::format, "index: what its articles share is damaged");
        }
        entry.is_there = known.is_there != 0;
        entry.is_repeat = known.is_repeat != 0;
        entry.window_day = known.window_day;
        entry.latest_day = known.latest_day;
        entry.epoch = known.epoch;
        entry.group_first = known.group_first;
        entry.group_count = known.group_count;
        entry.text_hash = known.text_hash;
        entry.repeat_key = known.repeat_key;
        const auto own = sharing.first(known.sharing_count);
        entry.sharing.assign(own.begin(), own.end());
        sharing = sharing.subspan(known.sharing_count);
        const auto number = next() - 1;
        if (entry.is_there) {
            ++live_;
            note_group(number);
            note_text(number);
        }
    }
}

void LiveArticles::remove_all(std::span<const std::uint32_t> numbers) {
    for (const auto number : numbers) {
        at(number).is_leaving = true;
    }
    for (const auto number : numbers) {
        remove(number);
    }
}

}  // namespace wirecopy::engine
