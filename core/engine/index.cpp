#include "wirecopy/index.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "engine/index_records.hpp"
#include "engine/kept_stories.hpp"
#include "engine/live_articles.hpp"
#include "feature/day.hpp"
#include "index/store.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

using engine::JudgedPair;
using engine::LiveArticles;
using engine::LiveMatch;

// All that an answer may depend on but the id.
std::uint64_t content_hash(const Article& article) {
    auto hash = base::hash_bytes(article.text, 1);
    hash = base::mix(hash + base::hash_bytes(article.title, 2));
    hash = base::mix(hash + base::hash_bytes(article.source, 3));
    return base::mix(hash + base::hash_bytes(article.date, 4));
}

engine::LiveOptions live_options(const IndexOptions& options) {
    engine::LiveOptions made;
    made.compare.base_rate = options.base_rate;
    made.compare.use_credit = options.use_credit;
    made.compare.ngram = options.ngram;
    made.compare.tables = options.tables;
    made.compare.window_days = options.window_days;
    made.compare.threads = options.threads;
    made.epoch_articles = options.epoch_articles;
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

struct Index::State {
    using Table = index::Store::Table;
    static constexpr std::uint64_t options_key = 0;
    static constexpr std::uint64_t state_key = 1;

    explicit State(const IndexOptions& chosen)
        : options((check(chosen), chosen)), live(live_options(chosen)) {}

    State(index::Store&& opened, IndexAccess chosen_access, const IndexOptions& chosen)
        : options((check(chosen), chosen)),
          live(live_options(chosen)),
          store(std::move(opened)),
          access(chosen_access) {
        read_back();
    }

    // The options that a folder was made with, or, in a new one, those given.
    static IndexOptions options_of(index::Store& store, IndexAccess access,
                                   const IndexOptions* given) {
        const auto bytes = store.get(Table::settings, options_key);
        if (!bytes && access == IndexAccess::read) {
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

    struct Known {
        std::string id;
        std::uint64_t content = 0;
        std::uint32_t epoch = 0;
        std::vector<IndexCredit> credits;
        std::vector<StoryEvent> events;  // said again to who delivers it again
    };

    IndexAnswer add(const Article& article) {
        require_writable();
        const auto content = content_hash(article);
        const auto known = numbers.find(article.id);
        if (known != numbers.end() && articles.at(known->second).content == content) {
            auto answer = answer_of(known->second);
            answer.unchanged = true;
            answer.events = articles.at(known->second).events;
            return answer;
        }
        broken = store.has_value();  // until all is done
        auto ready = live.prepare(article, true);
        if (store && live.begun()) {
            begin_epoch();
        }
        std::vector<engine::GroupChange> changes;
        if (known != numbers.end()) {
            take_out(known->second, changes);
        }
        auto credits = credits_of(ready);
        const auto number = live.add(std::move(ready));
        numbers[article.id] = number;
        articles[number] = {article.id, content, live.epoch_number(), std::move(credits), {}};
        if (store) {
            keep(number, content, article);
        }
        const auto matches = live.matches(number);
        append(changes, stories.add(number, pairs_of(number, matches)));
        auto answer = answer_of(number, matches);
        make_room(changes);
        answer.events = events_of(changes);
        if (const auto added = articles.find(number); added != articles.end()) {
            added->second.events = answer.events;
        }
        keep_places(changes);
        broken = false;
        answer.story = stories.contains(number) ? stories.of(number).story : answer.story;
        answer.origin = stories.contains(number) ? stories.of(number).origin : answer.origin;
        return answer;
    }

    // What is too old, and what is too much.
    void make_room(std::vector<engine::GroupChange>& changes) {
        while (const auto oldest = live.oldest()) {
            const bool is_much = options.most_articles > 0 && live.size() > options.most_articles;
            const auto day = live.window_day(*oldest);
            const bool is_old = options.expires && day != LiveArticles::no_day &&
                                std::int64_t{day} + *options.window_days < live.latest_day();
            if (!is_much && !is_old) {
                return;
            }
            take_out(*oldest, changes);
        }
    }

    void take_out(std::uint32_t number, std::vector<engine::GroupChange>& changes) {
        if (store) {
            forget(number);
        }
        append(changes, stories.remove(number));
        live.remove(number);
        const auto found = articles.find(number);
        numbers.erase(found->second.id);
        articles.erase(found);
    }

    void require_writable() const {
        if (broken) {
            throw Error(ErrorKind::output, "index: a change failed; it must be opened anew");
        }
        if (store && access == IndexAccess::read) {
            throw Error(ErrorKind::option, "index: it was opened to be read");
        }
    }

    // The articles that left in the epoch that ended teach nobody any more.
    void begin_epoch() {
        store->put(Table::epochs, live.epoch_number(), engine::to_bytes(*live.begun()));
        for (const auto number : gone) {
            store->erase(Table::articles, number);
        }
        gone.clear();
    }

    void keep(std::uint32_t number, std::uint64_t content, const Article& article) {
        engine::ArticleRecord record{false, content, live.kept(number), {}};
        record.article.id = article.id;
        record.article.title = article.title;
        record.article.source = article.source;
        record.article.date = article.date;
        record.article.text = article.text;
        store->put(Table::articles, number, engine::to_bytes(record));
    }

    void forget(std::uint32_t number) {
        if (options.epoch_articles == 0 || articles.at(number).epoch != live.epoch_number()) {
            store->erase(Table::articles, number);
            return;
        }
        const auto bytes = store->get(Table::articles, number);
        if (!bytes) {
            throw Error(ErrorKind::format,
                        "index: article " + std::to_string(number) + " is missing");
        }
        auto record = engine::parse_article(*bytes);
        record.is_gone = true;
        store->put(Table::articles, number, engine::to_bytes(record));
        gone.push_back(number);
    }

    void keep_places(std::span<const engine::GroupChange> changes) {
        const auto changed = stories.take_changed();
        if (!store) {
            return;
        }
        for (const auto number : changed) {
            if (stories.contains(number)) {
                store->put(Table::places, number,
                           engine::to_bytes(engine::PlaceRecord{stories.of(number),
                                                                stories.links_down(number),
                                                                articles.at(number).events}));
            } else {
                store->erase(Table::places, number);
            }
        }
        for (const auto& change : changes) {
            if (change.is_merge) {
                engine::AliasRecord record{change.into};
                store->put(Table::aliases, change.from, engine::to_bytes(record));
            }
        }
    }

    void commit() {
        if (!store || access == IndexAccess::read) {
            return;
        }
        require_writable();
        broken = true;
        store->put(Table::settings, state_key,
                   engine::to_bytes(engine::IndexState{
                       live.next(), live.latest_day(), live.epoch_number(), live.size(),
                       stories.story_ids().next(), stories.origin_ids().next()}));
        store->commit();
        broken = false;
    }

    // Reads everything back, by number.
    void read_back() {
        const auto state_bytes = store->get(Table::settings, state_key);
        if (!state_bytes) {
            return;  // it was made and nothing committed
        }
        const auto state = engine::parse_state(*state_bytes);
        const auto begin = [&](std::uint32_t epoch) {
            if (const auto bytes = store->get(Table::epochs, epoch)) {
                live.begin_epoch(epoch, engine::parse_epoch(*bytes));
            } else if (epoch != 0) {
                throw Error(ErrorKind::format,
                            "index: epoch " + std::to_string(epoch) + " is missing");
            }
        };
        begin(0);
        store->for_each(Table::articles, [&](std::uint64_t key, std::string_view bytes) {
            const auto number = static_cast<std::uint32_t>(key);
            const auto record = engine::parse_article(bytes);
            if (record.kept.epoch != live.epoch_number()) {
                begin(record.kept.epoch);
            }
            auto ready = live.prepare_again(record.article, record.kept.epoch == state.epoch);
            if (record.is_gone) {
                gone.push_back(number);
                return;
            }
            auto credits = credits_of(ready);
            live.restore(number, std::move(ready), record.kept);
            numbers[record.article.id] = number;
            const auto place_bytes = store->get(Table::places, number);
            if (!place_bytes || content_hash(record.article) != record.content) {
                throw Error(ErrorKind::format,
                            "index: article " + std::to_string(number) + " is damaged");
            }
            auto place = engine::parse_place(*place_bytes);
            articles[number] = {record.article.id, record.content, record.kept.epoch,
                                std::move(credits), std::move(place.events)};
            stories.restore(number, place.place, place.links);
        });
        if (state.epoch != live.epoch_number()) {
            begin(state.epoch);
        }
        live.continue_at(state.next_number, state.latest_day);
        store->for_each(Table::aliases, [&](std::uint64_t from, std::string_view bytes) {
            stories.story_ids().restore_alias(from, engine::parse_alias(bytes).into);
        });
        stories.story_ids().continue_at(state.next_story);
        stories.origin_ids().continue_at(state.next_origin);
        if (live.size() != state.articles || numbers.size() != state.articles) {
            throw Error(ErrorKind::format, "index: of " + std::to_string(state.articles) +
                                               " articles " + std::to_string(live.size()) +
                                               " are there");
        }
    }

    IndexAnswer answer_of(std::uint32_t number) const {
        return answer_of(number, live.matches(number));
    }

    IndexAnswer answer_of(std::uint32_t number, std::span<const LiveMatch> matches) const {
        const auto& known = articles.at(number);
        const auto place = stories.of(number);
        auto answer = answer_of(known.id, matches);
        answer.credits = known.credits;
        answer.story = place.story;
        answer.origin = place.origin;
        answer.novel = std::ranges::none_of(matches, [&](const LiveMatch& match) {
            return stories.of(match.other).origin == place.origin;
        });
        for (auto& match : answer.matches) {
            live.add_shingle_scores(number, numbers.at(match.id), match.verdict);
        }
        return answer;
    }

    // Without shingles, story and origin.
    IndexAnswer answer_of(const std::string& id, std::span<const LiveMatch> matches) const {
        std::vector<const LiveMatch*> best;
        for (const auto& match : matches) {
            if (match.verdict.grade >= options.least_grade) {
                best.push_back(&match);
            }
        }
        const auto rank = [](const LiveMatch* match) {
            const auto& [other, verdict] = *match;
            return std::tuple(-static_cast<int>(verdict.grade), -verdict.derived, -verdict.story,
                              other);
        };
        std::ranges::sort(best, {}, rank);
        best.resize(std::min(best.size(), options.most_matches));
        IndexAnswer answer;
        answer.id = id;
        for (const auto& match : matches) {
            answer.grade = std::max(answer.grade, match.verdict.grade);
        }
        for (const auto* match : best) {
            answer.matches.push_back({articles.at(match->other).id, match->verdict});
        }
        return answer;
    }

    IndexAnswer ask(const Article& article) {
        auto ready = live.prepare(article, false);
        auto credits = credits_of(ready);
        std::vector<std::uint32_t> shown;
        auto [matches, shingled] =
            live.matches_with_shingles(std::move(ready), [&](std::span<const LiveMatch> found) {
                const auto answer = answer_of(article.id, found);
                std::vector<std::uint32_t> others;
                for (const auto& match : answer.matches) {
                    others.push_back(numbers.at(match.id));
                }
                return others;
            });
        auto answer = answer_of(article.id, matches);
        for (std::size_t i = 0; i < answer.matches.size(); ++i) {
            auto& verdict = answer.matches[i].verdict;
            verdict.jaccard = shingled[i].jaccard;
            verdict.containment_a = shingled[i].containment_a;
            verdict.containment_b = shingled[i].containment_b;
        }
        answer.credits = std::move(credits);
        // Where it would go as things are: to the best match that would hold it.
        for (const auto& match : answer.matches) {
            const auto place = stories.of(numbers.at(match.id));
            const bool same_report = match.verdict.grade >= Grade::rewrite;
            if (answer.story == 0 && (same_report || match.verdict.grade == Grade::related)) {
                answer.story = place.story;
            }
            if (answer.origin == 0 && same_report) {
                answer.origin = place.origin;
                answer.novel = false;
            }
        }
        return answer;
    }

    static std::vector<IndexCredit> credits_of(const LiveArticles::Ready& ready) {
        std::vector<IndexCredit> credits;
        for (const auto& credit : ready.credits) {
            credits.push_back(
                {credit.outlet, credit.is_source ? CreditRole::source : CreditRole::side_fact});
        }
        return credits;
    }

    static std::vector<StoryEvent> events_of(std::span<const engine::GroupChange> changes) {
        std::vector<StoryEvent> events;
        for (const auto& change : changes) {
            events.push_back({change.is_merge, change.from, change.into});
        }
        return events;
    }

    static void append(std::vector<engine::GroupChange>& all,
                       const std::vector<engine::GroupChange>& more) {
        all.insert(all.end(), more.begin(), more.end());
    }

    IndexOptions options;
    LiveArticles live;
    engine::KeptStories stories;
    std::unordered_map<std::string, std::uint32_t> numbers;  // asked, never walked
    std::unordered_map<std::uint32_t, Known> articles;       // the same
    std::optional<index::Store> store;
    IndexAccess access = IndexAccess::write;
    std::vector<std::uint32_t> gone;  // kept for the next epoch
    bool broken = false;              // a change was begun and not ended
};

std::optional<std::int32_t> day_of_date(std::string_view date) {
    return feature::parse_day(date);
}

Index::Index(const IndexOptions& options) : state_(std::make_unique<State>(options)) {}
Index::Index(const std::string& folder, IndexAccess access, const IndexOptions* options) {
    index::Store store(folder, access == IndexAccess::read ? index::Store::Access::read
                                                           : index::Store::Access::write);
    const auto chosen = State::options_of(store, access, options);
    state_ = std::make_unique<State>(std::move(store), access, chosen);
}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

IndexAnswer Index::add(const Article& article) {
    return state_->add(article);
}

void Index::learn(const Article& article) {
    if (state_->live.next() != 0) {
        throw Error(ErrorKind::option, "index: it learns before the first article is added");
    }
    state_->live.learn(article);
}

bool Index::remove(std::string_view id) {
    const auto known = state_->numbers.find(std::string(id));
    if (known == state_->numbers.end()) {
        return false;
    }
    state_->require_writable();
    state_->broken = state_->store.has_value();
    std::vector<engine::GroupChange> changes;
    state_->take_out(known->second, changes);
    state_->keep_places(changes);
    state_->broken = false;
    return true;
}

std::size_t Index::expire_before(std::int32_t day) {
    std::vector<std::uint32_t> old;
    auto& live = state_->live;
    for (auto number = live.oldest().value_or(live.next()); number < live.next(); ++number) {
        if (live.contains(number) && live.window_day(number) != LiveArticles::no_day &&
            live.window_day(number) < day) {
            old.push_back(number);
        }
    }
    state_->require_writable();
    state_->broken = state_->store.has_value();
    std::vector<engine::GroupChange> changes;
    for (const auto number : old) {
        state_->take_out(number, changes);
    }
    state_->keep_places(changes);
    state_->broken = false;
    return old.size();
}

IndexAnswer Index::query(const Article& article) {
    return state_->ask(article);
}

std::optional<IndexAnswer> Index::query(std::string_view id) {
    const auto known = state_->numbers.find(std::string(id));
    return known == state_->numbers.end() ? std::nullopt
                                          : std::optional(state_->answer_of(known->second));
}

std::size_t Index::size() const noexcept {
    return state_->live.size();
}

bool Index::contains(std::string_view id) const {
    return state_->numbers.contains(std::string(id));
}

std::uint64_t Index::resolved_story(std::uint64_t story) const {
    return state_->stories.resolved(story);
}

void Index::commit() {
    state_->commit();
}

void Index::show(Grade least_grade, std::size_t most_matches) noexcept {
    state_->options.least_grade = least_grade;
    state_->options.most_matches = most_matches;
}

IndexInfo Index::info() const {
    const auto& live = state_->live;
    IndexInfo info;
    info.options = state_->options;
    info.articles = live.size();
    std::vector<std::uint64_t> stories;
    for (auto number = live.oldest().value_or(live.next()); number < live.next(); ++number) {
        if (live.contains(number)) {
            stories.push_back(state_->stories.of(number).story);
        }
    }
    std::ranges::sort(stories);
    info.stories =
        static_cast<std::uint64_t>(std::unique(stories.begin(), stories.end()) - stories.begin());
    info.epoch = live.epoch_number();
    if (live.latest_day() != LiveArticles::no_day) {
        info.latest_day = live.latest_day();
    }
    info.disk_bytes = state_->store ? state_->store->disk_bytes() : 0;
    return info;
}

std::uint64_t Index::misplaced() const {
    std::vector<std::uint32_t> numbers;
    const auto& live = state_->live;
    for (auto number = live.oldest().value_or(live.next()); number < live.next(); ++number) {
        if (live.contains(number)) {
            numbers.push_back(number);
        }
    }
    return state_->stories.misplaced(numbers);
}

void Index::compact(const std::string& folder) {
    index::Store::compact(folder);
}

}  // namespace wirecopy
