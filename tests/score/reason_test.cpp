#include "score/reason.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace wirecopy::score {
namespace {

Explanation explanation_of(Grade grade) {
    Explanation made;
    made.verdict.grade = grade;
    made.a.words = made.b.words = 500;
    made.a.language = made.b.language = "english";
    made.features = {{"resemblance", .3, 1, 0}, {"company", .3, 1, 0}, {"agreement", .5, 1, 0},
                     {"conflict", 0, 0, 0},     {"copied", 0, 0, 0},   {"days_apart", 1, 0, 0}};
    return made;
}

void set_feature(Explanation& explanation, std::string_view name, double value, double story) {
    for (auto& feature : explanation.features) {
        if (feature.name == name) {
            feature.value = value;
            feature.story = story;
        }
    }
}

Reason reason_of(const Explanation& explanation, Reuse reuse = Reuse::none) {
    return reason_for(explanation, reuse, {.of_shorter = .964, .of_longer = .8});
}

bool says(const Reason& reason, std::string_view what) {
    return reason.sentences.find(what) != std::string::npos;
}

TEST(Reason, OfReuseIsTheShareOfTheWords) {
    const auto copy = reason_of(explanation_of(Grade::copy), Reuse::copy);
    EXPECT_EQ(copy.rule, "same_text");
    EXPECT_TRUE(says(copy, "96 %") && says(copy, "80 %"));
    EXPECT_EQ(reason_of(explanation_of(Grade::edited), Reuse::edited).rule, "most_text");
    auto partial = explanation_of(Grade::partial);
    partial.spans = {{{}, {}, 20, {}}, {{}, {}, 64, {}}};
    EXPECT_EQ(reason_of(partial, Reuse::partial).rule, "passage");
    EXPECT_TRUE(says(reason_of(partial, Reuse::partial), "64 equal words"));
}

TEST(Reason, OfEqualTextsSaysSoAndOfNoOthers) {
    auto equal = explanation_of(Grade::copy);
    equal.features.clear();
    EXPECT_EQ(reason_for(equal, Reuse::none, {}).sentences,
              "Both are the same text, word for word.");
    // Nothing but furniture differs.
    const auto reason =
        reason_for(explanation_of(Grade::copy), Reuse::copy, {.of_shorter = 1, .of_longer = 1});
    EXPECT_FALSE(says(reason, "word for word"));
}

TEST(Reason, OfARewriteNamesTheOutletThatBothCredit) {
    auto rewrite = explanation_of(Grade::rewrite);
    EXPECT_EQ(reason_of(rewrite).rule, "carried_over") << "graded so by its evenness alone";
    rewrite.verdict.derived = .8F;
    rewrite.a.credits = {{"Seaboard News Agency", CreditRole::source, {}, {}}};
    EXPECT_EQ(reason_of(rewrite).rule, "same_report");
    EXPECT_FALSE(says(reason_of(rewrite), "credit"));
    rewrite.b.credits = {{"Kelm Post", CreditRole::mention, {}, {}},
                         {"Seaboard News Agency", CreditRole::side_fact, {}, {}}};
    EXPECT_TRUE(says(reason_of(rewrite), "Both credit Seaboard News Agency."));
    rewrite.a.source = "The Seaboard News Agency";
    EXPECT_TRUE(says(reason_of(rewrite), "B credits The Seaboard News Agency"));
}

TEST(Reason, OfNoneIsWhatSpeaksMostAgainstOneEvent) {
    auto none = explanation_of(Grade::none);
    set_feature(none, "days_apart", 31, -4);
    set_feature(none, "agreement", .1, -2);
    EXPECT_EQ(reason_of(none).rule, "other_days");
    EXPECT_TRUE(says(reason_of(none), "31 days apart"));
    EXPECT_TRUE(says(reason_of(none), "Names and numbers are others"));
    set_feature(none, "agreement", .1, -5);
    EXPECT_EQ(reason_of(none).rule, "other_facts");
    set_feature(none, "company", .01, -6);
    EXPECT_EQ(reason_of(none).rule, "other_words");
    set_feature(none, "conflict", .3, -7);
    EXPECT_EQ(reason_of(none).rule, "other_facts");
    set_feature(none, "copied", .3, 0);
    EXPECT_EQ(reason_of(none).rule, "filled_template");
}

TEST(Reason, OfNoneQuotesWhatIsAtOdds) {
    auto none = explanation_of(Grade::none);
    none.numbers.conflicting = {
        {{"48 missing", {{}}}, {"53 missing", {{}}}, 4},
    };
    EXPECT_TRUE(
        says(reason_of(none), "Perhaps at odds: \"48 missing\" in A, \"53 missing\" in B."));
    none.names.conflicting = {{{"Osk", {{}}}, {"Brandvik", {{}}}, 4}};
    EXPECT_TRUE(says(reason_of(none), " At odds: \"Osk\" in A, \"Brandvik\" in B."));
}

TEST(Reason, OfATemplateIsNotThatItsWordsAreTheSame) {
    EXPECT_EQ(reason_of(explanation_of(Grade::none), Reuse::copy).rule, "filled_template");
}

TEST(Reason, OfArticlesThatWereHardlyCompared) {
    auto none = explanation_of(Grade::none);
    set_feature(none, "resemblance", 0, -9);
    EXPECT_EQ(reason_of(none).rule, "few_words");
    none.b.language = "german";
    EXPECT_EQ(reason_of(none).rule, "different_languages");
    none.b.words = 0;
    EXPECT_EQ(reason_of(none).rule, "no_words");
    EXPECT_EQ(reason_of(none).sentences, "B has no word.");
    none.a.words = 0;
    EXPECT_EQ(reason_of(none).sentences, "Neither article has a word.");
}

TEST(Reason, OfRelatedCountsWhatEitherHasAlone) {
    auto related = explanation_of(Grade::related);
    related.names.shared.resize(1);
    related.numbers.shared.resize(2);
    related.names.only_a.resize(3);
    related.numbers.only_b.resize(4);
    related.numbers.conflicting.resize(1);
    const auto reason = reason_of(related);
    EXPECT_EQ(reason.rule, "same_event");
    EXPECT_TRUE(says(reason, "1 name and 2 numbers and dates are in both"));
    EXPECT_TRUE(says(reason, "4 in A alone and 5 in B alone"));
    related.a.credits = {{"Seaboard News Agency", CreditRole::source, {}, {}}};
    related.b.source = "Seaboard News Agency";
    EXPECT_TRUE(says(reason_of(related), "A credits Seaboard News Agency, which B comes from."));
}

}  // namespace
}  // namespace wirecopy::score
