#include "wirecopy/compare.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/articles.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy {
namespace {

std::vector<Article> read_all(const std::vector<std::string>& paths) {
    std::vector<Article> articles;
    for (const auto& path : paths) {
        const std::vector<std::string> one{std::string(WIRECOPY_SOURCE_DIR "/") + path};
        read_articles(
            one, {}, [&](Article&& article) { articles.push_back(std::move(article)); },
            [](Rejected&& rejected) { FAIL() << rejected.reason; });
    }
    return articles;
}

std::vector<Article> tuning_stories() {
    return read_all({"tests/families/tuning/brewery_takeover.jsonl",
                     "tests/families/tuning/hospital_trial.jsonl",
                     "tests/families/tuning/minister_resigns.jsonl",
                     "tests/families/tuning/ferry_collision.jsonl"});
}

std::vector<std::vector<PairVerdict>> verdicts(const std::vector<Article>& articles,
                                               const CompareOptions& options = {}) {
    std::vector<std::vector<PairVerdict>> rows;
    Comparison(articles, options)
        .compare_all([&](std::size_t a, std::span<const PairVerdict> later) {
            EXPECT_EQ(a, rows.size());
            rows.emplace_back(later.begin(), later.end());
        });
    return rows;
}

TEST(Comparison, OfCaptionsAndPaywallLinesSeesNoEvent) {
    const auto articles =
        testing::articles_of({"Photo", "Photo gallery", "Subscribe to read the full article",
                              "Read the full article here", "Subscribe to read the full article",
                              "The bank of Osmer raises rates", "The bank of Tillick holds rates"});
    const Comparison comparison(articles);
    for (std::size_t a = 0; a < articles.size(); ++a) {
        for (std::size_t b = a + 1; b < articles.size(); ++b) {
            const bool is_copy = a == 2 && b == 4;
            EXPECT_EQ(comparison.compare(a, b).grade, is_copy ? Grade::copy : Grade::none)
                << articles[a].text << " / " << articles[b].text;
        }
    }
}

TEST(Comparison, GradesEveryPairOfTheFoundingArticlesAsRewriteOrCloser) {
    const auto articles = read_all({"seeds"});
    ASSERT_EQ(articles.size(), 5U);
    for (const auto& row : verdicts(articles)) {
        for (const auto& verdict : row) {
            EXPECT_GE(verdict.grade, Grade::rewrite);
            EXPECT_LT(verdict.jaccard, .02F);
        }
    }
}

TEST(Comparison, GradesCopiesEditsAndLiftedPassagesOfEveryTuningStory) {
    const auto articles = tuning_stories();
    const Comparison comparison(articles);
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        places[articles[i].id] = i;
    }
    for (const auto* story :
         {"brewery_takeover", "hospital_trial", "minister_resigns", "ferry_collision"}) {
        const auto grade = [&](const char* a, const char* b) {
            const std::string prefix = std::string(story) + "-";
            return comparison.compare(places.at(prefix + a), places.at(prefix + b)).grade;
        };
        EXPECT_GE(grade("w", "c"), Grade::edited) << story;
        EXPECT_EQ(grade("w", "e"), Grade::edited) << story;
        EXPECT_EQ(grade("w", "p"), Grade::partial) << story;
        EXPECT_EQ(grade("w", "l2"), Grade::none) << story;
        EXPECT_LE(grade("w", "i1"), Grade::related) << story;
        EXPECT_GE(grade("w", "r1"), Grade::rewrite) << story;
    }
}

// The grade of each of these pairs among the articles that they stand with.
std::vector<Grade> grades_of(const std::vector<Article>& articles,
                             const std::vector<std::pair<std::string, std::string>>& pairs) {
    const Comparison comparison(articles);
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        places[articles[i].id] = i;
    }
    std::vector<Grade> grades;
    for (const auto& [a, b] : pairs) {
        grades.push_back(comparison.compare(places.at(a), places.at(b)).grade);
    }
    return grades;
}

