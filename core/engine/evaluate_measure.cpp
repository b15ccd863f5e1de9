#include <algorithm>
#include <set>
#include <vector>

#include "evaluate/pair_figures.hpp"
#include "evaluate/score_tally.hpp"
#include "score/measure.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy {

namespace {

struct Wrong {
    LabelledPair pair;
    float score = 0;
    std::uint64_t order = 0;  // among all pairs
};

// The pairs that speak most against a measure, whatever the threshold turns out to be: the highest
// scores of negatives, or the lowest of positives.
template <typename Worse>
class WorstPairs {
public:
    WorstPairs(std::size_t limit, Worse worse) : limit_(limit), worse_(worse) {}

    void add(const Wrong& wrong) {
        if (limit_ == 0) {
            return;
        }
        const auto is_worse = [this](const Wrong& a, const Wrong& b) { return before(a, b); };
        if (heap_.size() == limit_) {
            if (!before(wrong, heap_.front())) {
                return;
            }
            std::pop_heap(heap_.begin(), heap_.end(), is_worse);
            heap_.pop_back();
        }
        heap_.push_back(wrong);
        std::push_heap(heap_.begin(), heap_.end(), is_worse);
    }

    [[nodiscard]] std::vector<Wrong> sorted() const {
        auto pairs = heap_;
        std::ranges::sort(pairs, [this](const Wrong& a, const Wrong& b) { return before(a, b); });
        return pairs;
    }

private:
    [[nodiscard]] bool before(const Wrong& a, const Wrong& b) const {
        return a.score != b.score ? worse_(a.score, b.score) : a.order < b.order;
    }

    std::size_t limit_;
    Worse worse_;
    std::vector<Wrong> heap_;  // its front is the least bad
};

std::uint64_t count_distinct(const std::vector<std::uint32_t>& numbers) {
    return std::set<std::uint32_t>(numbers.begin(), numbers.end()).size();
}

std::uint64_t count_articles(const LabelledPairs& pairs) {
    auto places = pairs.articles;
    for (const auto& pair : pairs.listed) {
        places.push_back(pair.a);
        places.push_back(pair.b);
    }
    return count_distinct(places);
}

}  // namespace

PairEvaluation evaluate_measure(std::span<const Article> articles, const LabelledPairs& pairs,
                                const SimilarityOptions& similarity,
                                const EvaluationOptions& options) {
    evaluate::check_options(options);
    evaluate::ScoreTally tally;
    WorstPairs high_negatives(options.limit_errors, std::greater<>());
    WorstPairs low_positives(options.limit_errors, std::less<>());
    std::uint64_t order = 0;
    score_labelled_pairs(articles, pairs, similarity, [&](const LabelledPair& pair, float score) {
        tally.add(score, pair.positive);
        const Wrong wrong{pair, score, order++};
        if (pair.positive) {
            low_positives.add(wrong);
        } else {
            high_negatives.add(wrong);
        }
    });
    PairEvaluation made;
    made.measure = score::describe(similarity);
    made.limit_errors = options.limit_errors;
    made.articles = count_articles(pairs);
    made.clusters = count_distinct(pairs.clusters);
    made.figures = evaluate::pair_figures(tally.counts(), options);
    if (!made.measure.bounded) {
        made.figures.brier_score = made.figures.brier_skill = std::nullopt;
        made.figures.reliability = std::nullopt;
    }
    const auto& limits = made.figures.at_threshold ? made.figures.at_threshold : made.figures.best;
    if (!limits) {
        return made;
    }
    made.error_threshold = limits->threshold;
    const auto name = [&](const Wrong& wrong, std::vector<LabelledError>& errors) {
        errors.push_back({.id_a = articles[wrong.pair.a].id,
                          .id_b = articles[wrong.pair.b].id,
                          .label = pairs.labels[wrong.pair.label],
                          .score = wrong.score});
    };
    const auto least = millionths(made.error_threshold);
    for (const auto& wrong : high_negatives.sorted()) {
        if (millionths(wrong.score) >= least) {
            name(wrong, made.false_positives);
        }
    }
    for (const auto& wrong : low_positives.sorted()) {
        if (millionths(wrong.score) < least) {
            name(wrong, made.false_negatives);
        }
    }
    return made;
}

}  // namespace wirecopy
