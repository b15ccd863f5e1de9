// Opening an index that lasts, and what makes that quick (index_state.hpp).

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "engine/index_state.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

[[noreturn]] void damaged(std::uint32_t number) {
    throw Error(ErrorKind::format, "index: article " + std::to_string(number) + " is damaged");
}

bool is_same(std::span<const score::Neighbour> a, std::span<const score::Neighbour> b) {
    return std::ranges::equal(a, b, [](const score::Neighbour& x, const score::Neighbour& y) {
        return x.article == y.article && x.resemblance == y.resemblance;
    });
}

}  // namespace

void Index::State::read_back() {
    live.read_from(source());
    const auto bytes = store->get(Table::settings, state_key);
    if (!bytes) {
        return;  // it was made and nothing committed
    }
    const auto state = base::from_record<engine::IndexState>(*bytes);
    read_places(state);
    const bool is_known = access != IndexAccess::check && read_lookup(state);
    if (!is_known) {
        begin_epoch_again(0);
    }
    read_articles(state, is_known ? live.next() : 0);
    if (state.epoch != live.epoch_number()) {
        begin_epoch_again(state.epoch);
    }
    live.continue_at(state.next_number, state.latest_day);
    if (live.size() != state.articles || numbers.size() != state.articles) {
        throw Error(ErrorKind::format, "index: of " + std::to_string(state.articles) +
                                           " articles " + std::to_string(live.size()) +
                                           " are there");
    }
    for (const auto number : live.learned()) {
        if (!live.contains(number)) {
            gone.push_back(number);
        }
    }
}

void Index::State::read_places(const engine::IndexState& state) {
    store->for_each(Table::places, [&](std::uint64_t key, std::string_view bytes) {
        auto place = base::from_record<engine::PlaceRecord>(bytes);
        const auto number = static_cast<std::uint32_t>(key);
        stories.restore(number, place.place, place.links);
        if (!place.events.empty()) {
            brought[number] = std::move(place.events);
        }
    });
    store->for_each(Table::aliases, [&](std::uint64_t from, std::string_view bytes) {
        stories.story_ids().restore_alias(from, base::from_record<engine::AliasRecord>(bytes).into);
    });
    stories.story_ids().continue_at(state.next_story);
    stories.origin_ids().continue_at(state.next_origin);
}

std::optional<index::LookupName> Index::State::lookup_name(const index::Store& store) {
    const auto bytes = store.get(Table::settings, lookup_key);
    return bytes ? std::optional(base::from_record<index::LookupName>(*bytes)) : std::nullopt;
}

engine::LiveSource Index::State::source() {
    return {.article =
                [this](std::uint32_t number) {
                    const auto bytes = store->get(Table::articles, number);
                    if (!bytes) {
                        damaged(number);
                    }
                    return engine::unpack(base::from_record<engine::ArticleRecord>(*bytes).packed);
                },
            .epoch =
                [this](std::uint32_t epoch) {
                    const auto bytes = store->get(Table::epochs, epoch);
                    if (!bytes && epoch != 0) {
                        throw Error(ErrorKind::format,
                                    "index: epoch " + std::to_string(epoch) + " is missing");
                    }
                    return bytes ? base::from_record<engine::EpochCounts>(*bytes)
                                 : engine::EpochCounts();
                }};
}

// Articles that left since it was written have no place any more.
bool Index::State::read_lookup(const engine::IndexState& state) {
    const auto name = lookup_name(*store);
    auto bytes = name ? index::read_lookup(store->folder(), *name) : std::nullopt;
    if (!bytes) {
        return false;
    }
    auto [kept, known] = base::from_record<engine::IndexLookup>(*bytes);
    bytes.reset();
    live.restore(kept);
    auto next_known = known.begin();
    std::vector<std::uint32_t> left;
    for (auto number = kept.first; number < live.next(); ++number) {
        if (!live.contains(number)) {
            continue;
        }
        if (next_known == known.end()) {
            damaged(number);
        }
        if (stories.contains(number)) {
            numbers[next_known->id] = number;
            articles[number] = std::move(*next_known);
        } else {
            left.push_back(number);
        }
        ++next_known;
    }
    live.remove_all(left);
    unlooked += left.size();
    if (state.next_number < live.next() && live.size() > 0) {
        throw Error(ErrorKind::format, "index: its lookup file is of a later time");
    }
    return true;
}

