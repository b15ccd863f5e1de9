#include "wirecopy/plan.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "engine/articles.hpp"
#include "engine/pair_growth.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

using engine::PairGrowth;
using testing::planted;
using BlockPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// What a pair does that agrees in each slot with probability J, tried many times.
double simulated_chance(const CopyPlan& plan, double jaccard, int trials, std::uint64_t seed) {
    base::Random random(seed);
    const auto below = static_cast<std::uint64_t>(std::llround(jaccard * 1e9));
    int met = 0;
    for (int trial = 0; trial < trials; ++trial) {
        bool meets = false;
        for (std::size_t band = 0; band < plan.bands; ++band) {
            bool agrees = true;
            for (std::size_t row = 0; row < plan.rows; ++row) {
                agrees = (random.below(1'000'000'000) < below) && agrees;
            }
            meets = meets || agrees;
        }
        met += meets ? 1 : 0;
    }
    return static_cast<double>(met) / trials;
}

TEST(PlanCopies, SaysTheChanceThatThrownSlotsHave) {
    constexpr int trials = 4000;
    for (const auto& [bands, rows] : {std::pair{16, 8}, {32, 4}, {9, 13}, {128, 1}, {1, 3}}) {
        CopyOptions options;
        options.bands = static_cast<std::size_t>(bands);
        options.rows = static_cast<std::size_t>(rows);
        const auto plan = plan_copies(options);
        ASSERT_EQ(plan.chances.size(), 10U);
        EXPECT_EQ(plan.unused_slots, 128U - options.bands * options.rows);
        for (const auto& [jaccard, candidate] : plan.chances) {
            const auto seed = static_cast<std::uint64_t>(bands * 100 + std::lround(jaccard * 10));
            const auto sigma = std::sqrt(std::max(candidate * (1 - candidate), 1e-4) / trials);
            EXPECT_NEAR(simulated_chance(plan, jaccard, trials, seed), candidate, 4 * sigma)
                << bands << " x " << rows << " at " << jaccard;
        }
        EXPECT_EQ(plan.chances.back().jaccard, 1);
        EXPECT_EQ(plan.chances.back().candidate, 1);
    }
}

TEST(PlanCopies, TakesTheBandsThatFindCopiesTakes) {
    for (const double threshold : {.3, .7, .99}) {
        for (const std::size_t slots : {64, 128, 200}) {
            CopyOptions options;
            options.threshold = threshold;
            options.slots = slots;
            const auto plan = plan_copies(options);
            const auto report = find_copies({}, options, [](const CopyPair&) {});
            EXPECT_EQ(plan.bands, report.bands);
            EXPECT_EQ(plan.rows, report.rows);
            EXPECT_EQ(plan.recall, report.recall);
            EXPECT_EQ(plan.unused_slots + plan.bands * plan.rows, slots);
        }
    }
}

TEST(PlanCopies, RefusesWhatFindCopiesRefuses) {
    CopyOptions options;
    options.bands = options.rows = 16;
    EXPECT_THROW((void)plan_copies(options), Error);
}

std::vector<Article> numbered(std::size_t count) {
    std::vector<Article> articles(count);
    for (std::size_t i = 0; i < count; ++i) {
        articles[i].id = std::to_string(i);
        articles[i].text = "x";
    }
    return articles;
}

CorpusSample sample_of(std::vector<Article> articles, std::size_t blocks,
                       std::size_t block_articles, std::uint64_t seed = 1) {
    CorpusSampler sampler(blocks, block_articles, seed);
    for (auto& article : articles) {
        sampler.add(std::move(article));
    }
    return sampler.take();
}

TEST(CorpusSampler, KeepsASmallCorpusWhole) {
    const auto sample = sample_of(numbered(50), 8, 10);
    ASSERT_EQ(sample.articles.size(), 50U);
    for (std::size_t i = 0; i < 50; ++i) {
        EXPECT_EQ(sample.articles[i].id, std::to_string(i));
        EXPECT_EQ(sample.blocks[i], i / 10);
    }
    EXPECT_EQ(sample.corpus_articles, 50U);
    EXPECT_EQ(sample.corpus_text_bytes, 50U);
    EXPECT_TRUE(sample_of({}, 8, 10).articles.empty());
}

TEST(CorpusSampler, DrawsWholeBlocksInOrderEachWithTheSameChance) {
    constexpr std::size_t runs = 2000;
    std::vector<int> drawn(20);
    for (std::uint64_t seed = 0; seed < runs; ++seed) {
        const auto sample = sample_of(numbered(100), 4, 5, seed);
        ASSERT_EQ(sample.articles.size(), 20U);
        EXPECT_EQ(sample.corpus_articles, 100U);
        std::size_t before = 0;
        for (std::size_t i = 0; i < 20; ++i) {
            const auto place = std::stoul(sample.articles[i].id);
            EXPECT_EQ(place % 5, i % 5);
            EXPECT_TRUE(i == 0 || place > before);
            before = place;
            drawn[place / 5] += i % 5 == 0 ? 1 : 0;
        }
    }
    const double expected = runs * 4 / 20.0;
    for (const auto count : drawn) {
        EXPECT_NEAR(count, expected, 4 * std::sqrt(expected * .8));
    }
}

TEST(CorpusSampler, RefusesASampleOfNothing) {
    EXPECT_THROW(CorpusSampler(0, 1), Error);
    EXPECT_THROW(CorpusSampler(1, 0), Error);
}

TEST(PairGrowth, OfAWholeCorpusIsExact) {
    const std::vector<std::uint64_t> blocks{10, 10, 3};
    const BlockPairs pairs{{0, 0}, {0, 0}, {0, 1}, {2, 1}, {2, 2}};
    const auto found = PairGrowth(blocks, pairs).pairs_an_article(23, true);
    EXPECT_NEAR(found.value * 23, 5, 1e-9);
    EXPECT_EQ(found.low, found.value);
    EXPECT_EQ(found.high, found.value);
}

TEST(PairGrowth, KeepsPairsInsideBlocksAndLetsThoseBetweenGrow) {
    const std::vector<std::uint64_t> blocks{100, 100};
    const BlockPairs inside(40, {0, 0});
    const PairGrowth steady(blocks, inside);
    EXPECT_NEAR(steady.pairs_an_article(1'000, false).value, .2, 1e-9);
    EXPECT_NEAR(steady.pairs_an_article(1'000'000, false).value, .2, 1e-9);
    // A hundredth of all pairs between blocks: 100 of 10,000.
    const BlockPairs between(100, {0, 1});
    const PairGrowth growing(blocks, between);
    EXPECT_NEAR(growing.pairs_an_article(100'000, false).value, .01 * 99'999 / 2, 1);
    EXPECT_NEAR(growing.pairs_an_article(200'000, false).value, .01 * 199'999 / 2, 1);
}

TEST(PairGrowth, OfNoPairsBetweenBlocksSaysThatThreeMayHaveBeenMissed) {
    const std::vector<std::uint64_t> blocks{100, 100};
    const auto found = PairGrowth(blocks, {}).pairs_an_article(20'001, false);
    EXPECT_EQ(found.value, 0);
    EXPECT_EQ(found.low, 0);
    EXPECT_NEAR(found.high, 3.0 / 10'000 * 10'000, 1e-9);
}

// Corpora whose pairs are known: each article is like the one after it with one chance, and like
// any other with another.
TEST(PairGrowth, HoldsTheTruthBetweenItsBoundsInMostSamples) {
    constexpr std::uint64_t articles = 20'000;
    constexpr std::size_t block = 50;
    int held = 0;
    constexpr int runs = 100;
    for (int run = 0; run < runs; ++run) {
        base::Random random(static_cast<std::uint64_t>(run));
        std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs;
        for (std::uint64_t i = 0; i + 1 < articles; ++i) {
            if (random.below(10) == 0) {
                pairs.emplace_back(i, i + 1);
            }
        }
        for (int i = 0; i < 200'000; ++i) {
            pairs.emplace_back(random.below(articles), random.below(articles));
        }
        constexpr std::size_t drawn = 24;
        std::set<std::uint64_t> numbers;
        while (numbers.size() < drawn) {
            numbers.insert(random.below(articles / block));
        }
        const std::vector<std::uint64_t> blocks(drawn, block);
        BlockPairs seen;
        for (const auto& [a, b] : pairs) {
            const auto first = numbers.find(a / block);
            const auto second = numbers.find(b / block);
            if (first != numbers.end() && second != numbers.end() && a != b) {
                seen.emplace_back(std::distance(numbers.begin(), first),
                                  std::distance(numbers.begin(), second));
            }
        }
        const auto truth = static_cast<double>(pairs.size()) / articles;
        const auto found = PairGrowth(blocks, seen).pairs_an_article(articles, false);
        held += found.low <= truth && truth <= found.high ? 1 : 0;
    }
    EXPECT_GE(held, 88);  // of 95 expected, 3 sigma below
}

TEST(PlanRuns, CountTheCandidatesOfAWholeCorpusAsTheRunsDo) {
    const auto articles = planted(40);
    const auto sample = sample_of(articles, 16, 32);
    ASSERT_EQ(sample.articles.size(), articles.size());
    RunPlanOptions options;
    options.articles = {articles.size()};
    const auto plan = plan_runs(sample, options);
    std::size_t sharing = 0;
    CopyOptions all;
    all.bands = 32;
    all.rows = 4;
    all.threshold = 1e-6;
    find_copies(articles, all, [&](const CopyPair&) { ++sharing; });
    ASSERT_EQ(plan.copies.size(), 1U);
    const auto count = static_cast<double>(articles.size());
    EXPECT_NEAR(plan.copies[0].candidates.value * count, static_cast<double>(sharing), 1e-6);
    EXPECT_EQ(plan.copies[0].candidates.low, plan.copies[0].candidates.high);
    ASSERT_EQ(plan.grades.size(), 1U);
    EXPECT_GT(plan.grades[0].candidates.value, 0);
    EXPECT_EQ(plan.sample_blocks, 8U);
}

TEST(PlanRuns, GiveRangesThatHoldTheirFigures) {
    const auto sample = sample_of(planted(100), 4, 64);
    RunPlanOptions options;
    options.articles = {1, 60, 600, 6'000'000};
    const auto plan = plan_runs(sample, options);
    EXPECT_EQ(plan.sample_articles, 256U);
    EXPECT_EQ(plan.corpus_articles, 600U);
    EXPECT_FALSE(plan.window_articles);
    for (const auto* runs : {&plan.copies, &plan.grades}) {
        ASSERT_EQ(runs->size(), 4U);
        double before = -1;
        for (const auto& run : *runs) {
            for (const auto* figure : {&run.candidates, &run.cpu_seconds}) {
                EXPECT_LE(0, figure->low);
                EXPECT_LE(figure->low, figure->value);
                EXPECT_LE(figure->value, figure->high);
                EXPECT_TRUE(std::isfinite(figure->high));
            }
            EXPECT_GE(run.cpu_seconds.value, before);
            before = run.cpu_seconds.value;
        }
    }
    EXPECT_FALSE(plan.grades[0].bytes);  // the sample is small
    EXPECT_GT(plan.copies[3].bytes.value_or(0), 6e6 * 500);
}

TEST(PlanRuns, InAWindowGrowNoFurtherThanTheWindow) {
    auto articles = planted(100);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i].date = "2024-01-" + std::string(i / 30 < 9 ? "0" : "") +
                           std::to_string(i / 30 + 1);  // 20 days of 30 articles
    }
    const auto sample = sample_of(articles, 100, 64);
    RunPlanOptions options;
    options.articles = {600, 60'000};
    options.window_days = 1;
    const auto plan = plan_runs(sample, options);
    // Three days of 30 but for the first and the last.
    ASSERT_TRUE(plan.window_articles);
    EXPECT_NEAR(*plan.window_articles, 600 * (30.0 * 3 - 3) / 600, 5);
    EXPECT_NEAR(plan.grades[1].candidates.value, plan.grades[0].candidates.value, 1e-9);
    // An article costs as much but for what no longer lies in the caches.
    EXPECT_GE(plan.grades[1].cpu_seconds.value, 100 * plan.grades[0].cpu_seconds.value);
    EXPECT_LE(plan.grades[1].cpu_seconds.value, 150 * plan.grades[0].cpu_seconds.value);
}

TEST(PlanRuns, SayOfAPartOfACorpusHowManyCandidatesTheWholeHas) {
    // In no order, so that a sample is a thinner stream than the corpus.
    const auto ordered = planted(200);
    std::vector<Article> articles;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        const auto place = i * 7919 % ordered.size();
        articles.push_back(ordered[place]);
        articles.back().date = "2024-01-" + std::to_string(10 + place * 10 / ordered.size());
    }
    for (const auto window : {std::optional<unsigned>(), std::optional<unsigned>(1)}) {
        CompareOptions compare;
        compare.search = PairSearch::likely;
        compare.window_days = window;
        const auto there = static_cast<double>(Comparison(articles, compare).candidates()) /
                           static_cast<double>(articles.size());
        RunPlanOptions options;
        options.articles = {articles.size()};
        options.window_days = window;
        const auto plan = plan_runs(sample_of(articles, 8, articles.size() / 24), options);
        EXPECT_LT(plan.sample_articles, articles.size() / 2);
        EXPECT_GE(plan.grades[0].candidates.value, there / 1.5);
        EXPECT_LE(plan.grades[0].candidates.value, there * 1.5);
    }
}

TEST(PlanRuns, HaveNoMoreCandidatesAnArticleThanItIsComparedWith) {
    RunPlanOptions options;
    options.articles = {4'000'000'000};
    const auto plan = plan_runs(sample_of(planted(100), 4, 64), options);
    EXPECT_LE(plan.grades[0].candidates.high, 96);
}

TEST(PlanRuns, ReportProgressOfTwoStagesAndStopWhereItSaysSo) {
    const auto sample = sample_of(planted(40), 16, 32);
    RunPlanOptions options;
    options.articles = {1000};
    std::vector<std::string> stages;
    RunStep last;
    options.progress = [&](const RunStep& step) {
        if (stages.empty() || stages.back() != step.stage) {
            EXPECT_EQ(last.done, last.total);
            stages.emplace_back(step.stage);
        } else {
            EXPECT_GE(step.done, last.done);
            EXPECT_EQ(step.total, last.total);
        }
        last = step;
        return true;
    };
    (void)plan_runs(sample, options);
    EXPECT_EQ(stages, (std::vector<std::string>{"matching", "judging"}));
    EXPECT_EQ(last.done, last.total);
    options.progress = [&](const RunStep& step) { return step.stage == "matching"; };
    try {
        (void)plan_runs(sample, options);
        ADD_FAILURE() << "went on";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::stopped);
    }
}

TEST(PlanRuns, OfUndatedArticlesHaveNoWindow) {
    RunPlanOptions options;
    options.articles = {600};
    options.window_days = 1;
    const auto plan = plan_runs(sample_of(planted(10), 16, 10), options);
    EXPECT_NEAR(*plan.window_articles, 60, 1e-9);
}

TEST(PlanRuns, RefuseAnEmptySample) {
    EXPECT_THROW((void)plan_runs({}, {}), Error);
}

}  // namespace
}  // namespace wirecopy
