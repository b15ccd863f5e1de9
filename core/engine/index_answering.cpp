// What an index answers (index_state.hpp).

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/index_state.hpp"

namespace wirecopy {

namespace {

using engine::LiveArticles;
using engine::LiveMatch;

// The scores are those of the matches.
void take_shingle_scores(std::span<const PairVerdict> scores, IndexAnswer& answer) {
    for (std::size_t i = 0; i < answer.matches.size(); ++i) {
        auto& verdict = answer.matches[i].verdict;
        verdict.jaccard = scores[i].jaccard;
        verdict.containment_a = scores[i].containment_a;
        verdict.containment_b = scores[i].containment_b;
    }
}

}  // namespace

IndexAnswer Index::State::answer_of(std::uint32_t number) {
    auto answer = answer_of(number, live.matches(number));
    live.release();
    return answer;
}

IndexAnswer Index::State::answer_of(std::uint32_t number, std::span<const LiveMatch> matches) {
    const auto& known = articles.at(number);
    const auto place = stories.of(number);
    auto answer = answer_of(known.id, matches);
    answer.credits = known.credits;
    answer.story = place.story;
    answer.origin = place.origin;
    answer.novel = std::ranges::none_of(matches, [&](const LiveMatch& match) {
        return stories.of(match.other).origin == place.origin;
    });
    take_shingle_scores(live.shingle_scores(number, numbers_of(answer)), answer);
    return answer;
}

std::vector<std::uint32_t> Index::State::numbers_of(const IndexAnswer& answer) const {
    std::vector<std::uint32_t> found;
    found.reserve(answer.matches.size());
    for (const auto& match : answer.matches) {
        found.push_back(numbers.at(match.id));
    }
    return found;
}

std::vector<const LiveMatch*> Index::State::best_first(std::span<const LiveMatch> matches) {
    std::vector<const LiveMatch*> best;
    best.reserve(matches.size());
    for (const auto& match : matches) {
        best.push_back(&match);
    }
    const auto rank = [](const LiveMatch* match) {
        const auto& [other, verdict] = *match;
        return std::tuple(-static_cast<int>(verdict.grade), -verdict.derived, -verdict.story,
                          other);
    };
    std::ranges::sort(best, {}, rank);
    return best;
}

IndexAnswer Index::State::answer_of(const std::string& id,
                                    std::span<const LiveMatch> matches) const {
    IndexAnswer answer;
    answer.id = id;
    for (const auto* match : best_first(matches)) {
        answer.grade = std::max(answer.grade, match->verdict.grade);
        if (match->verdict.grade >= options.least_grade &&
            answer.matches.size() < options.most_matches) {
            answer.matches.push_back({articles.at(match->other).id, match->verdict});
        }
    }
    return answer;
}

IndexAnswer Index::State::ask(const Article& article) {
    require_whole();
    broken = store.has_value();  // until all is done: a record may turn out to be damaged
    auto ready = live.prepare(article, false);
    auto credits = credits_of(ready);
    auto [matches, shingled] = live.matches_with_shingles(
        std::move(ready),
        [&](std::span<const LiveMatch> found) { return numbers_of(answer_of(article.id, found)); });
    live.release();
    broken = false;
    auto answer = answer_of(article.id, matches);
    take_shingle_scores(shingled, answer);
    answer.credits = std::move(credits);
    // Where it would go as things are: to the best match that would hold it, shown or not.
    for (const auto* match : best_first(matches)) {
        const auto place = stories.of(match->other);
        const bool same_report = match->verdict.grade >= Grade::rewrite;
        if (answer.story == 0 && (same_report || match->verdict.grade == Grade::related)) {
            answer.story = place.story;
        }
        if (answer.origin == 0 && same_report) {
            answer.origin = place.origin;
            answer.novel = false;
        }
    }
    return answer;
}

std::vector<IndexCredit> Index::State::credits_of(const LiveArticles::Ready& ready) {
    std::vector<IndexCredit> credits;
    credits.reserve(ready.credits.size());
    for (const auto& credit : ready.credits) {
        credits.push_back(
            {credit.outlet, credit.is_source ? CreditRole::source : CreditRole::side_fact});
    }
    return credits;
}

}  // namespace wirecopy
