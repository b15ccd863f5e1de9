// Words that are no evidence: in no anchor, in no span, and in no share of one.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "score/anchors.hpp"
#include "score/passages.hpp"
#include "score/random_words.hpp"
#include "score/reuse.hpp"
#include "score/spans.hpp"

namespace wirecopy::score {
namespace {

Words blanked(Words words, std::size_t begin, std::size_t end) {
    std::fill(words.begin() + static_cast<std::ptrdiff_t>(begin),
              words.begin() + static_cast<std::ptrdiff_t>(end), blank_word);
    return words;
}

TEST(BlankWords, StandInNoAnchor) {
    base::Random random(1);
    for (int round = 0; round < 200; ++round) {
        const auto begin = random.below(60);
        const auto words =
            blanked(random_words(random, 60, 1000), begin, begin + random.below(60 - begin) + 1);
        const Anchors anchors(words);
        for (const auto anchor : anchors.sorted()) {
            const auto first = static_cast<std::uint32_t>(anchor);
            const auto run = part(words, first, first + anchor_words);
            EXPECT_EQ(std::ranges::count(run, blank_word), 0);
        }
    }
}

TEST(BlankWords, LeaveEveryRunOfEightOthersItsAnchor) {
    base::Random random(2);
    for (int round = 0; round < 200; ++round) {
        const auto run = random_words(random, anchor_guarantee_words, 100'000);
        const auto a = Words(1 + random.below(9), blank_word) + run + Words(random.below(9));
        const auto b = random_words(random, 9, 100'000) + run + Words(1, blank_word);
        EXPECT_EQ(reuse_spans(a, b).size(), 1U);
    }
}

TEST(BlankWords, StandInNoSpanAndPartThoseAroundThem) {
    base::Random random(3);
    const auto text = random_words(random, 100, 100'000);
    const auto blank = blanked(text, 40, 43);
    const std::vector<Span> expected{{0, 40, 0, 40, 40}, {43, 100, 43, 100, 57}};
    EXPECT_EQ(reuse_spans(blank, blank), expected);
    EXPECT_EQ(reuse_spans(blank, text), expected);
    EXPECT_TRUE(reuse_spans(Words(50, blank_word), Words(50, blank_word)).empty());
}

TEST(BlankWords, CountInNoShareOfAnArticle) {
    const std::vector<Span> spans{{0, 60, 0, 60, 60}};
    std::vector<std::uint8_t> flags(100, 0);
    EXPECT_DOUBLE_EQ(reuse_facts(spans, flags, flags).of_longer, .6);
    std::fill(flags.begin() + 60, flags.end(), word_ignored);
    EXPECT_EQ(count_evidence(flags), 60U);
    EXPECT_DOUBLE_EQ(reuse_facts(spans, flags, flags).of_longer, 1);
}

TEST(BlankWords, AreThoseThatTouchAnIgnoredPlace) {
    const std::string text = "The harbour is shut. Read more: otters. It opens.";
    TapeBuilder builder;
    const auto begin = static_cast<std::uint32_t>(text.find("Read"));
    const auto tape = builder.build(text);
    const auto plain = word_flags(text, tape);
    const auto flags = word_flags(text, tape, std::vector<Place>{{begin, begin + 18}});
    ASSERT_EQ(flags.size(), plain.size());
    for (std::size_t i = 0; i < flags.size(); ++i) {
        EXPECT_EQ(flags[i], plain[i] | (i >= 4 && i < 7 ? word_ignored : 0)) << i;
    }
}

}  // namespace
}  // namespace wirecopy::score
