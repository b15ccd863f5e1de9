#include "engine/index_state.hpp"

#include <algorithm>
#include <utility>

#include "engine/index_records.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

using engine::JudgedPair;
using engine::LiveArticles;
using engine::LiveMatch;

engine::LiveOptions live_options(const IndexOptions& options, std::uint64_t memory_bytes) {
    engine::LiveOptions made;
    made.compare.base_rate = options.base_rate;
    made.compare.use_credit = options.use_credit;
    made.compare.ngram = options.ngram;
    made.compare.tables = options.tables;
    made.compare.window_days = options.window_days;
    made.compare.threads = options.threads;
    made.epoch_articles = options.epoch_articles;
    made.most_made_bytes = memory_bytes;
    return made;
}

void check(const IndexOptions& options) {
    if (options.ngram == 0) {
        throw Error(ErrorKind::option, "index: ngram must be at least 1");
    }
    if (options.expires && !options.window_days) {
        throw Error(ErrorKind::option, "index: articles can expire only where there is a window");
    }
}

std::vector<JudgedPair> pairs_of(std::uint32_t number, std::span<const LiveMatch> matches) {
    std::vector<JudgedPair> pairs;
    pairs.reserve(matches.size());
    for (const auto& [other, verdict] : matches) {
        const auto [a, b] = std::minmax(number, other);
        pairs.push_back({a, b, verdict.story, verdict.derived, verdict.grade});
    }
    return pairs;
}

}  // namespace

Index::State::State(const IndexOptions& chosen, std::uint64_t memory_bytes)
    : options((check(chosen), chosen)), live(live_options(chosen, memory_bytes)) {}

Index::State::State(index::Store&& opened, IndexAccess chosen_access, const IndexOptions& chosen,
                    std::uint64_t memory_bytes)
    : options((check(chosen), chosen)),
      live(live_options(chosen, memory_bytes)),
      store(std::move(opened)),
      access(chosen_access) {
    read_back();
    if (access == IndexAccess::check) {
        check_lookup();
    }
}

IndexOptions Index::State::options_of(index::Store& store, IndexAccess access,
                                      const IndexOptions* given) {
    const auto bytes = store.get(Table::settings, options_key);
    if (!bytes && access != IndexAccess::write) {
        throw Error(ErrorKind::format, "index: nothing was ever written to it");
    }
    if (!bytes) {
        const auto chosen = given != nullptr ? *given : IndexOptions();
        check(chosen);
        store.put(Table::settings, options_key, engine::to_bytes(chosen));
        store.commit();
        return chosen;
    }
    auto options = engine::parse_options(*bytes);
    if (given != nullptr && engine::to_bytes(*given) != *bytes) {
        throw Error(ErrorKind::parameters,
                    "index: it was made with other options; `wirecopy index info` shows them");
    }
    if (given != nullptr) {
        options = *given;
    }
    return options;
}

IndexAnswer Index::State::add(const Article& article) {
    require_writable();
    const auto content = engine::content_hash(article);
    const auto known = numbers.find(article.id);
    if (known != numbers.end() && articles.at(known->second).content == content) {
        auto answer = answer_of(known->second);
        answer.unchanged = true;
        answer.events = brought_by(known->second);
        return answer;
    }
    broken = store.has_value();  // until all is done
    auto ready = live.prepare(article, true);
    if (store && live.begun()) {
        begin_epoch();
    }
    std::vector<engine::GroupChange> changes;
    if (known != numbers.end()) {
        const auto before = known->second;
        take_out({&before, 1}, changes);
    }
    auto credits = credits_of(ready);
    const auto number = live.add(std::move(ready));
    numbers[article.id] = number;
    articles[number] = {article.id, content, live.epoch_number(), std::move(credits)};
    if (store) {
        keep(number, content, article);
    }
    const auto matches = live.matches(number);
    append(changes, stories.add(number, pairs_of(number, matches)));
    auto answer = answer_of(number, matches);
    make_room(changes);
    answer.events = events_of(changes);
    if (!answer.events.empty() && live.contains(number)) {
        brought[number] = answer.events;
    }
    keep_places(changes);
    broken = false;
    answer.story = stories.contains(number) ? stories.of(number).story : answer.story;
    answer.origin = stories.contains(number) ? stories.of(number).origin : answer.origin;
    live.release();
    return answer;
}

void Index::State::let_go(std::span<const std::uint32_t> leaving) {
    require_writable();
    broken = store.has_value();  // until all is done
    std::vector<engine::GroupChange> changes;
    take_out(leaving, changes);
    keep_places(changes);
    live.release();
    broken = false;
}

std::vector<std::uint32_t> Index::State::numbers_here() const {
    std::vector<std::uint32_t> here;
    here.reserve(live.size());
    for (auto number = live.oldest().value_or(live.next()); number < live.next(); ++number) {
        if (live.contains(number)) {
            here.push_back(number);
        }
    }
    return here;
}

