#include "wirecopy/similarity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <numeric>

#include "base/simd.hpp"
#include "engine/articles.hpp"
#include "oracle/engine_similarity.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

using testing::all_measures;
using testing::Articles;
using testing::options_of;

// A millionth from quantising and one from float sums; sums of nats are as coarse as floats.
double tolerance(double score) {
    return 2e-6 * std::max(1.0, score);
}

struct Wording {
    std::size_t ngram;
    ShingleUnit unit;
};

constexpr std::array<Wording, 4> wordings{{{1, ShingleUnit::word},
                                           {3, ShingleUnit::word},
                                           {5, ShingleUnit::character},
                                           {30, ShingleUnit::character}}};

void expect_same_bytes(const Matrix& a, const Matrix& b, const std::string& what) {
    ASSERT_EQ(a.values.size(), b.values.size());
    EXPECT_EQ(std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(float)), 0)
        << a.measure.name << ", " << what;
}

TEST(Similarity, EqualsTheOracleInEveryCell) {
    base::Random random(83);
    for (const auto& [ngram, unit] : wordings) {
        const auto articles = testing::random_articles(random, 45);
        const oracle::SimilarityOracle expected(articles, ngram, unit);
        for (const auto measure : all_measures) {
            const auto matrix = similarity_matrix(articles, options_of(measure, ngram, unit));
            for (std::size_t a = 0; a < articles.size(); ++a) {
                for (std::size_t b = 0; b < articles.size(); ++b) {
                    const auto score = expected.score(measure, a, b);
                    ASSERT_NEAR(static_cast<double>(matrix.at(a, b)), score, tolerance(score))
                        << matrix.measure.name << " of " << a << " and " << b;
                }
            }
        }
    }
}

TEST(Similarity, OfRowsAgainstColumnsEqualsTheOracle) {
    base::Random random(89);
    const auto all = testing::random_articles(random, 50);
    const std::span<const Article> rows(all.data(), 20);
    const std::span<const Article> columns(all.data() + 20, 30);
    const oracle::SimilarityOracle expected(all, 2, ShingleUnit::word);
    for (const auto measure : all_measures) {
        const auto matrix = similarity_matrix(rows, columns, options_of(measure, 2));
        ASSERT_EQ(matrix.rows(), 20U);
        ASSERT_EQ(matrix.columns(), 30U);
        for (std::size_t a = 0; a < rows.size(); ++a) {
            for (std::size_t b = 0; b < columns.size(); ++b) {
                const auto score = expected.score(measure, a, 20 + b);
                ASSERT_NEAR(static_cast<double>(matrix.at(a, b)), score, tolerance(score))
                    << matrix.measure.name << " of " << a << " and " << b;
            }
        }
    }
}

// Weights come from all articles given, so that a block of the whole matrix has the same ones.
TEST(Similarity, OfRowsAgainstColumnsIsABlockOfTheMatrixOfAll) {
    base::Random random(97);
    const auto all = testing::random_articles(random, 110);
    const std::span<const Article> rows(all.data(), 70);
    const std::span<const Article> columns(all.data() + 70, 40);
    for (const auto measure : all_measures) {
        const auto whole = similarity_matrix(all, options_of(measure));
        const auto block = similarity_matrix(rows, columns, options_of(measure));
        for (std::size_t a = 0; a < rows.size(); ++a) {
            for (std::size_t b = 0; b < columns.size(); ++b) {
                ASSERT_EQ(block.at(a, b), whole.at(a, 70 + b)) << block.measure.name;
            }
        }
    }
}

