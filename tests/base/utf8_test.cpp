#include "base/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace wirecopy::base {
namespace {

std::string encoded(char32_t value) {
    const auto byte = [](char32_t bits) { return static_cast<char>(bits); };
    if (value < 0x80) {
        return {byte(value)};
    }
    if (value < 0x800) {
        return {byte(0xC0 | value >> 6U), byte(0x80 | (value & 0x3F))};
    }
    if (value < 0x10000) {
        return {byte(0xE0 | value >> 12U), byte(0x80 | (value >> 6U & 0x3F)),
                byte(0x80 | (value & 0x3F))};
    }
    return {byte(0xF0 | value >> 18U), byte(0x80 | (value >> 12U & 0x3F)),
            byte(0x80 | (value >> 6U & 0x3F)), byte(0x80 | (value & 0x3F))};
}

TEST(Utf8, EveryCodePointIsReadBackAndNoHalfOfAPairIs) {
    for (char32_t value = 0; value < 0x120000; ++value) {
        const auto bytes = encoded(value);
        const bool is_character = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
        ASSERT_EQ(character_length(bytes, 0), is_character ? bytes.size() : 0U);
        if (is_character) {
            ASSERT_EQ(code_point(bytes, 0, bytes.size()), value);
            ASSERT_EQ(character_length(bytes.substr(0, bytes.size() - 1), 0),
                      bytes.size() == 1 ? 1U : 0U);
        }
    }
}

TEST(Utf8, OverlongFormsAndStrayBytesAreNoCharacters) {
    for (const std::string bytes : {"\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF",
                                    "\x80", "\xBF", "\xFE", "\xFF", "\xC3(", "\xE2\x82("}) {
        EXPECT_EQ(character_length(bytes, 0), 0U);
    }
}

}  // namespace
}  // namespace wirecopy::base