TEST(Comparison, GradesAPoorScanOfAPageAsAnEdit) {
    auto articles = tuning_stories();
    for (auto& scan : read_all({"tests/families/tuning/ocr.jsonl"})) {
        articles.push_back(std::move(scan));
    }
    EXPECT_EQ(grades_of(articles, {{"brewery_takeover-w", "brewery_takeover-ocr"},
                                   {"hospital_trial-w", "hospital_trial-ocr"},
                                   {"minister_resigns-w", "minister_resigns-ocr"},
                                   {"ferry_collision-w", "ferry_collision-ocr"}}),
              std::vector<Grade>(4, Grade::edited));
}

TEST(Comparison, GradesALongStatementThatBothQuoteAsAPassage) {
    EXPECT_EQ(
        grades_of(read_all({"tests/families/tuning/traps.jsonl"}), {{"t1_quote_a", "t1_quote_b"}}),
        std::vector<Grade>{Grade::partial});
}

TEST(Comparison, IsTheSameFromEitherSideAndOneByOne) {
    const auto articles = tuning_stories();
    const Comparison comparison(articles);
    const auto rows = verdicts(articles);
    for (std::size_t a = 0; a < articles.size(); a += 3) {
        for (std::size_t b = a + 1; b < articles.size(); ++b) {
            const auto there = comparison.compare(a, b);
            const auto back = comparison.compare(b, a);
            EXPECT_EQ(there, rows[a][b - a - 1]);
            EXPECT_EQ(there.grade, back.grade);
            EXPECT_NEAR(there.story, back.story, 2e-6);
            EXPECT_NEAR(there.derived, back.derived, 2e-6);
            EXPECT_EQ(there.jaccard, back.jaccard);
            EXPECT_EQ(there.containment_a, back.containment_b);
        }
    }
}

TEST(Comparison, IsTheSameOnAnyNumberOfThreads) {
    const auto articles = tuning_stories();
    CompareOptions options;
    options.threads = 1;
    const auto one = verdicts(articles, options);
    for (const unsigned threads : {2U, 8U}) {
        options.threads = threads;
        EXPECT_EQ(verdicts(articles, options), one);
    }
}

TEST(Comparison, NeverFindsMoreOfTheSameReportThanOfTheSameEvent) {
    for (const auto& row : verdicts(tuning_stories())) {
        for (const auto& verdict : row) {
            EXPECT_LE(verdict.derived, verdict.story);
        }
    }
}

// The founding articles among others, of which `notes` name everybody that they name.
std::vector<Article> founding_among(int notes) {
    auto articles = read_all({"seeds"});
    const auto others = tuning_stories();
    articles.insert(articles.end(), others.begin(), others.end());
    for (int i = 0; i < notes; ++i) {
        Article note;
        note.id = "note" + std::to_string(i);
        note.text =
            "Elon Musk, Vladimir Putin, Xi Jinping, Starlink, SpaceX, Taiwan and the Wall "
            "Street Journal are entries of register " +
            std::to_string(1000 + 7 * i) + ", drawer " + std::to_string(i) + ".";
        articles.push_back(note);
    }
    return articles;
}

struct FoundingPairs {
    int rewrites = 0;
    int related = 0;
    int others = 0;  // pairs with an article of another story that are graded at all
};

FoundingPairs founding_pairs(const std::vector<Article>& articles) {
    const Comparison comparison(articles);
    FoundingPairs found;
    for (std::size_t a = 0; a < 5; ++a) {
        for (std::size_t b = a + 1; b < articles.size(); ++b) {
            const auto grade = comparison.compare(a, b).grade;
            if (b < 5) {
                found.rewrites += grade >= Grade::rewrite ? 1 : 0;
                found.related += grade >= Grade::related ? 1 : 0;
            } else if (!articles[b].id.starts_with("note")) {
                found.others += grade > Grade::none ? 1 : 0;
            }
        }
    }
    return found;
}

TEST(Comparison, KeepsTheFoundingArticlesTogetherAmongOthers) {
    const auto found = founding_pairs(founding_among(0));
    EXPECT_EQ(found.rewrites, 10);
    EXPECT_EQ(found.others, 0);
}

// Where their own names have become common, less of what they share tells anything.
TEST(Comparison, KeepsTheFoundingArticlesTogetherWhereTheirNamesAreCommon) {
    const auto a_quarter = founding_pairs(founding_among(20));
    EXPECT_EQ(a_quarter.rewrites, 10);
    EXPECT_EQ(a_quarter.others, 0);
    const auto three_quarters = founding_pairs(founding_among(200));
    EXPECT_EQ(three_quarters.related, 10);
    EXPECT_GE(three_quarters.rewrites, 8);
    EXPECT_EQ(three_quarters.others, 0);
}

