#include "tape/display_width.hpp"

#include <gtest/gtest.h>
#include <utf8proc.h>

#include <string_view>

#include "base/printable.hpp"

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

// The list is written down in base/, which has no Unicode tables.
TEST(Unprintable, IsTheCharactersThatUnicodeCallsControlsSeparatorsAndIgnorableFormats) {
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        const auto signed_value = static_cast<utf8proc_int32_t>(value);
        const auto category = utf8proc_category(signed_value);
        const bool builds_characters =
            value == 0x200C || value == 0x200D || (value >= 0xE0020 && value <= 0xE007F);
        const bool expected =
            category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL ||
            category == UTF8PROC_CATEGORY_ZP ||
            (category == UTF8PROC_CATEGORY_CF &&
             utf8proc_get_property(signed_value)->ignorable != 0 && !builds_characters);
        ASSERT_EQ(base::is_unprintable(value), expected) << std::hex << signed_value;
    }
}

}  // namespace
}  // namespace wirecopy::tape
