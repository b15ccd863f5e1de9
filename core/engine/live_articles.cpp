#include "engine/live_articles.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/corpus.hpp"
#include "engine/likely_links.hpp"
#include "score/overlap.hpp"
#include "score/resemblance.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::engine {

namespace {

// Postings are made anew when of so many articles in them more than half left.
constexpr std::size_t least_posted = 1000;

// An epoch that knows little ends sooner: after so many articles, or twice as many as it was
// learned from. README.md has what that brings.
constexpr std::uint64_t first_epoch_articles = 500;

void insert_sorted(std::vector<std::uint32_t>& list, std::uint32_t number) {
    const auto at = std::ranges::lower_bound(list, number);
    if (at == list.end() || *at != number) {
        list.insert(at, number);
    }
}

void erase_sorted(std::vector<std::uint32_t>& list, std::uint32_t number) {
    const auto at = std::ranges::lower_bound(list, number);
    if (at != list.end() && *at == number) {
        list.erase(at);
    }
}

}  // namespace

LiveArticles::LiveArticles(LiveOptions options)
    : options_(std::move(options)),
      prior_(prior_of(options_.compare.tables.prior)),
      judge_(options_.compare),
      epoch_(make_epoch({}, prior_)),
      preparer_(options_.compare.use_credit),
      shingle_scorer_(options_.compare.ngram),
      graph_({.resemblance =
                  [this](std::uint32_t a, std::uint32_t b) {
                      // A pair that is soon gone is reckoned for nothing.
                      return at(a).is_leaving || at(b).is_leaving
                                 ? 0.0F
                                 : static_cast<float>(
                                       score::resemblance(made(a).profile, made(b).profile));
                  },
              .may_meet =
                  [this](std::uint32_t a, std::uint32_t b) {
                      return may_meet(at(a).window_day, at(b).window_day);
                  },
              .least_resemblance = candidate_rules.least_resemblance}) {}

LiveArticles::Ready LiveArticles::prepare(const Article& article, bool is_new) {
    begun_.reset();
    const bool is_full = options_.epoch_articles > 0 && learned_.size() >= epoch_length();
    if (is_new && (is_full || is_taught_)) {
        learn_restored();
        begun_ = learner_.learn(options_.compare.threads);
        begin_epoch(epoch_number_ + (is_taught_ ? 0 : 1), *begun_);
        is_taught_ = false;
    }
    auto ready = prepare_again(article, next(), is_new);
    ready.window_day = ready.made.profile.day.value_or(latest_day_);
    return ready;
}

std::size_t LiveArticles::epoch_length() const noexcept {
    const auto sooner = std::max(first_epoch_articles, 2 * learned_from_);
    return std::min<std::uint64_t>(options_.epoch_articles, sooner);
}

void LiveArticles::learn(const Article& article) {
    const auto found = preparer_.prepare(article, epoch_.repeated);
    learner_.add(found.prepared, found.repetition);
    is_taught_ = true;
}

bool LiveArticles::may_meet(std::int32_t a, std::int32_t b) const noexcept {
    if (!options_.compare.window_days || a == no_day || b == no_day) {
        return true;
    }
    return std::abs(std::int64_t{a} - b) <= std::int64_t{*options_.compare.window_days};
}

std::uint32_t LiveArticles::first_within(std::optional<unsigned> days,
                                         std::int32_t day) const noexcept {
    if (!days || day == no_day) {
        return first_;
    }
    const auto least = std::int64_t{day} - *days;
    const auto found = std::partition_point(
        articles_.begin(), articles_.end(),
        [&](const Entry& entry) { return std::int64_t{entry.latest_day} < least; });
    return first_ + static_cast<std::uint32_t>(found - articles_.begin());
}

bool LiveArticles::may_be_pair(const Ready& ready, std::uint32_t other) const noexcept {
    return contains(other) && may_meet(ready.window_day, at(other).window_day);
}

// Those of the very same text, from this number on, the latest first, as long as `visit` says.
template <typename Visit>
void LiveArticles::for_equal_texts(const Ready& ready, std::uint32_t first, const Visit& visit) {
    const auto same = texts_.find(ready.made.wording.text_hash);
    if (ready.made.wording.text_hash == 0 || same == texts_.end()) {
        return;
    }
    for (auto i = same->second.size(); i > 0 && same->second[i - 1] >= first; --i) {
        if (may_be_pair(ready, same->second[i - 1]) && !visit(same->second[i - 1])) {
            return;
        }
    }
}

