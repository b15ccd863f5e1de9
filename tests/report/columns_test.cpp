#include "report/columns.hpp"

#include <gtest/gtest.h>

namespace wirecopy::report {
namespace {

TEST(Columns, WideCharactersCountTwoColumns) {
    EXPECT_EQ(padded("平原", 6), "平原  ");
    EXPECT_EQ(centred("平", 5), "  平 ");
    EXPECT_EQ(padded("too long", 3), "too long");
    const std::vector<std::string> texts{"abc", "平原", ""};
    EXPECT_EQ(widest(texts), 4U);
}

TEST(Columns, LinesBreakBetweenWordsAndNeverInside) {
    EXPECT_EQ(wrapped("one two three", 7), "one two\nthree");
    EXPECT_EQ(wrapped("one two three", 6), "one\ntwo\nthree");
    EXPECT_EQ(wrapped("unbreakable word", 4), "unbreakable\nword");
    EXPECT_EQ(wrapped("", 4), "");
}

}  // namespace
}  // namespace wirecopy::report
