#include "base/record.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "wirecopy/error.hpp"

namespace wirecopy::base {
namespace {

struct Inner {
    std::uint16_t small = 0;
    std::string text;
    friend bool operator==(const Inner&, const Inner&) = default;
};
void fields(auto& archive, Either<Inner> auto& inner) {
    archive(inner.small, inner.text);
}

struct Outer {
    bool flag = false;
    double number = 0;
    std::optional<std::int32_t> day;
    std::vector<float> plain;
    std::vector<Inner> inner;
    friend bool operator==(const Outer&, const Outer&) = default;
};
void fields(auto& archive, Either<Outer> auto& outer) {
    archive(outer.flag, outer.number, outer.day, outer.plain, outer.inner);
}

Outer example() {
    return {true,
            -std::numeric_limits<double>::infinity(),
            -7,
            {0.5F, -1.25F},
            {{3, "three"}, {0, ""}, {65535, std::string("nul\0in", 6)}}};
}

TEST(Record, ComesBackAsItWas) {
    for (const auto& value : {example(), Outer()}) {
        EXPECT_EQ(from_record<Outer>(to_record(value)), value);
    }
}

TEST(Record, StandsAsItsHeaderSays) {
    EXPECT_EQ(to_record(Inner{0x1234, "ab"}), std::string("\x34\x12\2\0\0\0\0\0\0\0ab", 12));
}

TEST(Record, ThatIsCutShortOrTooLongIsRefused) {
    const auto bytes = to_record(example());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_THROW(static_cast<void>(from_record<Outer>(bytes.substr(0, size))), Error) << size;
    }
    EXPECT_THROW(static_cast<void>(from_record<Outer>(bytes + "x")), Error);
}

TEST(Record, ThatClaimsMoreThanItHasTakesNoMemory) {
    auto bytes = to_record(Outer());
    ASSERT_EQ(bytes.size(), 26U);
    for (const std::size_t at : {10U, 18U}) {  // the length of either list
        auto wrong = bytes;
        wrong.replace(at, 8, "\xff\xff\xff\xff\xff\xff\xff\x7f");
        EXPECT_THROW(static_cast<void>(from_record<Outer>(wrong)), Error);
    }
}

TEST(Record, WithABoolOfNeitherIsRefused) {
    auto bytes = to_record(Outer());
    bytes[0] = 2;
    EXPECT_THROW(static_cast<void>(from_record<Outer>(bytes)), Error);
}

}  // namespace
}  // namespace wirecopy::base
