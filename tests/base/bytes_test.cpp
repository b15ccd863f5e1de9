#include "base/bytes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace wirecopy::base {
namespace {

TEST(Bytes, StandLowestFirst) {
    std::string bytes = "x";
    append_number(bytes, 0x0102030405060708U, 8);
    append_number(bytes, 0x1ff, 1);
    EXPECT_EQ(bytes, "x\x08\x07\x06\x05\x04\x03\x02\x01\xff");
}

TEST(Bytes, AreReadBack) {
    for (const std::size_t width : {1U, 2U, 4U, 8U}) {
        const auto value = 0xfedcba9876543210U >> (64 - 8 * width);
        std::string bytes = "ab";
        append_number(bytes, value, width);
        EXPECT_EQ(number_at(bytes, 2, width), value) << width;
    }
}

}  // namespace
}  // namespace wirecopy::base
