#include "score/own_matter.hpp"

#include <gtest/gtest.h>

#include <string>

#include "score/readings.hpp"

namespace wirecopy::score {
namespace {

const std::string sinking = "The ferry sank near Ostland on Monday after a gas explosion. ";
const std::string trial = "Prosecutors charged two bankers with fraud over forged invoices.";

TEST(OwnSentences, AreThoseOfWhoseTermsTheOtherHasFew) {
    const ReadingPair pair(sinking + trial,
                           "After an explosion of gas a ferry sank off Ostland on Monday.");
    EXPECT_EQ(texts(own_sentences(pair.a, pair.b)), std::vector<std::string>{trial});
    EXPECT_TRUE(own_sentences(pair.b, pair.a).empty());
}

TEST(OwnSentences, NeedThreeTerms) {
    const ReadingPair pair("She wept. " + trial, sinking);
    EXPECT_EQ(texts(own_sentences(pair.a, pair.b)), std::vector<std::string>{trial});
}

TEST(ToldBy, IsTheShareOfWhatTheTermsTellEachOnce) {
    const ReadingPair pair("Ferry, ferry, ferry. Bankers.", "A ferry.");
    const auto told = told_by(pair.a, pair.b);
    const auto other = told_by(pair.b, pair.a);
    EXPECT_EQ(other.shared, 1.0);
    EXPECT_NEAR(told.shared * told.nats, other.nats, 1e-9);
    EXPECT_LT(told.shared, 0.7);
}

TEST(ToldBy, NothingIsSharedByNothing) {
    const ReadingPair pair("", "A ferry.");
    EXPECT_EQ(told_by(pair.a, pair.b).nats, 0.0);
    EXPECT_EQ(told_by(pair.a, pair.b).shared, 0.0);
    EXPECT_EQ(told_by(pair.b, pair.a).shared, 0.0);
}

}  // namespace
}  // namespace wirecopy::score
