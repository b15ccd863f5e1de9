#include "score/reading.hpp"

#include <gtest/gtest.h>

#include <string>

#include "score/readings.hpp"
#include "tape/random_text.hpp"

namespace wirecopy::score {
namespace {

std::vector<std::string> sentences_of(std::string_view text) {
    const ReadingPair pair(text, "");
    std::vector<std::string> found;
    for (const auto place : pair.a.sentences()) {
        found.emplace_back(pair.a.bytes(place));
    }
    return found;
}

TEST(Reading, SentencesKeepTheMarksAtTheirWords) {
    EXPECT_EQ(sentences_of("The ferry sank. \"Nobody was hurt,\" she said. (It was dark.)"),
              (std::vector<std::string>{"The ferry sank.", "\"Nobody was hurt,\" she said.",
                                        "(It was dark.)"}));
    EXPECT_EQ(sentences_of("港口关闭。\n船只等待。"),
              (std::vector<std::string>{"港口关闭。", "船只等待。"}));
    EXPECT_TRUE(sentences_of(" ... ").empty());
}

TEST(Reading, SentencesStandInOrderAndHoldTheirTerms) {
    base::Random random(5);
    for (int round = 0; round < 300; ++round) {
        const auto text = tape::random_text(random, random.below(80));
        const ReadingPair pair(text, "");
        std::uint32_t behind = 0;
        for (const auto place : pair.a.sentences()) {
            EXPECT_LE(behind, place.begin);
            EXPECT_LT(place.begin, place.end);
            EXPECT_LE(place.end, text.size());
            behind = place.end;
        }
        for (const auto i : pair.a.content()) {
            const auto sentence = pair.a.sentences()[pair.a.sentence_of()[i]];
            EXPECT_LE(sentence.begin, pair.a.tape().places[i].begin);
            EXPECT_GE(sentence.end, pair.a.tape().places[i].end);
        }
    }
}

TEST(Reading, CodePointsAreCountedFromTheStartOfTheText) {
    std::string text;
    for (int i = 0; i < 300; ++i) {
        text += "ä😀b ";  // four code points in eight bytes
    }
    const ReadingPair pair(text, "");
    for (std::uint32_t i = 0; i < 300; ++i) {
        const auto span = pair.a.span({8 * i, 8 * i + 6});
        EXPECT_EQ(span, (TextSpan{8 * i, 8 * i + 6, 4 * i, 4 * i + 2}));
    }
    EXPECT_EQ(pair.a.span({0, 2400}).end_code_point, 1200U);
}

TEST(Reading, OfNothingHasNothing) {
    const ReadingPair pair("", " ");
    EXPECT_TRUE(pair.a.content().empty());
    EXPECT_TRUE(pair.a.sentences().empty());
    EXPECT_EQ(pair.a.span({0, 0}), TextSpan{});
}

}  // namespace
}  // namespace wirecopy::score
