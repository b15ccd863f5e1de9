#include <gtest/gtest.h>

#include <set>
#include <string>

#include "engine/articles.hpp"
#include "wirecopy/copies.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {
namespace {

using testing::planted;

std::vector<CopyPair> copies_of(const std::vector<Article>& articles, const CopyOptions& options) {
    std::vector<CopyPair> pairs;
    static_cast<void>(
        find_copies(articles, options, [&](const CopyPair& pair) { pairs.push_back(pair); }));
    return pairs;
}

TEST(FindCopies, FindsWhatTheMatrixOfAllPairsHas) {
    const auto articles = planted(60);
    SimilarityOptions exact;
    exact.measure = Measure::jaccard;
    const auto matrix = similarity_matrix(articles, exact);
    exact.measure = Measure::containment;
    const auto containment = similarity_matrix(articles, exact);
    for (const double threshold : {.3, .5, .7, .9, 1.0}) {
        CopyOptions options;
        options.threshold = threshold;
        options.recall = .999;
        std::size_t expected = 0;
        for (std::size_t a = 0; a < articles.size(); ++a) {
            for (std::size_t b = a + 1; b < articles.size(); ++b) {
                expected += matrix(a, b) >= static_cast<float>(threshold) ? 1 : 0;
            }
        }
        const auto found = copies_of(articles, options);
        ASSERT_GT(expected, 50U);
        EXPECT_GE(static_cast<double>(found.size()), .99 * static_cast<double>(expected));
        for (const auto& pair : found) {
            EXPECT_GE(pair.jaccard, static_cast<float>(threshold));
            EXPECT_EQ(pair.jaccard, matrix(pair.a, pair.b));
            EXPECT_EQ(pair.containment_a, containment(pair.a, pair.b));
            EXPECT_EQ(pair.containment_b, containment(pair.b, pair.a));
        }
    }
}

TEST(FindCopies, AtALowerThresholdFindsAllThatAHigherFinds) {
    const auto articles = planted(40);
    CopyOptions options;
    options.recall = .9;
    std::set<std::pair<std::size_t, std::size_t>> low;
    options.threshold = .55;
    for (const auto& pair : copies_of(articles, options)) {
        low.emplace(pair.a, pair.b);
    }
    options.threshold = .65;
    for (const auto& pair : copies_of(articles, options)) {
        EXPECT_TRUE(low.contains({pair.a, pair.b}));
    }
}

TEST(FindCopies, IsTheSameOnAnyNumberOfThreads) {
    const auto articles = planted(40);
    CopyOptions one;
    one.threads = 1;
    CopyOptions many;
    many.threads = 6;
    EXPECT_EQ(copies_of(articles, one), copies_of(articles, many));
}

TEST(FindCopies, OfAHundredThousandEqualArticlesAreLinear) {
    std::vector<Article> articles(100'000);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i].id = std::to_string(i);
        articles[i].text = "Subscribe to our newsletter to read this story and many more";
    }
    const auto pairs = copies_of(articles, {});
    EXPECT_GE(pairs.size(), articles.size() - 1);
    EXPECT_LE(pairs.size(), articles.size() + 64 * 64);
}

TEST(FindCopies, OfDifferentGroupsAreThosePairsAlone) {
    const auto articles = planted(40);
    std::vector<std::uint32_t> groups;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        groups.push_back(static_cast<std::uint32_t>(i % 3));
    }
    auto expected = copies_of(articles, {});
    std::erase_if(expected, [&](const CopyPair& pair) { return groups[pair.a] == groups[pair.b]; });
    CopyOptions options;
    options.groups = groups;
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(copies_of(articles, options), expected);
}

TEST(FindCopies, OfAThousandEqualOnesEachOfAnotherGroupIsFound) {
    const std::vector<std::string> texts(1000, "Subscribe to our newsletter to read this story");
    const auto articles = testing::articles_of(texts);
    std::vector<std::uint32_t> groups(articles.size());
    groups[500] = 1;
    groups[999] = 2;
    CopyOptions options;
    options.groups = groups;
    std::set<std::size_t> met;
    for (const auto& pair : copies_of(articles, options)) {
        EXPECT_NE(groups[pair.a], groups[pair.b]);
        met.insert({pair.a, pair.b});
    }
    EXPECT_TRUE(met.contains(500));
    EXPECT_TRUE(met.contains(999));
}

