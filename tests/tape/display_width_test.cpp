#include "tape/display_width.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace wirecopy::tape {
namespace {

TEST(DisplayWidth, WideCharactersTakeTwoColumnsAndMarksNone) {
    EXPECT_EQ(display_width(""), 0U);
    EXPECT_EQ(display_width("plain"), 5U);
    EXPECT_EQ(display_width("平原日報"), 8U);
    EXPECT_EQ(display_width("e\u0301a"), 2U);
    EXPECT_EQ(display_width("Плотина"), 7U);
    EXPECT_EQ(display_width("…·░█"), 4U);
}

TEST(DisplayWidth, AnEmojiOfSeveralCodePointsTakesTwoColumns) {
    EXPECT_EQ(display_width("👨‍👩‍👧"), 2U);
    EXPECT_EQ(display_width("🇳🇴"), 2U);
    EXPECT_EQ(display_width("🗞️"), 2U);
    EXPECT_EQ(display_width("👍🏽!"), 3U);
}

TEST(DisplayWidth, BytesThatAreNotUtf8CountOneEach) {
    EXPECT_EQ(display_width("\xff\xc3"), 2U);
    EXPECT_EQ(display_width("a\xe5\xb9"), 3U);
}

TEST(DisplayWidth, NothingIsCutInsideACharacter) {
    EXPECT_EQ(take_width("平原", 3), "平");
    EXPECT_EQ(take_width("e\u0301e\u0301", 1), "e\u0301");
    EXPECT_EQ(take_width("a👨‍👩‍👧b", 2), "a");
    EXPECT_EQ(take_width("abc", 9), "abc");
    EXPECT_EQ(take_width("abc", 0), "");
    EXPECT_EQ(take_width_back("平原", 3), "原");
    EXPECT_EQ(take_width_back("ae\u0301", 1), "e\u0301");
    EXPECT_EQ(take_width_back("abc", 9), "abc");
    EXPECT_EQ(take_width_back("abc", 0), "");
}

TEST(DisplayWidth, BothEndsOfATextAddUpAtEveryWidth) {
    const std::string_view text = "a平e\u0301👨‍👩‍👧 \xff🇳🇴z";
    for (std::size_t columns = 0; columns <= display_width(text) + 1; ++columns) {
        EXPECT_LE(display_width(take_width(text, columns)), columns);
        EXPECT_LE(display_width(take_width_back(text, columns)), columns);
        const auto front = take_width(text, columns);
        EXPECT_EQ(front, text.substr(0, front.size()));
        EXPECT_EQ(display_width(front) + display_width(text.substr(front.size())),
                  display_width(text));
    }
}

TEST(Printable, WhatATerminalWouldActOnIsEscaped) {
    EXPECT_EQ(printable("a\x1b[31mb", false), "a\\x1b[31mb");
    EXPECT_EQ(printable("\t\n\r\x7f", false), "\\t\\n\\r\\x7f");
    EXPECT_EQ(printable("\xff\xc3", false), "\\xff\\xc3");
    EXPECT_EQ(printable("\u0085\u009b", false), "\\u0085\\u009b");
    EXPECT_EQ(printable("\u202e\u2066\u2028\u200b\ufeff", false),
              "\\u202e\\u2066\\u2028\\u200b\\ufeff");
    EXPECT_EQ(printable(std::string_view("\0", 1), false), "\\x00");
}

TEST(Printable, WhatPeopleReadStays) {
    EXPECT_EQ(printable("平原 é e\u0301 👨‍👩‍👧 🗞️", false),
              "平原 é e\u0301 👨‍👩‍👧 🗞️");
}

TEST(Printable, AsciiAloneEscapesTheRest) {
    EXPECT_EQ(printable("é平", true), "\\u00e9\\u5e73");
    EXPECT_EQ(printable("🗞", true), "\\U0001f5de");
}

TEST(Printable, NoTextLooksLikeTheEscapeOfAnother) {
    EXPECT_EQ(printable("\\x1b", false), "\\\\x1b");
    EXPECT_NE(printable("\\x1b", false), printable("\x1b", false));
}

}  // namespace
}  // namespace wirecopy::tape
