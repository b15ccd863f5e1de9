#include "base/printable.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace wirecopy::base {
namespace {

TEST(Printable, WhatATerminalWouldActOnIsEscaped) {
    EXPECT_EQ(printable("a\x1b[31mb"), "a\\x1b[31mb");
    EXPECT_EQ(printable("\t\n\r\x7f"), "\\t\\n\\r\\x7f");
    EXPECT_EQ(printable("\xff\xc3"), "\\xff\\xc3");
    EXPECT_EQ(printable("\u0085\u009b"), "\\u0085\\u009b");
    EXPECT_EQ(printable("\u202e\u2066\u2028\u200b\ufeff"), "\\u202e\\u2066\\u2028\\u200b\\ufeff");
    EXPECT_EQ(printable(std::string_view("\0", 1)), "\\x00");
}

TEST(Printable, WhatPeopleReadStays) {
    EXPECT_EQ(printable("平原 é e\u0301 👨‍👩‍👧 🗞️"),
              "平原 é e\u0301 👨‍👩‍👧 🗞️");
}

TEST(Printable, AsciiAloneEscapesTheRest) {
    EXPECT_EQ(printable("é平", true), "\\u00e9\\u5e73");
    EXPECT_EQ(printable("🗞", true), "\\U0001f5de");
}

TEST(Printable, NoTextLooksLikeTheEscapeOfAnother) {
    EXPECT_EQ(printable("\\x1b"), "\\\\x1b");
    EXPECT_NE(printable("\\x1b"), printable("\x1b"));
}

}  // namespace
}  // namespace wirecopy::base
