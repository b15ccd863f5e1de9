#include "engine/measure_scorer.hpp"

#include <gtest/gtest.h>

#include "engine/articles.hpp"

namespace wirecopy::engine {
namespace {

using testing::all_measures;
using testing::options_of;

// All scores by rows, where row i begins at column i.
std::vector<std::vector<float>> upper_rows(const testing::Articles& articles, Measure measure,
                                           Direction direction) {
    const auto count = articles.size();
    RowScorer scorer(measure, {count, count, true}, direction);
    make_components(pointers_to(articles), options_of(measure),
                    [&](score::Component component, ArticleVectors&& made) {
                        scorer.add(component, std::move(made));
                    });
    std::vector<std::vector<float>> rows(count);
    scorer.score_rows(0, count, [&](std::size_t row) {
        rows[row].resize(count - row);
        return std::span(rows[row]);
    });
    return rows;
}

TEST(MeasureScorer, GivesTheSameBytesByRowsAndByPairs) {
    base::Random random(233);
    const auto articles = testing::random_articles(random, 70);
    for (const auto measure : all_measures) {
        PairScorer pairs;
        make_components(pointers_to(articles), options_of(measure),
                        [&](score::Component component, ArticleVectors&& made) {
                            pairs.add(component, std::move(made));
                        });
        const auto forward = upper_rows(articles, measure, Direction::forward);
        const auto larger = upper_rows(articles, measure, Direction::larger);
        for (std::size_t a = 0; a < articles.size(); ++a) {
            for (std::size_t b = a; b < articles.size(); ++b) {
                ASSERT_EQ(forward[a][b - a], pairs.score(a, b));
                ASSERT_EQ(larger[a][b - a], std::max(pairs.score(a, b), pairs.score(b, a)));
            }
        }
    }
}

TEST(MeasureScorer, WritesOnlyTheCellsThatItIsGiven) {
    const auto articles = testing::articles_of({"Port Osmer", "Port Osmer", "ferry"});
    RowScorer scorer(Measure::jaccard, {3, 3, true});
    make_components(pointers_to(articles), options_of(Measure::jaccard, 1),
                    [&](score::Component component, ArticleVectors&& made) {
                        scorer.add(component, std::move(made));
                    });
    std::vector<float> cells(3, -1.0F);
    scorer.score_rows(0, 1, [&](std::size_t) { return std::span(cells).subspan(1, 2); });
    EXPECT_EQ(cells, (std::vector<float>{-1.0F, 1.0F, 0.0F}));
    scorer.score_rows(0, 1, [&](std::size_t) { return std::span<float>(); });
}

}  // namespace
}  // namespace wirecopy::engine
