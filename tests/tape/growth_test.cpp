// Hostile texts: what costs a tape time must not grow faster than the text.

#include "growth.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

// What could be looked at again and again: what opens and never closes, what may go on and does
// not, what is one thing however long it is.
TEST(TapeGrowth, OfWhateverIsRepeatedIsLinear) {
    struct Shape {
        std::string_view begin;
        std::string_view piece;
        std::string_view end;
    };
    for (const auto& shape : std::vector<Shape>{
             {"", "a", ""},
             {"", "\u00E9", ""},
             {"", "a\u00AD", ""},
             {"", "\u00AD\u200D", "a"},
             {"", "\"", ""},
             {"", "\"a ", ""},
             {"", "\u201Ca ", ""},
             {"", "\u201Ca \u2018b \u00ABc \u201Ed ", ""},
             {"\u00ABa ", "\u201Cb\u201D ", ""},
             {"", "\u2018", ""},
             {"", "a\n\n", ""},
             {"", "\n", "a"},
             {"It is said of Ann ", "of ", "it"},
             {"It is said of Ann ", "of ", "Bee"},
             {"It is said by ", "Ann of ", "it"},
             {"It is said by ", "Ann ", "it"},
             {"It is said by ", "ANN ", "it"},
             {"It is said by ", "A. ", "it"},
             {"It is said by ", "\u00C9.", "it"},
             {"It is said by ", "Ann's ", "it"},
             {"", "1", ""},
             {"", "1 ", ""},
             {"", "1,", ""},
             {"", "1.", ""},
             {"", "1/", ""},
             {"", "1-", ""},
             {"", "1,000", ""},
             {"1", ",000", ""},
             {"", "1a", ""},
             {"", "1st ", ""},
             {"It is 1 ", "million ", ""},
             {"It is ", "1 million ", ""},
             {"It is ", "a million ", ""},
             {"It is ", "half a ", ""},
             {"It is ", "half ", ""},
             {"It is ", "five ", ""},
             {"It is ", "hundred ", ""},
             {"It is ", "five hundred and ", ""},
             {"It is a hundred ", "and ", ""},
             {"It is ", "May ", ""},
             {"It is ", "1 May ", ""},
             {"It is ", "May 1 ", ""},
             {"It is ", "1 of ", "May"},
             {"", "\u767E", ""},
             {"1", "\u767E", ""},
             {"", "1\u767E", ""},
             {"", "1\u6708", ""},
             {"", "\uFF11", ""},
             {"", "\u0E02\u0E48", ""},
             {"", "\u65B0\u0301", ""},
             {"", "\xFF", ""},
             {"", "\xE4\xBD", ""},
             {"", "\U0001F469\u200D", ""},
         }) {
        const auto growth = growth_of_tape(3000, [&](std::size_t n) {
            return std::string(shape.begin) + repeated(shape.piece, n) + std::string(shape.end);
        });
        EXPECT_LT(growth, testing::most_growth)
            << shape.begin << " + n x " << shape.piece << " + " << shape.end;
    }
}

}  // namespace
}  // namespace wirecopy