TEST(Comparison, OfArticlesWithoutWordsFindsNothing) {
    std::vector<Article> articles(3);
    articles[0].text = "...";
    articles[1].text = "";
    articles[2].text = "A report of some words about the harbour.";
    for (const auto& row : verdicts(articles)) {
        for (const auto& verdict : row) {
            EXPECT_EQ(verdict, PairVerdict{});
        }
    }
    EXPECT_EQ(Comparison(articles).compare(1, 1).grade, Grade::none);
    EXPECT_EQ(Comparison(articles).compare(2, 2).grade, Grade::copy);
}

// Each text twice, the second time in another outlet's capitals and dates, among two stories: a
// report, one sentence, three words, and words that tell nothing.
std::vector<Article> twins() {
    auto articles = tuning_stories();
    const std::vector<std::string> texts{articles.front().text,
                                         "The ferry Aurelia was late again on Sunday.",
                                         "Weather: no change.", "And so it was to be."};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (const auto* name : {"first", "second"}) {
            Article article;
            article.id = name + std::to_string(i);
            article.text = texts[i];
            article.date = *name == 'f' ? "2019-01-05" : "2024-11-30";
            articles.push_back(article);
        }
        for (auto& letter : articles.back().text) {
            letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
        }
    }
    return articles;
}

TEST(Comparison, OfTheSameWordsIsASureCopyHoweverPairsAreLookedFor) {
    const auto articles = twins();
    const auto first = tuning_stories().size();
    for (const double base_rate : {0.0, 0.001}) {
        CompareOptions all;
        all.base_rate = base_rate;
        CompareOptions likely = all;
        likely.search = PairSearch::likely;
        const auto rows = verdicts(articles, all);
        std::map<std::pair<std::size_t, std::size_t>, PairVerdict> found;
        const Comparison among_likely(articles, likely);
        among_likely.compare_likely(
            [&](std::size_t a, std::span<const Comparison::LikelyPair> later) {
                for (const auto& pair : later) {
                    found[{a, pair.b}] = pair.verdict;
                }
            });
        const Comparison among_all(articles, all);
        const PairVerdict sure{Grade::copy, 1, 1, 1, 1, 1};
        for (auto a = first; a < articles.size(); a += 2) {
            EXPECT_EQ(rows[a][0], sure) << articles[a].id;
            EXPECT_EQ(among_all.compare(a, a + 1), sure) << articles[a].id;
            EXPECT_EQ(among_all.compare(a + 1, a), sure) << articles[a].id;
            EXPECT_EQ(among_likely.compare(a, a + 1), sure) << articles[a].id;
            EXPECT_EQ((found[{a, a + 1}]), sure) << articles[a].id;
            const auto told = among_all.explain(a, a + 1, articles[a], articles[a + 1]);
            EXPECT_EQ(told.verdict, sure) << articles[a].id;
            EXPECT_EQ(told.rule, "same_text") << articles[a].id;
        }
        EXPECT_EQ(rows[0][first - 1], sure);  // and the report itself with either
    }
}

TEST(Comparison, KeepsEqualTextsOutsideTheWindowApart) {
    CompareOptions options;
    options.search = PairSearch::likely;
    options.window_days = 7;
    const auto articles = twins();
    const auto first = tuning_stories().size();
    Comparison(articles, options)
        .compare_likely([&](std::size_t a, std::span<const Comparison::LikelyPair> later) {
            for (const auto& pair : later) {
                EXPECT_FALSE(a >= first && pair.b == a + 1) << articles[a].id;
            }
        });
}

TEST(Comparison, OfNoArticlesIsEmpty) {
    EXPECT_TRUE(verdicts({}).empty());
}

