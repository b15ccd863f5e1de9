#include "read/delimited_row.hpp"

#include <gtest/gtest.h>

namespace wirecopy::read {
namespace {

using Cells = std::vector<std::string>;

Cells split(std::string_view text, char delimiter = ',') {
    DelimitedRow row(delimiter, 100);
    EXPECT_EQ(row.split(text), std::nullopt);
    EXPECT_EQ(row.count(), row.cells().size());
    return {row.cells().begin(), row.cells().end()};
}

TEST(DelimitedRow, TakesQuotesOff) {
    EXPECT_EQ(split("a,b"), (Cells{"a", "b"}));
    EXPECT_EQ(split("\"a,b\",\"c\nd\""), (Cells{"a,b", "c\nd"}));
    EXPECT_EQ(split("\"say \"\"no\"\"\",\"\"\"\",\"\"\"\"\"\""),
              (Cells{"say \"no\"", "\"", "\"\""}));
    EXPECT_EQ(split("a,b\tc", '\t'), (Cells{"a,b", "c"}));
}

TEST(DelimitedRow, KeepsEmptyCellsAndBlanks) {
    EXPECT_EQ(split(""), (Cells{""}));
    EXPECT_EQ(split(","), (Cells{"", ""}));
    EXPECT_EQ(split("\"\",,\"\""), (Cells{"", "", ""}));
    EXPECT_EQ(split(" a , b "), (Cells{" a ", " b "}));
}

TEST(DelimitedRow, TakesAQuoteInsideABareCellAsText) {
    EXPECT_EQ(split("a \"b\" c, \"d\""), (Cells{"a \"b\" c", " \"d\""}));
}

TEST(DelimitedRow, NamesThePlaceOfABadQuote) {
    DelimitedRow row(',', 100);
    EXPECT_EQ(row.split("a,\"bc"), "the quote at byte 2 is never closed");
    EXPECT_EQ(row.split("a,\"b\"\""), "the quote at byte 2 is never closed");
    EXPECT_EQ(row.split("\"a\"b,c"), "text after the closing quote at byte 2");
}

TEST(DelimitedRow, CountsTheCellsThatItDoesNotKeep) {
    DelimitedRow row(',', 2);
    EXPECT_EQ(row.split("a,b,c,\"d\""), std::nullopt);
    EXPECT_EQ(row.cells().size(), 2U);
    EXPECT_EQ(row.count(), 4U);
}

TEST(DelimitedRow, SeesNothingOfTheRowBefore) {
    DelimitedRow row(',', 100);
    EXPECT_EQ(row.split("\"x\"\"y\",b,c"), std::nullopt);
    EXPECT_EQ(row.split("d"), std::nullopt);
    EXPECT_EQ(row.count(), 1U);
    EXPECT_EQ(row.cells().front(), "d");
}

}  // namespace
}  // namespace wirecopy::read
