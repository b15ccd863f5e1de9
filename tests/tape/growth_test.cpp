// Hostile texts: what costs a tape time must not grow faster than the text.

#include "growth.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "wirecopy/tape.hpp"

namespace wirecopy {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

/// How the time of a tape grows from the text of length n to that of 4 n.
template <class Write>
double growth_of_tape(std::size_t n, Write&& write) {
    const auto prepare = [&](std::size_t length) {
        return std::pair<std::string, TapeBuilder>(write(length), TapeBuilder());
    };
    return testing::growth(n, prepare, [](std::pair<std::string, TapeBuilder>& prepared) {
        static_cast<void>(prepared.second.build(prepared.first));
    });
}

// Unicode orders the marks on a letter by their class, which utf8proc does by swapping neighbours.
TEST(TapeGrowth, OfManyMarksOnALetterIsLinear) {
    const auto two_kinds = [](std::string_view first, std::string_view second) {
        return growth_of_tape(1000, [&](std::size_t n) {
            return "a" + repeated(first, n / 2) + repeated(second, n / 2);
        });
    };
    EXPECT_LT(two_kinds("\u0301", "\u0323"), testing::most_growth);
    EXPECT_LT(two_kinds("\u0301\u00AD", "\u0323\u00AD"), testing::most_growth);
    // A mark of no class that is made of two with one; a letter that becomes a mark when folded.
    EXPECT_LT(growth_of_tape(1000, [](std::size_t n) { return "a" + repeated("\u0F73", n); }),
              testing::most_growth);
    EXPECT_LT(
        growth_of_tape(1000, [](std::size_t n) { return "a" + repeated("\uFF9E\u0334", n / 2); }),
        testing::most_growth);
}

TEST(TapeGrowth, OfManyInitialsInARowIsLinear) {
    EXPECT_LT(growth_of_tape(2000, [](std::size_t n) { return repeated("A.", n); }),
              testing::most_growth);
}

TEST(TapeGrowth, OfNumberWordsThatFitNoNumberIsLinear) {
    EXPECT_LT(growth_of_tape(2000,
                             [](std::size_t n) {
                                 return "It is of the " + repeated("zero ", n) + "five " +
                                        repeated("hundred ", 12);
                             }),
              testing::most_growth);
}

}  // namespace
}  // namespace wirecopy