TEST(FindCopies, AreTheSameWithWhateverMemory) {
    const auto articles = planted(400);  // three blocks
    const auto expected = copies_of(articles, {});
    ASSERT_FALSE(expected.empty());
    for (const unsigned threads : {1U, 2U}) {
        const auto least = least_copy_memory(articles.size(), threads);
        for (const std::uint64_t more : {0, 1'000'000, 40'000'000}) {
            CopyOptions options;
            options.threads = threads;
            options.memory = {least + more, ::testing::TempDir()};
            EXPECT_EQ(copies_of(articles, options), expected) << threads << " threads, " << more;
        }
        CopyOptions options;
        options.threads = threads;
        options.memory = {1, ::testing::TempDir(), false};
        EXPECT_EQ(copies_of(articles, options), expected) << threads << " threads, not firm";
    }
}

TEST(FindCopies, RefuseLessMemoryThanTheyNeed) {
    const auto articles = planted(4);
    CopyOptions options;
    options.threads = 2;
    options.memory = {least_copy_memory(articles.size(), 2) - 1, ::testing::TempDir()};
    try {
        static_cast<void>(copies_of(articles, options));
        ADD_FAILURE() << "was done";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::option);
    }
}

TEST(FindCopies, RefuseAFolderThatTakesNoFileWhereOneIsNeeded) {
    const auto articles = planted(4);
    CopyOptions options;
    options.memory = {least_copy_memory(articles.size(), 0), "/a folder that is not there"};
    EXPECT_THROW(static_cast<void>(copies_of(articles, options)), Error);
    options.memory.bytes += 1'000'000'000;
    EXPECT_NO_THROW(static_cast<void>(copies_of(articles, options)));
}

TEST(FindCopies, EndsInAnyStageWhereItIsTold) {
    const auto articles = testing::planted(4);
    for (const auto* stage : {"candidates", "verifying"}) {
        CopyOptions options;
        options.progress = [&](const RunStep& step) { return step.stage != stage; };
        try {
            (void)find_copies(articles, options, [](const CopyPair&) {});
            ADD_FAILURE() << "went on after " << stage;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::stopped);
        }
    }
}

TEST(FindCopies, WithoutWordsResembleNothing) {
    std::vector<Article> articles(4);
    articles[2].text = articles[3].text = "Two words";
    const auto pairs = copies_of(articles, {});
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].a, 2U);
    EXPECT_TRUE(copies_of({}, {}).empty());
}

TEST(FindCopies, SaysWhatItPlannedAndTakesWhatIsGiven) {
    const auto articles = planted(5);
    CopyOptions options;
    const auto planned = find_copies(articles, options, [](const CopyPair&) {});
    EXPECT_EQ(planned.bands, 32U);
    EXPECT_EQ(planned.rows, 4U);
    EXPECT_GE(planned.recall, options.recall);
    options.bands = 16;
    options.rows = 8;
    const auto given = find_copies(articles, options, [](const CopyPair&) {});
    EXPECT_EQ(given.bands, 16U);
    EXPECT_NEAR(given.recall, .6133, .0005);
    EXPECT_LE(given.candidates, planned.candidates);
}

TEST(FindCopies, RefusesOptionsOutOfRange) {
    const auto refuses = [](auto change) {
        CopyOptions options;
        change(options);
        try {
            static_cast<void>(copies_of({}, options));
        } catch (const Error& error) {
            return error.kind() == ErrorKind::option;
        }
        return false;
    };
    EXPECT_TRUE(refuses([](CopyOptions& o) { o.threshold = 0; }));
    EXPECT_TRUE(refuses([](CopyOptions& o) { o.threshold = 1.1; }));
    EXPECT_TRUE(refuses([](CopyOptions& o) { o.recall = 0; }));
    EXPECT_TRUE(refuses([](CopyOptions& o) { o.width_words = 0; }));
    EXPECT_TRUE(refuses([](CopyOptions& o) { o.bands = 16; }));
    EXPECT_TRUE(refuses([](CopyOptions& o) { o.bands = o.rows = 16; }));
    EXPECT_TRUE(refuses([](CopyOptions& o) { o.slots = 0; }));
    const std::vector<std::uint32_t> one_too_many(1);
    EXPECT_TRUE(refuses([&](CopyOptions& o) { o.groups = one_too_many; }));
}

}  // namespace
}  // namespace wirecopy
