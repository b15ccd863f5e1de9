#include "read/record_end.hpp"

#include <gtest/gtest.h>

namespace wirecopy::read {
namespace {

TEST(RecordEnd, OfALineIsItsNewline) {
    RecordEnd end;
    EXPECT_EQ(end.find("ab\ncd"), 3U);
    EXPECT_EQ(end.find("\"a\nb"), 3U);
    EXPECT_EQ(end.find("abc"), RecordEnd::not_here);
}

TEST(RecordEnd, OfARowIsTheNewlineOutsideQuotes) {
    RecordEnd end(',');
    EXPECT_EQ(end.find("\"a\n\"\"b\",c\nd"), 10U);
    end.restart();
    EXPECT_EQ(end.find("a\"b\nc"), 4U) << "a quote inside a cell opens nothing";
    end.restart();
    EXPECT_EQ(end.find("\"a\"b\"\nc"), 6U) << "nor does one after a closing quote and text";
}

TEST(RecordEnd, RemembersItsStateAcrossPieces) {
    const std::string_view row = "a,\"b\n\"\"\n\",\"\",c\"\r\n";
    for (std::size_t cut = 0; cut < row.size(); ++cut) {
        RecordEnd end(',');
        ASSERT_EQ(end.find(row.substr(0, cut)), RecordEnd::not_here) << cut;
        ASSERT_EQ(end.find(row.substr(cut)), row.size() - cut) << cut;
    }
}

TEST(RecordEnd, OfARowWithTextBehindAClosingQuoteIsItsNextNewline) {
    RecordEnd end(',');
    EXPECT_EQ(end.find("\"a\"b,\"c\nd\"\n"), 8U);
    EXPECT_TRUE(end.broken());
    end.restart();
    EXPECT_FALSE(end.broken());
    EXPECT_EQ(end.find("\"a\"\r"), RecordEnd::not_here);
    EXPECT_FALSE(end.broken());
    EXPECT_EQ(end.find("\r\n"), 2U);
    EXPECT_TRUE(end.broken());
    end.restart();
    EXPECT_EQ(end.find("\"a\"\r\n"), 5U);
    EXPECT_FALSE(end.broken());
}

TEST(RecordEnd, KnowsWhetherAQuoteIsStillOpen) {
    RecordEnd end('\t');
    EXPECT_EQ(end.find("a\t\"b\n"), RecordEnd::not_here);
    EXPECT_TRUE(end.in_quotes());
    EXPECT_EQ(end.find("c\""), RecordEnd::not_here);
    EXPECT_FALSE(end.in_quotes());
}

}  // namespace
}  // namespace wirecopy::read
