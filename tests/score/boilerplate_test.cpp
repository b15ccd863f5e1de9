#include "score/boilerplate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/hash.hpp"
#include "score/random_words.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::score {
namespace {

void in_turn(std::size_t count, const std::function<void(std::size_t part)>& body) {
    for (std::size_t part = 0; part < count; ++part) {
        body(part);
    }
}

using Stretches = std::vector<WordStretch>;

constexpr std::uint64_t gazette = 7;
constexpr std::uint64_t tideline = 8;

// Words of which hardly one is among those of another seed.
Words words_of(std::uint64_t seed, std::size_t count) {
    constexpr std::uint64_t vocabulary = 1'000'000;
    base::Random random(seed);
    return random_words(random, count, vocabulary);
}

// A standing line of twenty words.
Words standing() {
    return words_of(999, 20);
}

// Articles of a corpus, each with its own words and terms.
class Corpus {
public:
    // Of one vocabulary are articles of one affair.
    void add(const Words& words, std::uint64_t source, std::optional<std::int32_t> day,
             std::uint64_t affair) {
        Tape tape;
        for (std::uint32_t i = 0; i < 100; ++i) {
            tape.terms.push_back(static_cast<std::uint32_t>(affair * 100 + i));
            tape.flags.push_back(0);
        }
        anchors_.emplace_back(words);
        sketches_.push_back(vocabulary_sketch(ProfileDrafter().draft(tape, {}, {})));
        sources_.push_back(source);
        days_.push_back(day);
    }

    [[nodiscard]] std::vector<Stretches> find(const BoilerplateOptions& options = {}) const {
        std::vector<RepeatingArticle> articles;
        for (std::size_t i = 0; i < anchors_.size(); ++i) {
            articles.push_back({sources_[i], days_[i], anchors_[i].sorted(), sketches_[i]});
        }
        return find_boilerplate(articles, in_turn, options);
    }

