#include "score/span_edits.hpp"

#include <gtest/gtest.h>

#include "score/random_words.hpp"

namespace wirecopy::score {
namespace {

using Edits = std::vector<SpanEdit>;

Edits edits_of(const Words& a, const Words& b) {
    return span_edits(
        {0, static_cast<std::uint32_t>(a.size()), 0, static_cast<std::uint32_t>(b.size()), 0}, a,
        b);
}

TEST(SpanEdits, AreTheWordsChangedPutInAndLeftOut) {
    const Words a{1, 2, 3, 4, 5, 6, 7, 8, 9};
    EXPECT_EQ(edits_of(a, a), Edits{});
    EXPECT_EQ(edits_of(a, {1, 2, 30, 4, 5, 6, 7, 8, 9}), (Edits{{{2, 3}, {2, 3}}}));
    EXPECT_EQ(edits_of(a, {1, 2, 3, 30, 31, 4, 5, 6, 7, 8, 9}), (Edits{{{3, 3}, {3, 5}}}));
    EXPECT_EQ(edits_of(a, {1, 2, 3, 6, 7, 8, 9}), (Edits{{{3, 5}, {3, 3}}}));
}

TEST(SpanEdits, EndWhereTheLastWordAgrees) {
    EXPECT_EQ(edits_of({1, 2, 3, 9}, {1, 2, 4, 9}), (Edits{{{2, 3}, {2, 3}}}));
}

TEST(SpanEdits, CountInWordsOfTheArticle) {
    const Words a{50, 51, 1, 2, 3, 4};
    const Words b{1, 2, 30, 4};
    EXPECT_EQ(span_edits({2, 6, 0, 4, 3}, a, b), (Edits{{{4, 5}, {2, 3}}}));
}

TEST(SpanEdits, LeaveEqualWordsInTheSameOrderOnBothSides) {
    base::Random random(3);
    for (int round = 0; round < 300; ++round) {
        const auto a = random_words(random, 1 + random.below(60), 20);
        const auto b = patchwork(random, a, 1 + random.below(4), 20);
        const auto edits = edits_of(a, b);
        const auto kept = [&](const Words& words, WordRun SpanEdit::*side) {
            Words left;
            std::size_t at = 0;
            for (const auto& edit : edits) {
                left = std::move(left) + part(words, at, (edit.*side).begin);
                at = (edit.*side).end;
            }
            return std::move(left) + part(words, at, words.size());
        };
        EXPECT_EQ(kept(a, &SpanEdit::a), kept(b, &SpanEdit::b));
    }
}

}  // namespace
}  // namespace wirecopy::score
