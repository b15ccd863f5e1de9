#include "tape/unicode.hpp"

#include <gtest/gtest.h>

#include <string>

#include "oracle/plain_words.hpp"
#include "tape/words.hpp"

namespace wirecopy::tape {
namespace {

std::string marks(std::string_view mark, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += mark;
    }
    return text;
}

std::string folded(std::string_view word) {
    std::string made;
    append_folded(word, made);
    return made;
}

TEST(AppendFolded, OrdersAsManyMarksAsAStreamSafeTextHas) {
    const auto thirty = marks("\u0301", 15) + marks("\u0323", 15);
    const auto word = "\u00C9" + thirty.substr(4) + "X" + thirty + "y";
    EXPECT_EQ(folded(word), oracle::folded(word));
    EXPECT_TRUE(folded("a" + thirty).starts_with("\u1EA1\u0323"));
}

TEST(AppendFolded, OrdersMoreMarksThanThatInPieces) {
    const auto word = "A" + marks("\u0301", 30) + marks("\u0323", 40) + "\u00C9";
    EXPECT_EQ(folded(word), "\u00E1" + marks("\u0301", 29) + marks("\u0323", 40) + "\u00E9");
}

TEST(AppendFolded, LeavesThePlacesOfAWordOfMarksExact) {
    const auto word = "a" + marks("\u0301", 500) + marks("\u0323", 500) + "z";
    WordScanner scanner;
    const auto words = scanner.scan("one " + word + ", two");
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words.places[1].begin, 4U);
    EXPECT_EQ(words.places[1].end, 4U + word.size());
}

}  // namespace
}  // namespace wirecopy::tape
