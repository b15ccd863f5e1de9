#include "score/compared_numbers.hpp"

#include <gtest/gtest.h>

#include <string>

#include "score/readings.hpp"

namespace wirecopy::score {
namespace {

using Lines = std::vector<std::string>;

EvidenceLists compared(std::string_view a, std::string_view b) {
    const ReadingPair pair(a, b);
    return compared_numbers(pair.a, pair.b);
}

TEST(ComparedNumbers, AreEqualByValueHoweverTheyAreWritten) {
    const auto numbers = compared("It cost $1.8 billion and 12% of the forty-two ships.",
                                  "The price was 1,800 million, for 42 boats and 12 percent.");
    EXPECT_EQ(numbers.shared.size(), 3U);
    EXPECT_TRUE(numbers.only_a.empty());
    EXPECT_TRUE(numbers.only_b.empty());
}

TEST(ComparedNumbers, ReadWithTheirCurrencyPercentAndWhatTheyCount) {
    const auto numbers =
        compared("It cost €250 for 17 barges, or 12% of all. It left at 6:42 p.m.", "Nothing.");
    EXPECT_EQ(said(numbers.only_a), (Lines{"€250 / ", "42 / ", "17 barges / ", "12% / ", "6 / "}));
}

TEST(ComparedNumbers, ContradictWhereTheSameIsCountedWithAnotherOutcome) {
    const auto numbers =
        compared("The captain said 48 sailors were missing.", "Later 53 sailors were missing.");
    EXPECT_EQ(said(numbers.conflicting), Lines{"48 sailors / 53 sailors"});
    EXPECT_TRUE(numbers.only_a.empty());
    EXPECT_TRUE(numbers.only_b.empty());
}

TEST(ComparedNumbers, DoNotContradictWhereBothHaveEitherValue) {
    const auto numbers = compared("48 sailors were missing, then 53 sailors were missing.",
                                  "Of 53 sailors missing, 48 sailors were found.");
    EXPECT_TRUE(numbers.conflicting.empty());
    EXPECT_EQ(numbers.shared.size(), 2U);
}

TEST(ComparedNumbers, DoNotContradictByAWordThatEverythingIsCountedIn) {
    const auto numbers = compared("They sold it for 20 florins. The other was 30 florins.",
                                  "He paid 40 florins. A third had cost 50 florins.");
    EXPECT_TRUE(numbers.conflicting.empty());
}

TEST(ComparedNumbers, NeverHoldADayAgainstANumber) {
    const auto numbers = compared("On Friday sailors left.", "There were 53 sailors.");
    EXPECT_TRUE(numbers.conflicting.empty());
    EXPECT_EQ(said(numbers.only_a), Lines{"Friday / "});
}

TEST(ComparedNumbers, KnowDatesInOtherOrders) {
    const auto numbers = compared("It opened on October 25, a Friday.",
                                  "Am 25. Oktober, einem Freitag, war es so weit.");
    EXPECT_EQ(numbers.shared.size(), 2U);
}

TEST(ComparedNumbers, AreReadInScriptsWithoutSpaces) {
    const auto numbers = compared("船上有86人。", "86人获救，5人失踪。");
    EXPECT_EQ(said(numbers.shared), Lines{"86 / 86"});
    EXPECT_EQ(said(numbers.only_b), Lines{" / 5"});
}

TEST(ComparedNumbers, OfNothingAreNone) {
    const auto numbers = compared("", "");
    EXPECT_TRUE(numbers.shared.empty() && numbers.only_a.empty() && numbers.only_b.empty());
}

}  // namespace
}  // namespace wirecopy::score