void Index::State::make_room(std::vector<engine::GroupChange>& changes) {
    std::vector<std::uint32_t> leaving;
    auto left = live.size();
    for (auto number = live.oldest().value_or(live.next()); number < live.next(); ++number) {
        if (!live.contains(number)) {
            continue;
        }
        const bool is_much = options.most_articles > 0 && left > options.most_articles;
        const auto day = live.window_day(number);
        const bool is_old = options.expires && day != LiveArticles::no_day &&
                            std::int64_t{day} + *options.window_days < live.latest_day();
        if (!is_much && !is_old) {
            break;
        }
        leaving.push_back(number);
        --left;
    }
    if (!leaving.empty()) {
        take_out(leaving, changes);
    }
}

// Each is gone from its story before the next one goes, so that ids and events do not depend on how
// many leave together.
void Index::State::take_out(std::span<const std::uint32_t> leaving,
                            std::vector<engine::GroupChange>& changes) {
    for (const auto number : leaving) {
        if (store) {
            forget(number);
        }
        append(changes, stories.remove(number));
        const auto found = articles.find(number);
        numbers.erase(found->second.id);
        articles.erase(found);
        brought.erase(number);
    }
    live.remove_all(leaving);
}

void Index::State::require_whole() const {
    if (broken) {
        throw Error(ErrorKind::output, "index: a call failed half-way; it must be opened anew");
    }
}

void Index::State::require_writable() const {
    require_whole();
    if (store && access != IndexAccess::write) {
        throw Error(ErrorKind::option, "index: it was opened to be read");
    }
}

void Index::State::begin_epoch() {
    store->put(Table::epochs, live.epoch_number(), base::to_record(*live.begun()));
    for (const auto number : gone) {
        store->erase(Table::articles, number);
    }
    gone.clear();
}

void Index::State::keep(std::uint32_t number, std::uint64_t content, const Article& article) {
    ++unlooked;
    store->put(Table::articles, number,
               base::to_record(engine::ArticleRecord{false, content, live.kept(number),
                                                     engine::pack(article)}));
}

void Index::State::forget(std::uint32_t number) {
    ++unlooked;
    if (options.epoch_articles == 0 || articles.at(number).epoch != live.epoch_number()) {
        store->erase(Table::articles, number);
        return;
    }
    const auto bytes = store->get(Table::articles, number);
    if (!bytes) {
        throw Error(ErrorKind::format, "index: article " + std::to_string(number) + " is missing");
    }
    auto record = base::from_record<engine::ArticleRecord>(*bytes);
    record.is_gone = true;
    store->put(Table::articles, number, base::to_record(record));
    gone.push_back(number);
}

void Index::State::keep_places(std::span<const engine::GroupChange> changes) {
    const auto changed = stories.take_changed();
    if (!store) {
        return;
    }
    for (const auto number : changed) {
        if (stories.contains(number)) {
            store->put(Table::places, number,
                       base::to_record(engine::PlaceRecord{
                           stories.of(number), stories.links_down(number), brought_by(number)}));
        } else {
            store->erase(Table::places, number);
        }
    }
    for (const auto& change : changes) {
        if (change.is_merge) {
            store->put(Table::aliases, change.from,
                       base::to_record(engine::AliasRecord{change.into}));
        }
    }
}

void Index::State::commit() {
    if (!store || access != IndexAccess::write) {
        return;
    }
    require_writable();
    broken = true;
    store->put(Table::settings, state_key,
               base::to_record(engine::IndexState{
                   live.next(), live.latest_day(), live.epoch_number(), live.size(),
                   stories.story_ids().next(), stories.origin_ids().next()}));
    store->commit();
    broken = false;
    // Now and then, for whoever opens it after a crash. Without it nothing is lost but time.
    constexpr std::uint64_t most_unlooked = 20'000;
    if (unlooked >= std::max(most_unlooked, std::uint64_t{live.size()} / 2)) {
        try {
            write_lookup();
        } catch (const Error&) {
            unlooked = 0;  // after as many again
        }
    }
}

std::vector<StoryEvent> Index::State::brought_by(std::uint32_t number) const {
    const auto found = brought.find(number);
    return found == brought.end() ? std::vector<StoryEvent>() : found->second;
}

std::vector<StoryEvent> Index::State::events_of(std::span<const engine::GroupChange> changes) {
    std::vector<StoryEvent> events;
    for (const auto& change : changes) {
        events.push_back({change.is_merge, change.from, change.into});
    }
    return events;
}

void Index::State::append(std::vector<engine::GroupChange>& all,
                          const std::vector<engine::GroupChange>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

}  // namespace wirecopy
