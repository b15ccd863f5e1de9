#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "engine/articles.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

using testing::article_of;
using testing::Articles;

constexpr std::string_view report =
    "The ferry Tern sank off Kelm on Friday with 86 people on board after it struck a barge in "
    "thick fog, harbour master Tilda Brandvik said. Three lifeboats brought 41 passengers to Osk, "
    "where the town hall was opened for the night. \"We went by the whistles and by nothing "
    "else\", "
    "said Brandvik. The barge had lost its lights an hour before.";

constexpr std::string_view shortened =
    "The ferry Tern sank off Kelm on Friday with 86 people on board after it struck a barge in "
    "thick fog, harbour master Tilda Brandvik said.";

constexpr std::string_view other_ship =
    "The ferry Heron sank off Varde on Friday with 64 people on board after it struck a barge in "
    "thick fog, harbour master Mirela Osk said. Three lifeboats brought 19 passengers to Lund, "
    "where the town hall was opened for the night.";

Articles ferries() {
    return testing::articles_of({std::string(report), std::string(shortened),
                                 std::string(other_ship), "Bread is dearer in Ostland.", ""});
}

Explanation explained(std::size_t a, std::size_t b, const CompareOptions& options = {}) {
    const auto articles = ferries();
    return Comparison(articles, options).explain(a, b, articles[a], articles[b]);
}

double logistic(double odds) {
    return 1 / (1 + std::exp(-odds));
}

TEST(Explain, HasTheVerdictOfTheComparison) {
    const auto articles = ferries();
    const Comparison comparison(articles);
    for (std::size_t a = 0; a < articles.size(); ++a) {
        for (std::size_t b = 0; b < articles.size(); ++b) {
            EXPECT_EQ(comparison.explain(a, b, articles[a], articles[b]).verdict,
                      comparison.compare(a, b));
        }
    }
}

TEST(Explain, HasLogOddsThatAddUpToTheProbabilities) {
    for (const double base_rate : {0.0, 0.02}) {
        CompareOptions options;
        options.base_rate = base_rate;
        const auto explanation = explained(0, 2, options);
        double story = explanation.story_start;
        double derived = explanation.derived_start;
        for (const auto& feature : explanation.features) {
            story += feature.story;
            derived += feature.derived;
        }
        EXPECT_NEAR(logistic(story), static_cast<double>(explanation.verdict.story), 1e-5);
        EXPECT_NEAR(logistic(story) * logistic(derived),
                    static_cast<double>(explanation.verdict.derived), 1e-5);
    }
}

TEST(Explain, SaysWhichArticleStandsInTheOther) {
    EXPECT_EQ(explained(0, 1).direction, Direction::b_in_a);
    EXPECT_EQ(explained(1, 0).direction, Direction::a_in_b);
    EXPECT_EQ(explained(0, 0).direction, Direction::both);
    EXPECT_EQ(explained(0, 3).direction, Direction::neither);
    EXPECT_EQ(explained(0, 4).direction, Direction::neither);
}

TEST(Explain, NamesWhatReplacesWhatInAPassage) {
    const auto explanation = explained(0, 2);
    ASSERT_FALSE(explanation.spans.empty());
    const auto& edit = explanation.spans.front().edits.front();
    EXPECT_EQ(report.substr(edit.a.begin_byte, edit.a.end_byte - edit.a.begin_byte), "Tern");
    EXPECT_EQ(other_ship.substr(edit.b.begin_byte, edit.b.end_byte - edit.b.begin_byte), "Heron");
    EXPECT_TRUE(std::ranges::any_of(explanation.names.conflicting, [](const Evidence& names) {
        return names.a.text == "Kelm" && names.b.text == "Varde";
    }));
}

TEST(Explain, HasPlacesInsideTheTexts) {
    const auto explanation = explained(0, 2);
    for (const auto& term : explanation.terms) {
        for (const auto& place : term.a.places) {
            EXPECT_LT(place.begin_byte, place.end_byte);
            EXPECT_LE(place.end_byte, report.size());
        }
    }
    EXPECT_FALSE(explanation.terms.empty());
}

TEST(Explain, TakesTheArticlesThatWereCompared) {
    const auto articles = ferries();
    const Comparison comparison(articles);
    EXPECT_THROW(static_cast<void>(comparison.explain(0, 1, articles[0], articles[2])), Error);
}

}  // namespace
}  // namespace wirecopy
