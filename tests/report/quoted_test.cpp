#include "report/quoted.hpp"

#include <gtest/gtest.h>

namespace wirecopy::report {
namespace {

TEST(Quoted, CellsOfCsvAreQuotedWhereTheyMustBe) {
    EXPECT_EQ(csv_cell("plain\ttext"), "plain\ttext");
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell("say \"no\""), "\"say \"\"no\"\"\"");
    EXPECT_EQ(csv_cell("two\nlines"), "\"two\nlines\"");
}

TEST(Quoted, CellsOfTsvHoldNoTabsAndLineEnds) {
    EXPECT_EQ(tsv_cell("a,\"b\""), "a,\"b\"");
    EXPECT_EQ(tsv_cell("a\tb\nc\rd\\e"), "a\\tb\\nc\\rd\\\\e");
}

TEST(Quoted, StringsOfJsonAreUtf8) {
    EXPECT_EQ(json_string("a\"\x1b\n"), "\"a\\\"\\u001b\\n\"");
    EXPECT_EQ(json_string("\xff"), "\"\xef\xbf\xbd\"");
}

}  // namespace
}  // namespace wirecopy::report