TEST(Similarity, OfWordingDoesNotDependOnTheOtherArticles) {
    base::Random random(101);
    const auto all = testing::random_articles(random, 60);
    const std::span<const Article> some(all.data(), 12);
    for (const auto measure : {Measure::jaccard, Measure::containment}) {
        const auto whole = similarity_matrix(all, options_of(measure));
        const auto part = similarity_matrix(some, options_of(measure));
        const auto pairs = similarity_matrix(some, some, options_of(measure));
        for (std::size_t a = 0; a < some.size(); ++a) {
            for (std::size_t b = 0; b < some.size(); ++b) {
                ASSERT_EQ(part.at(a, b), whole.at(a, b));
                ASSERT_EQ(pairs.at(a, b), whole.at(a, b));
            }
        }
    }
}

TEST(Similarity, IsSymmetricAndBoundedWhereItSaysSo) {
    base::Random random(103);
    const auto articles = testing::random_articles(random, 100);
    for (const auto measure : all_measures) {
        const auto matrix = similarity_matrix(articles, options_of(measure, 2));
        for (std::size_t a = 0; a < articles.size(); ++a) {
            for (std::size_t b = 0; b < articles.size(); ++b) {
                const auto score = matrix.at(a, b);
                ASSERT_GE(score, 0.0F) << matrix.measure.name;
                if (matrix.measure.bounded) {
                    ASSERT_LE(score, 1.0F) << matrix.measure.name;
                }
                if (matrix.measure.symmetric) {
                    ASSERT_EQ(score, matrix.at(b, a)) << matrix.measure.name;
                }
            }
        }
    }
}

TEST(Similarity, OfAnArticleWithItselfIsOneIfItHasWhatIsCompared) {
    base::Random random(107);
    const auto articles = testing::random_articles(random, 80);
    const oracle::SimilarityOracle expected(articles, 3, ShingleUnit::word);
    for (const auto measure : all_measures) {
        const auto matrix = similarity_matrix(articles, options_of(measure));
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const bool comparable = expected.has_features(measure, i);
            if (matrix.measure.bounded) {
                ASSERT_EQ(matrix.at(i, i), comparable ? 1.0F : 0.0F)
                    << matrix.measure.name << ": " << articles[i].text;
            } else {
                ASSERT_EQ(matrix.at(i, i) > 0.0F, comparable);
            }
        }
    }
}

TEST(Similarity, OfArticlesWithoutWordsIsZeroEvenWithThemselves) {
    const auto articles = testing::articles_of({"", "... !?", "😀", "Port Osmer floods again"});
    for (const auto measure : all_measures) {
        const auto matrix = similarity_matrix(articles, options_of(measure));
        for (std::size_t a = 0; a < articles.size(); ++a) {
            for (std::size_t b = 0; b < 3; ++b) {
                EXPECT_EQ(matrix.at(a, b), 0.0F) << matrix.measure.name;
                EXPECT_EQ(matrix.at(b, a), 0.0F) << matrix.measure.name;
            }
        }
    }
}

TEST(Similarity, OfEqualArticlesIsOne) {
    const std::string text =
        "Tilda Brandvik, mayor of Port Osmer, said on Friday that 17 ferries would not sail.";
    const auto articles = testing::articles_of({text, "Nurses strike in Vale.", text});
    for (const auto measure : all_measures) {
        if (measure != Measure::information) {
            EXPECT_EQ(similarity_matrix(articles, options_of(measure)).at(0, 2), 1.0F);
        }
    }
}

// Thousands of terms of the same weight: summed in floats, all their errors have one sign.
TEST(Similarity, OfLongArticlesIsAsExactAsOfShortOnes) {
    base::Random random(108);
    std::string text;
    for (int i = 0; i < 10'000; ++i) {
        const auto number = std::to_string(random.below(1'000'000));
        text += (i % 3 == 0 ? "Zorv" : "plin") + number + (i % 10 == 0 ? ". " : " ");
    }
    const auto articles = testing::articles_of({text, text, text.substr(0, text.size() / 3)});
    const oracle::SimilarityOracle expected(articles, 3, ShingleUnit::word);
    for (const auto measure : all_measures) {
        const auto matrix = similarity_matrix(articles, options_of(measure));
        for (const std::size_t other : {1, 2}) {
            const auto score = expected.score(measure, 0, other);
            EXPECT_NEAR(static_cast<double>(matrix.at(0, other)), score, tolerance(score))
                << matrix.measure.name << " with " << other;
        }
    }
}

