// Scores of labelled pairs: those that are listed one by one, all pairs of labelled clusters by
// blocks of rows.

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "engine/measure_scorer.hpp"
#include "engine/step_counter.hpp"
#include "engine/views.hpp"
#include "score/measure.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy {

namespace {

using engine::ArticleVectors;
using engine::StepCounter;
using score::Component;

constexpr std::string_view scoring = "scoring";
constexpr std::size_t pairs_a_range = 1024;
constexpr std::size_t rows_a_range = 8;
// 32 MB of scores: 100,000 articles are compared 83 rows at a time, which is still ten ranges for
// the threads.
constexpr std::size_t cells_a_block = std::size_t{8} << 20U;

void check(std::span<const Article> articles, const LabelledPairs& pairs,
           const SimilarityOptions& options) {
    if (options.ngram == 0) {
        throw Error(ErrorKind::option, "evaluate: ngram must be at least 1");
    }
    const auto is_place = [&](std::uint32_t place) { return place < articles.size(); };
    const bool good = std::ranges::all_of(pairs.articles, is_place) &&
                      std::ranges::all_of(pairs.listed, [&](const LabelledPair& pair) {
                          return is_place(pair.a) && is_place(pair.b);
                      });
    if (!good) {
        throw Error(ErrorKind::option, "evaluate: there is no such article in the corpus");
    }
    const bool ascend =
        std::ranges::adjacent_find(pairs.articles, std::greater_equal<>()) == pairs.articles.end();
    if (!ascend || pairs.articles.size() != pairs.clusters.size()) {
        throw Error(ErrorKind::option,
                    "evaluate: every labelled article needs one cluster, in ascending order");
    }
}

// Vectors of some articles, where the weights come from all.
ArticleVectors selected(ArticleVectors&& all, const std::vector<std::uint32_t>& places) {
    ArticleVectors some;
    for (const auto place : places) {
        some.vectors.push_back(std::move(all.vectors[place]));
        some.totals.push_back(all.totals[place]);
    }
    return some;
}

void score_listed(std::span<const Article* const> articles, std::span<const LabelledPair> pairs,
                  const SimilarityOptions& options, const ScoreSink& sink) {
    engine::PairScorer scorer;
    engine::make_components(articles, options, [&](Component component, ArticleVectors&& made) {
        scorer.add(component, std::move(made));
    });
    StepCounter counter(options.progress, scoring, pairs.size());
    std::vector<float> scores(pairs.size());
    base::for_ranges(pairs.size(), pairs_a_range, options.threads,
                     [&](std::size_t begin, std::size_t end) {
                         for (auto i = begin; i < end; ++i) {
                             scores[i] = scorer.score(pairs[i].a, pairs[i].b);
                         }
                         counter.add(end - begin);
                     });
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        sink(pairs[i], scores[i]);
    }
}

// All pairs of the articles in clusters, by rows of the upper triangle.
class ClusterPairs {
public:
    ClusterPairs(std::span<const Article* const> articles, const LabelledPairs& pairs,
                 const SimilarityOptions& options)
        : pairs_(pairs),
          count_(pairs.articles.size()),
          options_(options),
          scorer_(options.measure, {count_, count_, true}, engine::Direction::larger) {
        engine::make_components(articles, options, [&](Component component, ArticleVectors&& made) {
            scorer_.add(component, selected(std::move(made), pairs.articles));
        });
    }

    void score(const ScoreSink& sink) {
        StepCounter counter(options_.progress, scoring, cells_before(count_));
        for (std::size_t begin = 0; begin < count_;) {
            const auto end = block_end(begin);
            score_block(begin, end, counter);
            for (auto row = begin; row < end; ++row) {
                deliver(row, cells(begin, row), sink);
            }
            begin = end;
        }
    }

private:
    // Cells of the triangle in the rows before `row`.
    [[nodiscard]] std::size_t cells_before(std::size_t row) const noexcept {
        return row * count_ - row * (row + 1) / 2;
    }

    [[nodiscard]] std::size_t block_end(std::size_t begin) const noexcept {
        auto end = begin + 1;
        while (end < count_ && cells_before(end + 1) - cells_before(begin) <= cells_a_block) {
            ++end;
        }
        return end;
    }

    [[nodiscard]] std::span<float> cells(std::size_t begin, std::size_t row) noexcept {
        return std::span(block_).subspan(cells_before(row) - cells_before(begin), count_ - 1 - row);
    }