void Index::State::begin_epoch_again(std::uint32_t epoch) {
    live.begin_epoch(epoch, source().epoch(epoch));
}

void Index::State::read_articles(const engine::IndexState& state, std::uint32_t from) {
    const auto take = [&](std::uint64_t key, std::string_view bytes) {
        const auto number = static_cast<std::uint32_t>(key);
        const auto record = base::from_record<engine::ArticleRecord>(bytes);
        const auto article = engine::unpack(record.packed);
        ++unlooked;
        if (record.kept.epoch != live.epoch_number()) {
            begin_epoch_again(record.kept.epoch);
        }
        auto ready = live.prepare_again(article, number, record.kept.epoch == state.epoch);
        if (record.is_gone) {
            return;
        }
        auto credits = credits_of(ready);
        live.restore(number, std::move(ready), record.kept);
        numbers[article.id] = number;
        articles[number] = {article.id, record.content, record.kept.epoch, std::move(credits)};
        if (!stories.contains(number) || engine::content_hash(article) != record.content) {
            damaged(number);
        }
        live.release();
    };
    store->for_each(Table::articles, take, from);
}

void Index::State::check_lookup() {
    const auto name = lookup_name(*store);
    if (!name) {
        return;
    }
    if (!index::read_lookup(store->folder(), *name)) {
        throw Error(ErrorKind::format,
                    "index: its lookup file is missing or damaged: opening it takes longer until "
                    "articles are added");
    }
    State quick(options);
    quick.access = IndexAccess::read;
    quick.store = std::move(store);
    quick.read_back();
    for (const auto number : numbers_here()) {
        if (!quick.live.contains(number) ||
            quick.live.window_day(number) != live.window_day(number) ||
            quick.articles.at(number).id != articles.at(number).id ||
            !is_same(quick.live.neighbours(number), live.neighbours(number))) {
            throw Error(ErrorKind::format,
                        "index: its lookup file is wrong about article " + std::to_string(number));
        }
    }
    store = std::move(quick.store);
}

void Index::State::write_lookup() {
    const auto before = lookup_name(*store);
    engine::IndexLookup lookup{live.lookup(), {}};
    for (const auto number : numbers_here()) {
        lookup.known.push_back(articles.at(number));
    }
    const auto number = (before ? before->number : 0) + 1;
    const auto name = index::write_lookup(store->folder(), number, base::to_record(lookup));
    store->put(Table::settings, lookup_key, base::to_record(name));
    store->commit();
    unlooked = 0;
    index::remove_other_lookups(store->folder(), number);
}

void Index::State::checkpoint() {
    commit();
    // To write one costs as much as to make some articles anew, and a little for each it holds.
    const auto least_unlooked = 32 + live.size() / 64;
    if (store && access == IndexAccess::write && unlooked >= least_unlooked) {
        write_lookup();
    }
}

std::uint64_t Index::State::disk_bytes(const index::Store& store) {
    const auto name = lookup_name(store);
    return store.disk_bytes() + (name ? name->size_bytes : 0);
}

IndexInfo Index::State::info_of(index::Store& store) {
    IndexInfo info;
    info.options = options_of(store, IndexAccess::read, nullptr);
    std::unordered_set<engine::GroupId> stories;
    store.for_each(Table::places, [&](std::uint64_t /*number*/, std::string_view bytes) {
        stories.insert(base::from_record<engine::PlaceRecord>(bytes).place.story);
    });
    info.stories = stories.size();
    info.disk_bytes = disk_bytes(store);
    if (const auto bytes = store.get(Table::settings, state_key)) {
        const auto state = base::from_record<engine::IndexState>(*bytes);
        info.articles = state.articles;
        info.epoch = state.epoch;
        if (state.latest_day != engine::LiveArticles::no_day) {
            info.latest_day = state.latest_day;
        }
    }
    return info;
}

}  // namespace wirecopy