TEST(Similarity, DoesNotDependOnTheOrderOfTheArticles) {
    base::Random random(109);
    const auto articles = testing::random_articles(random, 90);
    std::vector<std::size_t> order(articles.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [](std::size_t i) { return base::mix(i); });
    Articles permuted;
    for (const auto i : order) {
        permuted.push_back(articles[i]);
    }
    for (const auto measure : all_measures) {
        const auto matrix = similarity_matrix(articles, options_of(measure));
        const auto other = similarity_matrix(permuted, options_of(measure));
        for (std::size_t a = 0; a < order.size(); ++a) {
            ASSERT_EQ(other.row_labels[a], matrix.row_labels[order[a]]);
            for (std::size_t b = 0; b < order.size(); ++b) {
                ASSERT_EQ(other.at(a, b), matrix.at(order[a], order[b])) << matrix.measure.name;
            }
        }
    }
}

TEST(Similarity, IsTheSameBytesWithAnyNumberOfThreads) {
    base::Random random(113);
    const auto articles = testing::random_articles(random, 300);
    const std::span<const Article> rows(articles.data(), 130);
    const std::span<const Article> columns(articles.data() + 130, 170);
    for (const auto measure : all_measures) {
        const auto unit = measure == Measure::jaccard ? ShingleUnit::character : ShingleUnit::word;
        const auto one = similarity_matrix(articles, options_of(measure, 3, unit, 1));
        const auto one_block = similarity_matrix(rows, columns, options_of(measure, 3, unit, 1));
        for (const unsigned threads : {0U, 2U, 3U, 8U}) {
            const auto options = options_of(measure, 3, unit, threads);
            const auto what = std::to_string(threads) + " threads";
            expect_same_bytes(similarity_matrix(articles, options), one, what);
            expect_same_bytes(similarity_matrix(rows, columns, options), one_block, what);
        }
    }
}

TEST(Similarity, IsTheSameBytesWithEveryInstructionSet) {
    base::Random random(127);
    const auto articles = testing::random_articles(random, 60);
    for (const auto measure : all_measures) {
        const auto best = similarity_matrix(articles, options_of(measure));
        for (const auto& name : base::simd_names()) {
            base::force_simd(name);
            expect_same_bytes(similarity_matrix(articles, options_of(measure)), best, name);
        }
        base::force_simd("");
    }
}

TEST(Similarity, LabelsRowsAndColumnsByIdAndSaysWhatItMeasured) {
    const auto articles = testing::articles_of({"one two", "two three", "three four"});
    const std::span<const Article> rows(articles.data(), 1);
    const std::span<const Article> columns(articles.data() + 1, 2);
    const auto block = similarity_matrix(rows, columns, options_of(Measure::containment, 1));
    EXPECT_EQ(block.row_labels, (std::vector<std::string>{"article 0"}));
    EXPECT_EQ(block.column_labels, (std::vector<std::string>{"article 1", "article 2"}));
    EXPECT_FALSE(block.same_set);
    EXPECT_EQ(block.measure.name, "containment");
    EXPECT_FALSE(block.measure.symmetric);
    EXPECT_EQ(block.values, (std::vector<float>{0.5F, 0.0F}));
    const auto square = similarity_matrix(articles, options_of(Measure::information));
    EXPECT_TRUE(square.same_set);
    EXPECT_FALSE(square.measure.bounded);
    EXPECT_EQ(square.row_labels, square.column_labels);
}

TEST(Similarity, ContainmentIsOfTheRowInTheColumn) {
    const auto articles = testing::articles_of({"storm in port", "storm in port today, they say"});
    const auto matrix = similarity_matrix(articles, options_of(Measure::containment, 1));
    EXPECT_EQ(matrix.values, (std::vector<float>{1.0F, 1.0F, 0.5F, 1.0F}));
}

