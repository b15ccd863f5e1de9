#include "engine/epoch.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/parallel.hpp"

namespace wirecopy::engine {

Epoch make_epoch(const EpochCounts& counts, const feature::Prior& prior) {
    Epoch made{feature::TermWeights(counts.terms, counts.articles, prior),
               score::KnownRuns(counts.repeated), CreditShares(counts.credited, counts.articles)};
    made.weights.take_all_for_shared();
    return made;
}

void EpochLearner::add(const Prepared& article, const Repetition& repetition) {
    for (const auto& entry : article.draft.entries) {
        if ((entry.kinds & score::ProfileDraft::counted) != 0) {
            terms_.add(entry.term);
        }
    }
    const auto runs = article.anchors.sorted();
    articles_.push_back({repetition, article.day, {runs.begin(), runs.end()}});
    credited_.count(article.credits);
}

void EpochLearner::append(EpochLearner&& later) {
    std::ranges::move(later.articles_, std::back_inserter(articles_));
    for (const auto& [term, articles] : later.terms_.take()) {
        terms_.add(term, articles);
    }
    credited_.count(later.credited_);
    later = {};
}

EpochCounts EpochLearner::learn(unsigned threads) {
    const auto articles = std::exchange(articles_, {});
    auto credited = std::exchange(credited_, {});
    credited.freeze();
    std::vector<score::RepeatingArticle> repeating;
    repeating.reserve(articles.size());
    for (const auto& article : articles) {
        repeating.push_back(
            {article.repetition.source, article.day, article.runs, article.repetition.sketch});
    }
    const auto stretches = score::find_boilerplate(
        repeating, [&](std::size_t count, const std::function<void(std::size_t)>& body) {
            base::for_ranges(count, 1, threads, [&](std::size_t begin, std::size_t end) {
                for (auto part = begin; part < end; ++part) {
                    body(part);
                }
            });
        });
    EpochCounts made{
        .articles = articles.size(), .terms = terms_.take(), .repeated = {}, .credited = {}};
    // One of one article weighs as one of none.
    std::erase_if(made.terms, [](const auto& term) { return term.frequency < 2; });
    const auto known = score::KnownRuns::learn(repeating, stretches);
    made.repeated.assign(known.entries().begin(), known.entries().end());
    made.credited.assign(credited.entries().begin(), credited.entries().end());
    return made;
}

}  // namespace wirecopy::engine
