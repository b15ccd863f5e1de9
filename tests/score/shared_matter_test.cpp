#include "score/shared_matter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "score/readings.hpp"

namespace wirecopy::score {
namespace {

using Lines = std::vector<std::string>;

TEST(SharedTerms, AreThoseOfBothWithAllTheirPlacesTheRarestFirst) {
    const ReadingPair pair("Trawlers met the ferry. A trawler sank on Monday.",
                           "The trawler was raised on Monday; other ferries wait.");
    const auto shared = shared_terms(pair.a, pair.b);
    ASSERT_EQ(said(shared), (Lines{"Trawlers / trawler", "ferry / ferries", "Monday / Monday"}));
    EXPECT_EQ(shared[0].a.places, (std::vector<TextSpan>{{0, 8, 0, 8}, {26, 33, 26, 33}}));
    EXPECT_EQ(shared[0].b.places, (std::vector<TextSpan>{{4, 11, 4, 11}}));
    EXPECT_TRUE(std::ranges::is_sorted(shared, std::greater<>(), &Evidence::nats));
}

TEST(SharedTerms, WeighTheSmallerOfWhatTheyTellInTwoLanguages) {
    const std::string english = "The minister met Ostland in the harbour and said no more.";
    const std::string german = "Der Minister sagte, dass Ostland nicht mehr in dem Hafen ist.";
    const ReadingPair pair(english, german);
    ASSERT_EQ(pair.b.tape().language, "german");
    const auto nats_of = [](const std::vector<Evidence>& shared) {
        for (const auto& one : shared) {
            if (one.a.text == "Ostland") {
                return one.nats;
            }
        }
        return 0.0;
    };
    // In German there is no prior: what two of two articles say is not rare.
    const auto nats = nats_of(shared_terms(pair.a, pair.b));
    const ReadingPair both_english(english, english);
    EXPECT_GT(nats, 0);
    EXPECT_LT(nats, nats_of(shared_terms(both_english.a, both_english.b)));
}

TEST(SharedPhrases, GoOnOverStopWordsInsideASentence) {
    const ReadingPair pair("The Star of Inishcorra sank in thick fog. Nobody saw it.",
                           "In thick fog the Star of Inishcorra was lost. It sank, nobody knew.");
    auto phrases = said(shared_phrases(pair.a, pair.b, {}));
    std::ranges::sort(phrases);
    EXPECT_EQ(phrases, (Lines{"Star of Inishcorra / Star of Inishcorra", "thick fog / thick fog"}));
}

TEST(SharedPhrases, StandOnceHoweverOftenTheyAreSaid) {
    const ReadingPair pair("Thick fog came. They met thick fog. Then thick fog went.",
                           "It was a day of thick fog, and thick fog again.");
    EXPECT_EQ(shared_phrases(pair.a, pair.b, {}).size(), 1U);
}

TEST(SharedPhrases, LeaveOutWhatWasCopied) {
    const std::string text = "The Star of Inishcorra sank in thick fog.";
    const ReadingPair pair(text, text);
    EXPECT_FALSE(shared_phrases(pair.a, pair.b, {}).empty());
    const std::array copied{Place{0, 41}};
    EXPECT_TRUE(shared_phrases(pair.a, pair.b, copied).empty());
}

TEST(SharedQuotations, AreRunsOfSixQuotedWordsInBoth) {
    const ReadingPair pair(
        "\"We cut the engine and went by the whistles,\" said the skipper. He was tired.",
        "The man said: “They cut it. We cut the engine and went by the whistles” and left.");
    const auto quotations = shared_quotations(pair.a, pair.b);
    ASSERT_EQ(said(quotations), (Lines{"We cut the engine and went by the whistles / "
                                       "We cut the engine and went by the whistles"}));
    EXPECT_GT(quotations.front().nats, 0);
}

TEST(SharedQuotations, DoNotTakeWordsThatOneArticleOnlyReports) {
    const ReadingPair quoted("\"We cut the engine and went by the whistles,\" he said.",
                             "We cut the engine and went by the whistles, he wrote.");
    EXPECT_TRUE(shared_quotations(quoted.a, quoted.b).empty());
    const ReadingPair parted("\"We cut the engine,\" he said. \"Then we heard them.\"",
                             "\"We cut the engine then we heard them.\"");
    EXPECT_TRUE(shared_quotations(parted.a, parted.b).empty());
}

TEST(SharedMatter, OfNothingIsNothing) {
    const ReadingPair pair("", "The ferry sank.");
    EXPECT_TRUE(shared_terms(pair.a, pair.b).empty());
    EXPECT_TRUE(shared_phrases(pair.a, pair.b, {}).empty());
    EXPECT_TRUE(shared_quotations(pair.b, pair.a).empty());
}

}  // namespace
}  // namespace wirecopy::score
