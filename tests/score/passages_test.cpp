#include "score/passages.hpp"

#include <gtest/gtest.h>

#include <string>

#include "tape/words.hpp"

namespace wirecopy::score {
namespace {

std::vector<std::uint8_t> flags_of(std::string_view text) {
    TapeBuilder builder;
    return word_flags(text, builder.build(text));
}

std::size_t words_in(std::string_view text) {
    tape::WordScanner scanner;
    return scanner.scan(text).size();
}

// The code points before a byte, counted by decoding nothing but the lengths.
std::uint64_t code_points_before(std::string_view text, std::uint64_t byte) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < byte; ++count) {
        const auto lead = static_cast<unsigned char>(text[i]);
        i += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }
    return count;
}

TEST(TextSpans, AreTheBytesAndCodePointsFromFirstToLastWord) {
    const std::string text = "«Größe» zählt – 新聞 😀 nicht immer.";
    // Words: Größe zählt 新 聞 nicht immer.
    ASSERT_EQ(words_in(text), 6U);
    const std::vector<Span> spans{{0, 2, 9, 11, 2}, {3, 5, 0, 2, 2}};
    const auto found = text_spans(spans, Side::a, text);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(text.substr(found[0].begin_byte, found[0].end_byte - found[0].begin_byte),
              "Größe» zählt");
    EXPECT_EQ(text.substr(found[1].begin_byte, found[1].end_byte - found[1].begin_byte),
              "聞 😀 nicht");
    for (const auto& span : found) {
        EXPECT_EQ(span.begin_code_point, code_points_before(text, span.begin_byte));
        EXPECT_EQ(span.end_code_point, code_points_before(text, span.end_byte));
    }
}

TEST(TextSpans, OfTheOtherSideStandInTheOrderOfTheSpans) {
    const std::string text = "ä b c ö e f";
    const std::vector<Span> spans{{0, 2, 4, 6, 2}, {2, 4, 0, 2, 2}, {4, 5, 3, 4, 1}};
    EXPECT_EQ(text_spans(spans, Side::b, text),
              (std::vector<TextSpan>{{10, 13, 8, 11}, {0, 4, 0, 3}, {7, 9, 6, 7}}));
}

TEST(TextSpans, OfNoSpansAreNone) {
    EXPECT_TRUE(text_spans({}, Side::a, "").empty());
    EXPECT_TRUE(text_spans({}, Side::b, "some words").empty());
}

TEST(TextSpans, StayInsideBytesThatAreNotUtf8) {
    const std::string text = "one \xFF\x80\x80 two \xE4 three";
    const auto found = text_spans(std::vector<Span>{{0, 3, 0, 3, 3}}, Side::a, text);
    EXPECT_EQ(found[0].end_byte, text.size());
    EXPECT_LE(found[0].end_code_point, text.size());
}

TEST(WordFlags, AreThoseOfTheTermOfEachWord) {
    const std::string text = "The mayor said: \"We will pay 1,800 crowns.\" He left.";
    const auto flags = flags_of(text);
    // The mayor said We will pay 1 800 crowns He left
    ASSERT_EQ(flags.size(), 11U);
    for (std::size_t i = 0; i < flags.size(); ++i) {
        EXPECT_EQ((flags[i] & term_quoted) != 0, i >= 3 && i <= 8) << i;
    }
    EXPECT_NE(flags[0] & term_stop_word, 0);
    EXPECT_EQ(flags[1] & term_stop_word, 0);
    EXPECT_NE(flags[6] & term_number, 0);
    EXPECT_NE(flags[7] & term_number, 0);
}

TEST(WordFlags, AreOneAWordOfAnyText) {
    for (const std::string_view text :
         {"", "...", "12.5 % of 3,000", "Don't stop, Mary-Ann O'Neil's state-of-the-art U.S. car",
          "新聞は「東京」で", "«Größe» zählt"}) {
        EXPECT_EQ(flags_of(text).size(), words_in(text)) << text;
    }
}

TEST(PassageWords, CountWhatIsNarratedOnTheSideThatHasLessOfIt) {
    const std::string quoted =
        "\"We will not pay for the bridge twice,\" the mayor of Ostland said.";
    const std::string narrated = "We will not pay for the bridge twice, the mayor of Ostland said.";
    const auto words = static_cast<std::uint32_t>(words_in(quoted));
    const auto found =
        passage_words({0, words, 0, words, words}, flags_of(quoted), flags_of(narrated));
    EXPECT_EQ(found.narrated, 5U);
    EXPECT_EQ(found.equal_share, 1.0);
    EXPECT_GT(found.stop_share, 0.4);
}

TEST(PassageWords, OfAListOfNamesAreHardlyStopWords) {
    const std::string text =
        "Pick your town: Arnholm, Belgrave, Costerby, Dunholt, Estermund, Farrow, Greydale, "
        "Hollin, "
        "Ingerby, Jarrow, Kelm, Lindern, Morven, Nordhaus, Ostland, Perrin. It is free for all.";
    const auto flags = flags_of(text);
    const auto words = static_cast<std::uint32_t>(flags.size());
    EXPECT_LT(passage_words({0, words, 0, words, words}, flags, flags).stop_share, 0.25);
}

}  // namespace
}  // namespace wirecopy::score
