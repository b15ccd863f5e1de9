#include "score/spans.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "oracle/score_common_runs.hpp"
#include "score/random_words.hpp"
#include "tape/words.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::score {
namespace {

using Spans = std::vector<Span>;

Words words_of(std::string_view text) {
    tape::WordScanner scanner;
    const auto hashes = scanner.scan(text).hashes;
    return {hashes.begin(), hashes.end()};
}

Spans spans_of(std::string_view a, std::string_view b) {
    return reuse_spans(words_of(a), words_of(b));
}

// 30 words.
constexpr std::string_view passage =
    "The harbour of Ostland was shut for two days after a barge broke its moorings in the storm "
    "and sank across the fairway, which is only forty metres wide there.";

TEST(Spans, FindAPassageLiftedIntoAnotherArticle) {
    const auto spans = spans_of(
        "Insurers expect a hard winter. " + std::string(passage) + " Premiums will follow.",
        std::string(passage) + " Pilots had warned of it in spring.");
    EXPECT_EQ(spans, (Spans{{5, 35, 0, 30, 30}}));
}

TEST(Spans, GoOverWordsChangedPutInAndLeftOut) {
    const auto spans = spans_of(
        passage,
        "The harbour of Ostland was closed for two days after an old barge broke its moorings in "
        "the storm and sank across the fairway, only forty metres wide there.");
    ASSERT_EQ(spans.size(), 1U);
    EXPECT_EQ(spans[0], (Span{0, 30, 0, 29, 26}));
}

TEST(Spans, APassageWithEveryTenthWordChangedIsOne) {
    base::Random random(61);
    for (int round = 0; round < 100; ++round) {
        const auto words = random_words(random, 400, 5000);
        const auto spans = reuse_spans(words, with_words_changed(words, 10, random));
        ASSERT_EQ(spans, (Spans{{0, 399, 0, 399, 360}})) << round;
    }
}

TEST(Spans, ANameWithItsOfficeIsNone) {
    EXPECT_TRUE(
        spans_of("In the evening Ostland's Prime Minister Aldo Ferrant said on Monday that the "
                 "bridge would be rebuilt before the winter.",
                 "Nobody asked why Ostland's Prime Minister Aldo Ferrant said in the morning what "
                 "he had denied a week ago.")
            .empty());
}

TEST(Spans, MovedPassagesAreFoundEach) {
    base::Random random(62);
    const auto first = random_words(random, 30, 5000);
    const auto second = random_words(random, 50, 5000);
    const auto third = random_words(random, 20, 5000);
    EXPECT_EQ(reuse_spans(first + second + third, third + first + second),
              (Spans{{0, 80, 20, 100, 80}, {80, 100, 0, 20, 20}}));
}

TEST(Spans, APassageThatOneArticleRepeatsIsOne) {
    base::Random random(63);
    const auto words = random_words(random, 30, 5000);
    const auto spans = reuse_spans(words, words + random_words(random, 9, 5000) + words);
    ASSERT_EQ(spans.size(), 1U);
    EXPECT_EQ(spans[0].equal_words, 30U);
}

TEST(Spans, EqualArticlesAreOneOverEverything) {
    base::Random random(64);
    for (const std::size_t size : {8U, 9U, 12U, 100U, 1000U}) {
        for (const std::uint64_t vocabulary : {1U, 2U, 5U, 1000U}) {
            const auto words = random_words(random, size, vocabulary);
            const auto all = static_cast<std::uint32_t>(size);
            ASSERT_EQ(reuse_spans(words, words), (Spans{{0, all, 0, all, all}}))
                << size << " words of " << vocabulary;
        }
    }
}

TEST(Spans, OfFewerEqualWordsThanAskedForAreNone) {
    base::Random random(65);
    const auto words = random_words(random, 12, 5000);
    EXPECT_TRUE(reuse_spans(part(words, 0, 7), part(words, 0, 7)).empty());
    EXPECT_TRUE(reuse_spans(words, words, {.min_equal_words = 13}).empty());
    EXPECT_EQ(reuse_spans(words, words, {.min_equal_words = 12}).size(), 1U);
    EXPECT_TRUE(reuse_spans({}, {}).empty());
    EXPECT_TRUE(reuse_spans(words, {}).empty());
}

TEST(Spans, EndWhereMoreIsLostThanMayBe) {
    base::Random random(66);
    const auto before = random_words(random, 20, 5000);
    const auto behind = random_words(random, 20, 5000);
    for (const std::size_t between : {1U, 7U, 8U, 9U, 30U}) {
        const auto spans = reuse_spans(before + random_words(random, between, 50'000) + behind,
                                       before + random_words(random, between, 50'000) + behind);
        EXPECT_EQ(spans.size(), between <= SpanOptions{}.drop ? 1U : 2U) << between;
    }
}

// Two texts with `equal` words in common, then `different` words of either, and so on.
struct Alternating {
    void go_on(std::size_t equal, std::size_t different) {
        const auto common = random_words(random, equal, 1U << 30U);
        a = std::move(a) + common + random_words(random, different, 1U << 30U);
        b = std::move(b) + common + random_words(random, different, 1U << 30U);
    }
    base::Random random{67};
    Words a;
    Words b;
};

TEST(Spans, GainBackWhatWasLost) {
    Alternating texts;
    texts.go_on(20, 6);
    texts.go_on(4, 5);
    texts.go_on(20, 0);
    EXPECT_EQ(reuse_spans(texts.a, texts.b), (Spans{{0, 55, 0, 55, 44}}));
}

TEST(Spans, GoOnWhereTwoWordsAgreeBehindEveryChangedOne) {
    Alternating texts;
    texts.go_on(10, 1);
    for (int i = 0; i < 30; ++i) {
        texts.go_on(2, 1);
    }
    EXPECT_EQ(reuse_spans(texts.a, texts.b), (Spans{{0, 100, 0, 100, 70}}));
}

TEST(Spans, EndWhereManyWordsGainNothing) {
    Alternating texts;
    texts.go_on(20, 5);
    for (int i = 0; i < 10; ++i) {
        texts.go_on(5, 5);
    }
    texts.go_on(20, 0);
    EXPECT_EQ(reuse_spans(texts.a, texts.b), (Spans{{0, 20, 0, 20, 20}, {125, 145, 125, 145, 20}}));
}

TEST(Spans, TheLongestCommonRunComesFirst) {
    base::Random random(75);
    const auto article = random_words(random, 40, 5000);
    const auto other =
        part(article, 0, 12) + random_words(random, 20, 50'000) + part(article, 4, 40);
    EXPECT_EQ(reuse_spans(article, other), (Spans{{4, 40, 32, 68, 36}}));
}

TEST(Spans, OptionsThatCannotWorkAreRefused) {
    const Words words(20, 1);
    EXPECT_THROW((void)reuse_spans(words, words, {.min_equal_words = 0}), Error);
    EXPECT_THROW((void)reuse_spans(words, words, {.difference_cost = 0}), Error);
    EXPECT_THROW((void)reuse_spans(words, words, {.drop = 65}), Error);
    EXPECT_NO_THROW((void)reuse_spans(words, words, {.drop = 0}));
}

bool is_free(const std::vector<bool>& taken, std::size_t begin, std::size_t end) {
    return std::none_of(taken.begin() + static_cast<std::ptrdiff_t>(begin),
                        taken.begin() + static_cast<std::ptrdiff_t>(end),
                        [](bool is) { return is; });
}

void take(std::vector<bool>& taken, std::size_t begin, std::size_t end) {
    std::fill(taken.begin() + static_cast<std::ptrdiff_t>(begin),
              taken.begin() + static_cast<std::ptrdiff_t>(end), true);
}

// Whether a run of `length` words has `least` together that stand in no span on either side.
bool has_room(const oracle::CommonRun& run, const std::vector<bool>& taken_a,
              const std::vector<bool>& taken_b, std::size_t least) {
    for (std::size_t i = 0; i + least <= run.length; ++i) {
        if (is_free(taken_a, run.a + i, run.a + i + least) &&
            is_free(taken_b, run.b + i, run.b + i + least)) {
            return true;
        }
    }
    return false;
}

struct Texts {
    Words a;
    Words b;
    SpanOptions options;
};

Texts draw_texts(base::Random& random) {
    constexpr std::array<std::uint64_t, 5> vocabularies{1, 2, 6, 40, 3000};
    const auto vocabulary = vocabularies.at(random.below(vocabularies.size()));
    auto a = random_words(random, 1 + random.below(200), vocabulary);
    auto b = patchwork(random, a, random.below(8), vocabulary);
    const SpanOptions options{.min_equal_words = static_cast<std::uint32_t>(1 + random.below(20)),
                              .difference_cost = static_cast<std::uint32_t>(1 + random.below(3)),
                              .drop = static_cast<std::uint32_t>(random.below(20))};
    return {std::move(a), std::move(b), options};
}

TEST(Spans, LieInBothArticlesApartFromOneAnother) {
    base::Random random(70);
    for (int round = 0; round < 2000; ++round) {
        const auto [a, b, options] = draw_texts(random);
        std::vector<bool> taken_b(b.size());
        std::uint32_t last = 0;
        for (const auto& span : reuse_spans(a, b, options)) {
            ASSERT_GE(span.a_begin, last) << round;
            last = span.a_end;
            ASSERT_LT(span.a_begin, span.a_end) << round;
            ASSERT_LE(span.a_end, a.size()) << round;
            ASSERT_LT(span.b_begin, span.b_end) << round;
            ASSERT_LE(span.b_end, b.size()) << round;
            ASSERT_TRUE(is_free(taken_b, span.b_begin, span.b_end)) << round;
            take(taken_b, span.b_begin, span.b_end);
        }
    }
}

TEST(Spans, HaveAsManyEqualWordsAsTheySay) {
    base::Random random(71);
    for (int round = 0; round < 2000; ++round) {
        const auto [a, b, options] = draw_texts(random);
        for (const auto& span : reuse_spans(a, b, options)) {
            const auto in_a = part(a, span.a_begin, span.a_end);
            const auto in_b = part(b, span.b_begin, span.b_end);
            ASSERT_EQ(in_a.front(), in_b.front()) << round;
            ASSERT_EQ(in_a.back(), in_b.back()) << round;
            ASSERT_GE(span.equal_words, options.min_equal_words) << round;
            ASSERT_LE(span.equal_words, oracle::longest_common_subsequence(in_a, in_b)) << round;
            ASSERT_GT(2 * span.equal_words, std::max(in_a.size(), in_b.size())) << round;
        }
    }
}

TEST(Spans, LeaveNoCommonRunOfTheGuaranteedLengthInWhatTheyLeave) {
    base::Random random(72);
    int checked = 0;
    for (int round = 0; round < 2000; ++round) {
        const auto [a, b, options] = draw_texts(random);
        if (oracle::most_repeated_run(a, anchor_words) > repeats_paired_each_with_each &&
            oracle::most_repeated_run(b, anchor_words) > repeats_paired_each_with_each) {
            continue;
        }
        std::vector<bool> taken_a(a.size());
        std::vector<bool> taken_b(b.size());
        for (const auto& span : reuse_spans(a, b, options)) {
            take(taken_a, span.a_begin, span.a_end);
            take(taken_b, span.b_begin, span.b_end);
        }
        const auto least = std::max<std::size_t>(anchor_guarantee_words, options.min_equal_words);
        for (const auto& run : oracle::common_runs(a, b, least)) {
            ++checked;
            ASSERT_FALSE(has_room(run, taken_a, taken_b, least)) << round;
        }
    }
    EXPECT_GT(checked, 5000);
}

TEST(Spans, AreTheSameWhicheverArticleIsFirst) {
    base::Random random(73);
    for (int round = 0; round < 2000; ++round) {
        const auto [a, b, options] = draw_texts(random);
        auto mirrored = reuse_spans(b, a, options);
        for (auto& span : mirrored) {
            span = {span.b_begin, span.b_end, span.a_begin, span.a_end, span.equal_words};
        }
        std::ranges::sort(mirrored, {}, &Span::a_begin);
        ASSERT_EQ(mirrored, reuse_spans(a, b, options)) << round;
    }
}

TEST(Coverage, OfAnyTextsIsBetweenNothingAndAll) {
    base::Random random(74);
    for (int round = 0; round < 500; ++round) {
        const auto [a, b, options] = draw_texts(random);
        const auto covered = coverage(reuse_spans(a, b, options), a.size(), b.size());
        for (const double share : {covered.of_a, covered.of_b}) {
            ASSERT_GE(share, 0.0) << round;
            ASSERT_LE(share, 1.0) << round;
        }
        ASSERT_EQ(covered.of_a == 0.0, covered.of_b == 0.0) << round;
    }
}

// Each would take minutes if pairs of words, of anchors or of their extensions were compared.
TEST(Spans, OfTextsMadeToBeSlowAreFoundAllTheSame) {
    base::Random random(67);
    const auto line = random_words(random, 8, 1000);
    const auto lines = repeated(line, 10'000);
    const auto all = static_cast<std::uint32_t>(lines.size());
    EXPECT_EQ(reuse_spans(lines, lines), (Spans{{0, all, 0, all, all}}));
    EXPECT_EQ(coverage(reuse_spans(lines, repeated(line, 16)), all, 128).of_b, 1.0);
    EXPECT_EQ(coverage(reuse_spans(lines, repeated(line, 300)), all, 2400).of_b, 1.0);

    const Words same(100'000, 7);
    EXPECT_EQ(reuse_spans(same, part(same, 0, 50'000)).size(), 1U);

    const auto two = random_words(random, 50'000, 2);
    EXPECT_FALSE(reuse_spans(two, random_words(random, 50'000, 2)).empty());

    // The line between other words, so that no two lines stand on one diagonal for long.
    Words scattered;
    Words other;
    for (int i = 0; i < 3000; ++i) {
        scattered = std::move(scattered) + line + random_words(random, random.below(30), 1U << 30U);
        other = std::move(other) + line + random_words(random, random.below(30), 1U << 30U);
    }
    EXPECT_GE(reuse_spans(scattered, other).size(), 1500U);
}

// Five words equal, five not, over and over: every extension wins and loses the same for ever.
TEST(Spans, ThatNeverGetBetterAreGivenUp) {
    Alternating texts;
    for (int i = 0; i < 60'000; ++i) {
        texts.go_on(5, 5);
    }
    EXPECT_TRUE(reuse_spans(texts.a, texts.b).empty());
}

TEST(Coverage, IsTheShareOfWordsInsideSpans) {
    const Spans spans{{0, 10, 5, 16, 9}, {20, 40, 30, 50, 20}};
    const auto covered = coverage(spans, 60, 100);
    EXPECT_EQ(covered.words_a, 30U);
    EXPECT_EQ(covered.words_b, 31U);
    EXPECT_EQ(covered.of_a, 0.5);
    EXPECT_EQ(covered.of_b, 0.31);
    EXPECT_EQ(covered.longest_words, 20U);
}

TEST(Coverage, OfNothingIsZero) {
    const auto covered = coverage({}, 0, 0);
    EXPECT_EQ(covered.of_a, 0.0);
    EXPECT_EQ(covered.of_b, 0.0);
    EXPECT_EQ(covered.longest_words, 0U);
}

TEST(Coverage, TellsWhichArticleStandsInTheOther) {
    base::Random random(69);
    const auto article = random_words(random, 400, 5000);
    const auto cut = part(article, 0, 200);
    const auto covered = coverage(reuse_spans(cut, article), cut.size(), article.size());
    EXPECT_EQ(covered.of_a, 1.0);
    EXPECT_EQ(covered.of_b, 0.5);
}

}  // namespace
}  // namespace wirecopy::score