    void score_block(std::size_t begin, std::size_t end, StepCounter& counter) {
        block_.resize(std::max(block_.size(), cells_before(end) - cells_before(begin)));
        base::for_ranges(end - begin, rows_a_range, options_.threads,
                         [&](std::size_t from, std::size_t to) {
                             scorer_.score_rows(begin + from, begin + to,
                                                [&](std::size_t row) { return cells(begin, row); });
                             counter.add(cells_before(begin + to) - cells_before(begin + from));
                         });
    }

    void deliver(std::size_t row, std::span<const float> scores, const ScoreSink& sink) const {
        LabelledPair pair{.a = pairs_.articles[row]};
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const auto column = row + 1 + i;
            pair.b = pairs_.articles[column];
            pair.positive = pairs_.clusters[row] == pairs_.clusters[column];
            pair.label = pair.positive ? 1 : 0;
            sink(pair, scores[i]);
        }
    }

    const LabelledPairs& pairs_;
    std::size_t count_;
    const SimilarityOptions& options_;
    engine::RowScorer scorer_;
    std::vector<float> block_;
};

// The probabilities of the models, which need the whole corpus prepared once.
class JudgedPairs {
public:
    JudgedPairs(std::span<const Article> articles, const SimilarityOptions& options)
        : is_story_(options.measure == Measure::story),
          options_(options),
          comparison_(articles, options_of(options)) {}

    void score_listed(std::span<const LabelledPair> pairs, const ScoreSink& sink) const {
        StepCounter counter(options_.progress, scoring, pairs.size());
        std::vector<float> scores(pairs.size());
        base::for_ranges(pairs.size(), judged_a_range, options_.threads,
                         [&](std::size_t begin, std::size_t end) {
                             for (auto i = begin; i < end; ++i) {
                                 scores[i] = value(comparison_.compare(pairs[i].a, pairs[i].b));
                             }
                             counter.add(end - begin);
                         });
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            sink(pairs[i], scores[i]);
        }
    }

    // The stage is that of the comparison.
    void score_clusters(const LabelledPairs& pairs, const ScoreSink& sink) const {
        constexpr auto unlabelled = ~std::size_t{0};
        std::vector<std::size_t> label_of(comparison_.size(), unlabelled);
        for (std::size_t i = 0; i < pairs.articles.size(); ++i) {
            label_of[pairs.articles[i]] = i;
        }
        comparison_.compare_all([&](std::size_t a, std::span<const PairVerdict> later) {
            const auto row = label_of[a];
            for (std::size_t i = 0; row != unlabelled && i < later.size(); ++i) {
                const auto column = label_of[a + 1 + i];
                if (column != unlabelled) {
                    LabelledPair pair{.a = pairs.articles[row], .b = pairs.articles[column]};
                    pair.positive = pairs.clusters[row] == pairs.clusters[column];
                    pair.label = pair.positive ? 1 : 0;
                    sink(pair, value(later[i]));
                }
            }
        });
    }

private:
    static constexpr std::size_t judged_a_range = 16;

    static CompareOptions options_of(const SimilarityOptions& options) {
        CompareOptions made;
        made.ngram = options.ngram;
        made.tables = options.tables;
        made.threads = options.threads;
        made.progress = options.progress;
        return made;
    }

    [[nodiscard]] float value(const PairVerdict& verdict) const noexcept {
        return is_story_ ? verdict.story : verdict.derived;
    }

    bool is_story_;
    const SimilarityOptions& options_;
    Comparison comparison_;
};

}  // namespace

void score_labelled_pairs(std::span<const Article> articles, const LabelledPairs& pairs,
                          const SimilarityOptions& options, const ScoreSink& sink) {
    check(articles, pairs, options);
    const auto pointers = engine::pointers_to(articles);
    if (score::is_judged(options.measure)) {
        const JudgedPairs judged(articles, options);
        if (!pairs.listed.empty()) {
            judged.score_listed(pairs.listed, sink);
        }
        if (!pairs.articles.empty()) {
            judged.score_clusters(pairs, sink);
        }
        return;
    }
    if (!pairs.listed.empty()) {
        score_listed(pointers, pairs.listed, options, sink);
    }
    if (!pairs.articles.empty()) {
        ClusterPairs(pointers, pairs, options).score(sink);
    }
}

}  // namespace wirecopy
