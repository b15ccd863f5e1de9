#include "read/utf8_check.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "base/hash.hpp"
#include "read/utf8_oracle.hpp"

namespace wirecopy::read {
namespace {

using namespace std::string_view_literals;

TEST(FindInvalidUtf8, AgreesWithTheOracleOnRandomBytes) {
    base::Random random(11);
    constexpr std::array pieces = {"a"sv,
                                   "\xc3\xa9"sv,
                                   "\xe2\x82\xac"sv,
                                   "\xf0\x9f\x9a\xa2"sv,
                                   "\xc0"sv,
                                   "\x80"sv,
                                   "\xe0"sv,
                                   "\xed\xa0\x80"sv,
                                   "\xf4\x90\x80\x80"sv,
                                   "\xf0\x80"sv,
                                   "\xc1\xbf"sv,
                                   "\xff"sv,
                                   "\xe2\x82"sv,
                                   "some longer plain text of forty bytes."sv};
    for (int round = 0; round < 20000; ++round) {
        std::string bytes;
        for (auto count = random.below(12); count > 0; --count) {
            // Mostly good characters, so that the fault is not always at the start.
            bytes += random.below(3) == 0 ? pieces[random.below(pieces.size())]
                                          : pieces[random.below(4)];
        }
        if (random.below(8) == 0 && !bytes.empty()) {
            bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
        }
        ASSERT_EQ(find_invalid_utf8(bytes), oracle_invalid_utf8(bytes)) << "round " << round;
    }
}

TEST(FindInvalidUtf8, AgreesWithTheOracleOnEveryPairOfBytesInEveryPlace) {
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            std::string bytes = {'a', static_cast<char>(first), static_cast<char>(second), '\x80'};
            ASSERT_EQ(find_invalid_utf8(bytes), oracle_invalid_utf8(bytes)) << first << second;
            bytes += '\x80';
            ASSERT_EQ(find_invalid_utf8(bytes), oracle_invalid_utf8(bytes)) << first << second;
        }
    }
}

TEST(TextProblem, NamesTheFirstFaultWhicheverItIs) {
    EXPECT_EQ(text_problem("good \xc3\xa9"), std::nullopt);
    EXPECT_EQ(text_problem("abc\xff\0"sv), "invalid UTF-8 at byte 3");
    EXPECT_EQ(text_problem("ab\0\xff"sv), "NUL byte at byte 2");
    EXPECT_EQ(text_problem("ab\xc3"), "invalid UTF-8 at byte 2");
}

TEST(WideEncoding, TellsTheByteOrderMarksApart) {
    EXPECT_EQ(wide_encoding("\xff\xfe"
                            "a\0"sv),
              "is UTF-16, convert it to UTF-8");
    EXPECT_EQ(wide_encoding("\xfe\xff\0a"sv), "is UTF-16, convert it to UTF-8");
    EXPECT_EQ(wide_encoding("\xff\xfe\0\0"sv), "is UTF-32, convert it to UTF-8");
    EXPECT_EQ(wide_encoding("\0\0\xfe\xff"sv), "is UTF-32, convert it to UTF-8");
    EXPECT_EQ(wide_encoding("\xef\xbb\xbf"
                            "a"),
              std::nullopt);
    EXPECT_EQ(wide_encoding(""), std::nullopt);
}

TEST(IsBlank, SeesWhiteSpaceOfEveryWidthAndNothingElse) {
    EXPECT_TRUE(is_blank(""));
    EXPECT_TRUE(is_blank(" \t\r\n\v\f"));
    EXPECT_TRUE(is_blank("\u00a0\u3000\u2003\u200b\ufeff\u2028"));
    EXPECT_FALSE(is_blank(" ."));
    EXPECT_FALSE(is_blank("\u3000東"));
}

}  // namespace
}  // namespace wirecopy::read
