#include "engine/epoch.hpp"

#include <utility>

#include "base/parallel.hpp"

namespace wirecopy::engine {

Epoch first_epoch(const feature::Prior& prior) {
    Epoch made{feature::TermWeights({}, 0, prior), {}, {}};
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

Epoch EpochLearner::learn(const feature::Prior& prior, unsigned threads) {
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
    Epoch made{feature::TermWeights(terms_.take(), articles.size(), prior),
               score::KnownRuns::learn(repeating, stretches), std::move(credited)};
    made.weights.take_all_for_shared();
    return made;
}

}  // namespace wirecopy::engine
