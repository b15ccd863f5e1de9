#include "wirecopy/index.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "engine/kept_stories.hpp"
#include "engine/live_articles.hpp"
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
    explicit State(const IndexOptions& chosen)
        : options((check(chosen), chosen)), live(live_options(chosen)) {}

    struct Known {
        std::string id;
        std::uint64_t content = 0;
        std::vector<IndexCredit> credits;
    };

    IndexAnswer add(const Article& article) {
        const auto content = content_hash(article);
        const auto known = numbers.find(article.id);
        if (known != numbers.end() && articles.at(known->second).content == content) {
            auto answer = answer_of(known->second);
            answer.unchanged = true;
            return answer;
        }
        auto ready = live.prepare(article, true);
        std::vector<engine::GroupChange> changes;
        if (known != numbers.end()) {
            take_out(known->second, changes);
        }
        auto credits = credits_of(ready);
        const auto number = live.add(std::move(ready));
        numbers[article.id] = number;
        articles[number] = {article.id, content, std::move(credits)};
        const auto matches = live.matches(number);
        append(changes, stories.add(number, pairs_of(number, matches)));
        auto answer = answer_of(number, matches);
        make_room(changes);
        answer.events = events_of(changes);
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
        append(changes, stories.remove(number));
        live.remove(number);
        const auto found = articles.find(number);
        numbers.erase(found->second.id);
        articles.erase(found);
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
};

Index::Index(const IndexOptions& options) : state_(std::make_unique<State>(options)) {}
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
    std::vector<engine::GroupChange> changes;
    state_->take_out(known->second, changes);
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
    std::vector<engine::GroupChange> changes;
    for (const auto number : old) {
        state_->take_out(number, changes);
    }
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

std::uint32_t Index::epoch() const noexcept {
    return state_->live.epoch_number();
}

std::optional<std::int32_t> Index::latest_day() const noexcept {
    const auto day = state_->live.latest_day();
    return day == LiveArticles::no_day ? std::nullopt : std::optional(day);
}

}  // namespace wirecopy
