#include "score/compared_names.hpp"

#include <gtest/gtest.h>

#include <string>

#include "score/readings.hpp"

namespace wirecopy::score {
namespace {

using Lines = std::vector<std::string>;

EvidenceLists compared(std::string_view a, std::string_view b) {
    const ReadingPair pair(a, b);
    return compared_names(pair.a, pair.b);
}

TEST(ComparedNames, TellWhichStandInBothAndWhichInOne) {
    const auto names =
        compared("It was seen by Tilda Brandvik in Kelm.", "It was heard by Mirela Osk in Kelm.");
    EXPECT_EQ(said(names.shared), Lines{"Kelm / Kelm"});
    EXPECT_EQ(said(names.only_a), Lines{"Tilda Brandvik / "});
    EXPECT_EQ(said(names.only_b), Lines{" / Mirela Osk"});
    EXPECT_TRUE(names.conflicting.empty());
}

TEST(ComparedNames, TakeAShortFormForTheFullOneOfTheSameArticle) {
    const auto names = compared("It was Tilda Brandvik. The crew of Brandvik saw it.",
                                "The crew saw Tilda Brandvik.");
    ASSERT_EQ(said(names.shared), Lines{"Tilda Brandvik / Tilda Brandvik"});
    EXPECT_EQ(names.shared.front().a.places.size(), 2U);
    EXPECT_TRUE(names.only_a.empty());
}

TEST(ComparedNames, KnowANameWithAnotherTitle) {
    const auto names =
        compared("Then the Russian President Putin left.", "Then President Vladimir Putin left.");
    EXPECT_EQ(said(names.shared), Lines{"Russian President Putin / President Vladimir Putin"});
}

TEST(ComparedNames, DoNotTakeAPlaceForWhatIsNamedAfterIt) {
    const auto names =
        compared("The ship met the London Kestrel.", "The ship left London on a Friday.");
    EXPECT_TRUE(names.shared.empty());
    EXPECT_EQ(said(names.only_a), Lines{"London Kestrel / "});
    EXPECT_TRUE(names.only_b.empty());
}

TEST(ComparedNames, TellTwoOfOneFirstNameApart) {
    const auto names = compared("It was said by Tilda Brandvik.", "It was said by Tilda Osk.");
    EXPECT_TRUE(names.shared.empty());
    EXPECT_EQ(said(names.only_a), Lines{"Tilda Brandvik / "});
    EXPECT_EQ(said(names.only_b), Lines{" / Tilda Osk"});
}

TEST(ComparedNames, AreNotOfOneArticleAloneWhereTheOtherHasTheirWords) {
    // As the first word of a sentence, and nowhere else, it is no name there.
    const auto names = compared("The ship left Ostland.", "Ostland waits for bread.");
    EXPECT_TRUE(names.only_a.empty());
}

TEST(ComparedNames, OfArticlesWithoutNamesAreNone) {
    const auto names = compared("", "they were all asleep");
    EXPECT_TRUE(names.shared.empty() && names.only_a.empty() && names.only_b.empty());
}

}  // namespace
}  // namespace wirecopy::score