TEST(Similarity, OfNoArticlesIsAnEmptyMatrix) {
    const Articles none;
    const auto one = testing::articles_of({"Port Osmer"});
    for (const auto measure : all_measures) {
        EXPECT_TRUE(similarity_matrix(none, options_of(measure)).values.empty());
        EXPECT_TRUE(similarity_matrix(none, one, options_of(measure)).values.empty());
        const auto no_columns = similarity_matrix(one, none, options_of(measure));
        EXPECT_EQ(no_columns.rows(), 1U);
        EXPECT_TRUE(no_columns.values.empty());
        EXPECT_EQ(similarity_matrix(one, options_of(measure)).values.size(), 1U);
    }
}

// A corpus that could not be read gives a matrix without cells.
TEST(Similarity, OfArticlesThatAreNotThereIsAnOptionError) {
    const auto refusal = [](const Matrix& matrix, std::size_t row, std::size_t column) {
        try {
            return std::to_string(matrix.at(row, column));
        } catch (const Error& error) {
            return error.kind() == ErrorKind::option ? std::string(error.what()) : "another kind";
        }
    };
    EXPECT_EQ(refusal(similarity_matrix({}, {}), 0, 1),
              "matrix: there is no cell 0, 1 in 0 rows and 0 columns");
    const auto articles = testing::articles_of({"one", "two", "three"});
    const auto matrix = similarity_matrix(std::span(articles).first(2), articles, {});
    EXPECT_EQ(refusal(matrix, 2, 0), "matrix: there is no cell 2, 0 in 2 rows and 3 columns");
    EXPECT_EQ(refusal(matrix, 1, 3), "matrix: there is no cell 1, 3 in 2 rows and 3 columns");
    EXPECT_EQ(refusal(matrix, 1, 2), "0.000000");
}

TEST(Similarity, OfShinglesOfNoWidthIsAnOptionError) {
    const auto articles = testing::articles_of({"one", "two"});
    for (const auto measure : all_measures) {
        for (const bool same_set : {true, false}) {
            try {
                const auto options = options_of(measure, 0);
                (void)(same_set ? similarity_matrix(articles, options)
                                : similarity_matrix(articles, articles, options));
                ADD_FAILURE() << "no error";
            } catch (const Error& error) {
                EXPECT_EQ(error.kind(), ErrorKind::option);
                EXPECT_STREQ(error.what(), "matrix: ngram must be at least 1");
            }
        }
    }
}

TEST(Similarity, ReportsProgressFromOneThreadAtATimeUpToTheTotal) {
    base::Random random(131);
    const auto articles = testing::random_articles(random, 200);
    for (const unsigned threads : {1U, 4U}) {
        auto options = options_of(Measure::blend, 3, ShingleUnit::word, threads);
        std::atomic<int> inside{0};
        std::vector<std::string> stages;
        std::vector<std::size_t> reports;
        options.progress = [&](const RunStep& step) {
            EXPECT_EQ(++inside, 1);
            EXPECT_EQ(step.total, articles.size());
            if (stages.empty() || stages.back() != step.stage) {
                EXPECT_TRUE(reports.empty() || reports.back() == articles.size());
                stages.emplace_back(step.stage);
                reports.clear();
            }
            reports.push_back(step.done);
            --inside;
            return true;
        };
        const auto matrix = similarity_matrix(articles, options);
        EXPECT_EQ(stages, (std::vector<std::string>{"preparing", "comparing"}));
        ASSERT_FALSE(reports.empty());
        EXPECT_TRUE(std::ranges::is_sorted(reports, std::less_equal<>()));
        EXPECT_EQ(reports.back(), articles.size());
        expect_same_bytes(matrix, similarity_matrix(articles, options_of(Measure::blend)),
                          "watched");
    }
}

}  // namespace
}  // namespace wirecopy