Ties LiveArticles::find_ties(const Ready& ready, std::uint32_t number, bool takes_in) {
    const auto first = first_within(options_.compare.window_days, ready.window_day);
    Ties ties;
    const auto key = repeat_key(ready.made.wording);
    const auto known = repeats_.find(key);
    auto group = known == repeats_.end() ? Group{number, 0} : known->second;
    const bool is_other = group.first != number;
    if (group.first < first || (is_other && !contains(group.first)) ||
        (is_other && !may_meet(ready.window_day, at(group.first).window_day))) {
        group = {number, 0};
    }
    ++group.count;
    if (takes_in) {
        repeats_[key] = group;
    }
    ties.is_repeat = group.count > candidate_rules.most_repeats;
    ties.group_first = group.first;
    ties.group_count = group.count;
    const auto accept = [&](std::uint32_t other) { return may_be_pair(ready, other); };
    resemblance_.turn_to(ready.made.profile);
    const auto add_near = [&](std::uint32_t other) {
        const auto found = static_cast<float>(resemblance_.with(made(other).profile));
        if (found >= candidate_rules.least_resemblance) {
            ties.near.push_back({other, found});
        }
    };
    const auto add_latest_equal_texts = [&] {
        std::size_t count = 0;
        for_equal_texts(ready, first, [&](std::uint32_t other) {
            insert_sorted(ties.sharing, other);
            return ++count < candidate_rules.most_equal_texts;
        });
    };
    if (ties.is_repeat) {
        add_near(group.first);
        ties.sharing.push_back(group.first);
        add_latest_equal_texts();
        return ties;
    }
    const auto least = least_score(ready.made.profile.rare_terms);
    const auto ask = [&](const index::Query::Range& range) {
        const auto likely = terms_.best_matching(ready.made.profile.rare_terms, range,
                                                 candidate_rules.most_candidates, accept);
        for (std::size_t i = 0; i < likely.size(); ++i) {
            look_ahead(likely, i);
            if (likely[i].score >= least) {
                add_near(likely[i].article);
            }
        }
    };
    const auto nearby = std::max(
        first, ready.made.profile.day ? first_within(candidate_rules.nearby_days, ready.window_day)
                                      : first);
    if (nearby > first) {
        ask({first, candidate_rules.most_postings_a_far_term});
    }
    ask({nearby, candidate_rules.most_postings_a_term});
    for (const auto& found :
         runs_.matching(run_keys(ready.made.wording), {first, candidate_rules.most_postings_a_run},
                        candidate_rules.least_shared_runs)) {
        if (accept(found.article)) {
            insert_sorted(ties.sharing, found.article);
        }
    }
    for_equal_texts(ready, first, [&](std::uint32_t other) {
        if (!at(other).is_repeat) {
            insert_sorted(ties.sharing, other);
        }
        return true;
    });
    for (const auto other : ties.sharing) {
        add_near(other);
    }
    add_latest_equal_texts();
    std::ranges::sort(ties.near, {}, &score::Neighbour::article);
    const auto twice = std::ranges::unique(ties.near, {}, &score::Neighbour::article);
    ties.near.erase(twice.begin(), twice.end());
    return ties;
}

std::uint32_t LiveArticles::place(Ready&& ready, const Ties& ties) {
    const auto number = next();
    Entry entry;
    entry.is_there = true;
    entry.is_repeat = ties.is_repeat;
    entry.window_day = ready.window_day;
    entry.latest_day = std::max(latest_day_, ready.window_day);
    entry.epoch = epoch_number_;
    entry.text_hash = ready.made.wording.text_hash;
    entry.repeat_key = repeat_key(ready.made.wording);
    entry.sharing = ties.sharing;
    entry.group_first = ties.group_first;
    entry.group_count = ties.group_count;
    articles_.push_back(std::move(entry));
    keep_made(number, std::move(ready.made));
    for (const auto other : ties.sharing) {
        insert_sorted(at(other).sharing, number);
    }
    graph_.add(number, ties.near);
    ++live_;
    return number;
}

std::uint32_t LiveArticles::add(Ready&& ready) {
    const auto ties = find_ties(ready, next(), true);
    const auto number = place(std::move(ready), ties);
    latest_day_ = at(number).latest_day;
    post(number);
    return number;
}

void LiveArticles::post(std::uint32_t number) {
    const auto& entry = at(number);
    if (!entry.is_repeat) {
        terms_.add(number, entry.made->profile.rare_terms);
        runs_.add(number, run_keys(entry.made->wording));
        ++posted_;
    }
    note_text(number);
}

void LiveArticles::note_text(std::uint32_t number) {
    if (const auto hash = at(number).text_hash; hash != 0) {
        texts_[hash].push_back(number);
    }
}

void LiveArticles::note_group(std::uint32_t number) {
    const auto& entry = at(number);
    if (entry.group_first == number || contains(entry.group_first)) {
        repeats_[entry.repeat_key] = {entry.group_first, entry.group_count};
    }
}