std::vector<std::string> stages_of(const std::vector<Article>& articles, CompareOptions options) {
    std::vector<std::string> stages;
    RunStep last;
    options.progress = [&](const RunStep& step) {
        if (stages.empty() || stages.back() != step.stage) {
            EXPECT_EQ(last.done, last.total);
            EXPECT_EQ(step.done, 0U);
            stages.emplace_back(step.stage);
        } else {
            EXPECT_GE(step.done, last.done);
        }
        EXPECT_EQ(step.total, articles.size());
        last = step;
        return true;
    };
    const Comparison comparison(articles, options);
    if (options.search == PairSearch::likely) {
        comparison.compare_likely([](std::size_t, std::span<const Comparison::LikelyPair>) {});
    } else {
        comparison.compare_all([](std::size_t, std::span<const PairVerdict>) {});
    }
    EXPECT_EQ(last.done, last.total);
    return stages;
}

TEST(Comparison, SaysItsStagesFromNothingToAllOfEach) {
    const auto articles = tuning_stories();
    const std::vector<std::string> all{"preparing", "weighing", "candidates", "judging"};
    for (const unsigned threads : {1U, 4U}) {
        for (const auto search : {PairSearch::all, PairSearch::likely}) {
            CompareOptions options;
            options.threads = threads;
            options.search = search;
            EXPECT_EQ(stages_of(articles, options), all);
        }
    }
}

TEST(Comparison, EndsInAnyStageWhereItIsTold) {
    const auto articles = tuning_stories();
    for (const unsigned threads : {1U, 4U}) {
        for (const auto* stage : {"preparing", "weighing", "candidates", "judging"}) {
            CompareOptions options;
            options.threads = threads;
            options.search = PairSearch::likely;
            int calls_after = 0;
            options.progress = [&](const RunStep& step) {
                const bool goes_on = step.stage != stage;
                calls_after += goes_on ? 0 : 1;
                return goes_on;
            };
            try {
                Comparison(articles, options)
                    .compare_likely([](std::size_t, std::span<const Comparison::LikelyPair>) {});
                ADD_FAILURE() << "went on after " << stage;
            } catch (const Error& error) {
                EXPECT_EQ(error.kind(), ErrorKind::stopped);
            }
            EXPECT_EQ(calls_after, 1) << stage;
        }
    }
}

TEST(Comparison, OfTextsThatAreReadWhenTheyAreLookedAtIsTheSame) {
    const auto articles = tuning_stories();
    auto without_texts = articles;
    for (auto& article : without_texts) {
        article.text.clear();
    }
    for (const unsigned threads : {1U, 4U}) {
        CompareOptions options;
        options.threads = threads;
        options.texts = [&]() -> TextReader {
            return [&](std::size_t article, std::string& text) { text = articles[article].text; };
        };
        EXPECT_EQ(verdicts(without_texts, options), verdicts(articles));
    }
}

TEST(Comparison, CountsTheCandidatesItJudges) {
    const auto articles = tuning_stories();
    EXPECT_EQ(Comparison(articles).candidates(), articles.size() * (articles.size() - 1) / 2);
    CompareOptions options;
    options.search = PairSearch::likely;
    options.groups.assign(articles.size(), 0);
    EXPECT_EQ(Comparison(articles, options).candidates(), 0U);
    options.groups.front() = 1;
    const Comparison comparison(articles, options);
    std::size_t judged = 0;
    comparison.compare_likely([&](std::size_t a, std::span<const Comparison::LikelyPair> later) {
        EXPECT_TRUE(a == 0 || later.empty());
        judged += later.size();
    });
    EXPECT_EQ(comparison.candidates(), judged);
}

TEST(Comparison, RefusesOptionsThatMeanNothing) {
    const auto articles = read_all({"seeds"});
    CompareOptions options;
    options.ngram = 0;
    EXPECT_THROW(Comparison(articles, options), Error);
    options.ngram = 5;
    options.base_rate = 1;
    EXPECT_THROW(Comparison(articles, options), Error);
}

TEST(Comparison, FindsMoreWhereMorePairsAreExpectedToBeOfOneEvent) {
    const auto articles = tuning_stories();
    CompareOptions rare;
    rare.base_rate = .01;
    CompareOptions common;
    common.base_rate = .6;
    const auto few = verdicts(articles, rare);
    const auto many = verdicts(articles, common);
    for (std::size_t a = 0; a < few.size(); ++a) {
        for (std::size_t i = 0; i < few[a].size(); ++i) {
            EXPECT_LE(few[a][i].story, many[a][i].story);
        }
    }
}

}  // namespace
}  // namespace wirecopy