    [[nodiscard]] bool has_none(const BoilerplateOptions& options = {}) const {
        return std::ranges::all_of(find(options), &Stretches::empty);
    }

private:
    std::vector<Anchors> anchors_;
    std::vector<std::vector<std::uint32_t>> sketches_;
    std::vector<std::uint64_t> sources_;
    std::vector<std::optional<std::int32_t>> days_;
};

// Articles of one outlet in different weeks, the standing line at the end of each.
Corpus weekly(std::uint64_t source, std::uint64_t count, std::int32_t days_apart = 7) {
    Corpus corpus;
    for (std::uint64_t i = 0; i < count; ++i) {
        corpus.add(words_of(i, 100) + standing(), source, static_cast<std::int32_t>(i) * days_apart,
                   0);
    }
    return corpus;
}

TEST(Boilerplate, IsWhatAnOutletRepeatsForWeeks) {
    for (const auto& stretches : weekly(gazette, 3).find()) {
        ASSERT_EQ(stretches.size(), 1U);
        // All but what the windows of anchors leave out at either end.
        EXPECT_LE(stretches[0].begin, 104U);
        EXPECT_GE(stretches[0].begin, 100U);
        EXPECT_GE(stretches[0].end, 116U);
    }
}

TEST(Boilerplate, NeedsThreeArticlesOfAnOutletOrFiveOfAny) {
    EXPECT_TRUE(weekly(gazette, 2).has_none());
    EXPECT_FALSE(weekly(gazette, 2).has_none({.least_of_source = 2}));
    EXPECT_TRUE(weekly(0, 4).has_none());
    EXPECT_FALSE(weekly(0, 5).has_none());
}

TEST(Boilerplate, OfOneOutletIsNoneOfAnother) {
    auto corpus = weekly(gazette, 3);
    corpus.add(words_of(50, 100) + standing(), tideline, 70, 0);
    const auto found = corpus.find();
    EXPECT_FALSE(found[0].empty());
    EXPECT_TRUE(found[3].empty());
}

TEST(Boilerplate, IsNoReportThatTwentyOutletsPrint) {
    const auto report = words_of(1, 300);
    for (const std::int32_t days_apart : {0, 7}) {
        Corpus corpus;
        for (std::uint64_t outlet = 1; outlet <= 20; ++outlet) {
            corpus.add(report + words_of(outlet + 1, 60), outlet,
                       static_cast<std::int32_t>(outlet) * days_apart, 0);
        }
        EXPECT_TRUE(corpus.has_none());
    }
}

TEST(Boilerplate, IsNoPassageThatTwentyRoundUpsLiftOnOneDay) {
    Corpus corpus;
    for (std::uint64_t i = 1; i <= 20; ++i) {
        corpus.add(words_of(i, 400) + standing(), i % 2, 3, i);
    }
    EXPECT_TRUE(corpus.has_none());
}

TEST(Boilerplate, IsNothingThatReportsOnOneAffairShareWithinAWeek) {
    EXPECT_TRUE(weekly(gazette, 6, 1).has_none());
    // Of other affairs they need not be weeks apart, nor need their days be known.
    for (const auto day : {std::optional<std::int32_t>(0), std::optional<std::int32_t>()}) {
        Corpus corpus;
        for (std::uint64_t i = 0; i < 3; ++i) {
            corpus.add(words_of(i, 100) + standing(), gazette,
                       day ? std::optional(*day + static_cast<std::int32_t>(i)) : day, i);
        }
        EXPECT_FALSE(corpus.has_none());
    }
}

TEST(Boilerplate, IsNothingThatFiveRewritesOfUnknownDaysShare) {
    Corpus corpus;
    for (std::uint64_t i = 0; i < 5; ++i) {
        corpus.add(words_of(i, 200) + standing(), 0, std::nullopt, 0);
    }
    EXPECT_TRUE(corpus.has_none());
}

TEST(Boilerplate, IsNoPhraseOfEightWords) {
    Corpus corpus;
    for (std::uint64_t i = 0; i < 9; ++i) {
        corpus.add(words_of(i, 100) + words_of(999, 8) + words_of(i + 20, 100), gazette,
                   static_cast<std::int32_t>(i) * 7, i);
    }
    EXPECT_TRUE(corpus.has_none());
    EXPECT_FALSE(corpus.has_none({.least_words = 5}));
}

TEST(Boilerplate, IsFoundWhereverItStandsInAnyOrderOfArticles) {
    std::vector<Words> texts;
    for (std::uint64_t i = 0; i < 8; ++i) {
        texts.push_back(words_of(i, 30 * i) + standing() + words_of(i + 20, 90));
    }
    const auto find = [&](const std::vector<std::size_t>& order) {
        Corpus corpus;
        for (const auto i : order) {
            corpus.add(texts[i], i % 2 == 0 ? gazette : tideline,
                       static_cast<std::int32_t>(i / 2) * 7, i);
        }
        std::vector<Stretches> found(order.size());
        const auto made = corpus.find();
        for (std::size_t i = 0; i < order.size(); ++i) {
            found[order[i]] = made[i];
        }
        return found;
    };
    const auto first = find({0, 1, 2, 3, 4, 5, 6, 7});
    EXPECT_TRUE(std::ranges::none_of(first, &Stretches::empty));
    EXPECT_EQ(find({7, 6, 5, 4, 3, 2, 1, 0}), first);
    EXPECT_EQ(find({3, 0, 6, 1, 7, 5, 2, 4}), first);
}

TEST(Boilerplate, RefusesOptionsThatMakeNoSense) {
    const std::vector<RepeatingArticle> none;
    EXPECT_THROW(static_cast<void>(find_boilerplate(none, in_turn, {.least_of_source = 1})), Error);
    EXPECT_THROW(static_cast<void>(find_boilerplate(none, in_turn, {.least_of_all = 0})), Error);
    EXPECT_THROW(static_cast<void>(find_boilerplate(none, in_turn, {.most_shared_runs = 0})),
                 Error);
    EXPECT_THROW(static_cast<void>(find_boilerplate(none, in_turn, {.most_similar_words = 1.5})),
                 Error);
    EXPECT_TRUE(find_boilerplate(none, in_turn).empty());
}

}  // namespace
}  // namespace wirecopy::score