void LiveArticles::begin_epoch(std::uint32_t number, const EpochCounts& counts) {
    epoch_ = make_epoch(counts, prior_);
    epoch_number_ = number;
    learned_from_ = counts.articles;
    learner_ = {};
    learned_.clear();
    restored_learned_ = 0;
}

void LiveArticles::take_out(std::uint32_t number) {
    graph_.remove(number);
    for (const auto other : at(number).sharing) {
        erase_sorted(at(other).sharing, number);
    }
    --live_;
}

void LiveArticles::remove(std::uint32_t number) {
    if (!contains(number)) {
        return;
    }
    take_out(number);
    forget_made(number);
    auto& entry = at(number);
    if (const auto known = repeats_.find(entry.repeat_key);
        known != repeats_.end() && known->second.first == number) {
        repeats_.erase(known);
    }
    if (const auto same = texts_.find(entry.text_hash); same != texts_.end()) {
        erase_sorted(same->second, number);
        if (same->second.empty()) {
            texts_.erase(same);
        }
    }
    const auto latest = entry.latest_day;
    entry = {};
    entry.latest_day = latest;
    while (!articles_.empty() && !articles_.front().is_there) {
        articles_.pop_front();
        ++first_;
    }
    while (!made_order_.empty() && !contains(made_order_.front())) {
        made_order_.pop_front();
    }
    graph_.forget_before(first_);
    if (posted_ > least_posted && posted_ > 2 * live_) {
        renew_postings();
    }
}

void LiveArticles::renew_postings() {
    const auto stays = [&](std::uint32_t number) { return contains(number); };
    terms_.keep_only(stays);
    runs_.keep_only(stays);
    posted_ = static_cast<std::size_t>(std::ranges::count_if(
        articles_, [](const Entry& entry) { return entry.is_there && !entry.is_repeat; }));
}

std::optional<std::uint32_t> LiveArticles::oldest() const noexcept {
    return articles_.empty() ? std::nullopt : std::optional(first_);
}

std::vector<LiveMatch> LiveArticles::matches(std::uint32_t number) {
    std::vector<LiveMatch> found;
    const auto neighbours = graph_.of(number);
    const auto& sharing = at(number).sharing;
    company_.turn_to(number);
    auto next_near = neighbours.begin();
    auto next_sharing = sharing.begin();
    while (next_near != neighbours.end() || next_sharing != sharing.end()) {
        const bool is_near = next_near != neighbours.end() &&
                             (next_sharing == sharing.end() || next_near->article <= *next_sharing);
        if (is_near) {
            look_ahead(neighbours, static_cast<std::size_t>(next_near - neighbours.begin()));
        }
        const auto other = is_near ? next_near->article : *next_sharing;
        const bool shares = next_sharing != sharing.end() && *next_sharing == other;
        const auto [a, b] = std::minmax(number, other);
        const double resemblance = is_near ? static_cast<double>(next_near->resemblance) : 0;
        const double company = is_near ? company_.with(other) : 0;
        if (shares ||
            judge_.may_be_one_event(made(a).profile, made(b).profile, resemblance, company,
                                    static_cast<double>(least_linked_story) - 1e-3)) {
            const auto verdict = judge_.verdict(judged(a), judged(b), resemblance, company, true);
            if (verdict.story >= least_linked_story || verdict.grade > Grade::none) {
                found.push_back({other, verdict});
            }
        }
        next_sharing += shares ? 1 : 0;
        next_near += is_near ? 1 : 0;
    }
    return found;
}

LiveArticles::Asked LiveArticles::matches_with_shingles(Ready&& ready, const Choose& choose) {
    const auto ties = find_ties(ready, next(), false);
    const auto in_turn = static_cast<std::ptrdiff_t>(made_order_.size());
    const auto number = place(std::move(ready), ties);
    Asked found{matches(number), {}};
    found.shingled = shingle_scores(number, choose(found.matches));
    take_out(number);
    forget_made(number);
    if (may_release()) {
        made_order_.erase(made_order_.begin() + in_turn);
    }
    articles_.pop_back();
    graph_.take_back_last();
    return found;
}

std::vector<PairVerdict> LiveArticles::shingle_scores(std::uint32_t number,
                                                      std::span<const std::uint32_t> others) {
    std::vector<PairVerdict> scores(others.size());
    if (!others.empty()) {
        shingle_scorer_.turn_to(made(number).wording);
    }
    for (std::size_t i = 0; i < others.size(); ++i) {
        shingle_scorer_.score(made(others[i]).wording, scores[i]);
    }
    return scores;
}

}  // namespace wirecopy::engine
