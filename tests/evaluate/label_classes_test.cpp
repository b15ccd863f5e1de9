#include "evaluate/label_classes.hpp"

#include <gtest/gtest.h>

#include "evaluate/labels.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::evaluate {
namespace {

Labels labelled(const std::vector<std::string>& labels) {
    std::vector<LabelRow> rows;
    for (const auto& label : labels) {
        rows.push_back({.id_a = "a", .id_b = "b", .label = label, .line = 0});
    }
    return testing::pair_labels(rows);
}

std::string problem(const std::vector<std::string>& labels, const LabelClasses& classes,
                    ErrorKind kind = ErrorKind::input) {
    try {
        check_classes(labelled(labels), classes);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind);
        return error.what();
    }
    return "";
}

TEST(LabelClasses, KnowUsualWordsWhateverTheirCapitals) {
    for (const auto* word :
         {"1", "1.0", "true", "TRUE", "yes", "Y", "OK", "ok", "positive", "Pos", "same", "t"}) {
        EXPECT_EQ(class_of(word, {}), LabelClass::positive) << word;
    }
    for (const auto* word :
         {"0", "0.0", "False", "no", "n", "BAD", "Negative", "neg", "different", "f"}) {
        EXPECT_EQ(class_of(word, {}), LabelClass::negative) << word;
    }
    for (const auto* word : {"2", "-1", "maybe", "", "ok ", "11", "cut"}) {
        EXPECT_EQ(class_of(word, {}), LabelClass::unknown) << word;
    }
}

TEST(LabelClasses, ThatAreNamedAreTakenToTheLetter) {
    const LabelClasses classes{.positive = {"cut", "light"}, .negative = {}};
    EXPECT_EQ(class_of("cut", classes), LabelClass::positive);
    EXPECT_EQ(class_of("Cut", classes), LabelClass::negative);
    EXPECT_EQ(class_of("ok", classes), LabelClass::negative);
}

TEST(LabelClasses, LeaveOutWhatIsInNeitherWhenBothAreNamed) {
    const LabelClasses classes{.positive = {"5", "4"}, .negative = {"0"}};
    EXPECT_EQ(class_of("4", classes), LabelClass::positive);
    EXPECT_EQ(class_of("0", classes), LabelClass::negative);
    EXPECT_EQ(class_of("2", classes), LabelClass::other);
}

TEST(LabelClasses, OfNegativesAloneMakeAllOthersPositive) {
    const LabelClasses classes{.positive = {}, .negative = {"non"}};
    EXPECT_EQ(class_of("non", classes), LabelClass::negative);
    EXPECT_EQ(class_of("light", classes), LabelClass::positive);
}

TEST(LabelClasses, ThatAreUnknownAreAnErrorThatListsWhatWasFound) {
    EXPECT_EQ(problem({"ok", "maybe", "maybe\x1b[2J", "ok"}, {}),
              "labels.tsv:3: label \"maybe\" may mean anything; say which are positive "
              "(--positive); labels found: maybe (1), maybe\\x1b[2J (1), ok (2)");
    EXPECT_EQ(problem({"ok", "BAD", "0", "yes"}, {}), "");
}

TEST(LabelClasses, ThatDoNotOccurAreAnError) {
    EXPECT_EQ(problem({"cut", "non"}, {.positive = {"cut", "hevy"}, .negative = {}}),
              "labels.tsv: no pair is labelled \"hevy\"; labels found: cut (1), non (1)");
    EXPECT_EQ(problem({"cut", "non"}, {.positive = {"cut"}, .negative = {"none"}}),
              "labels.tsv: no pair is labelled \"none\"; labels found: cut (1), non (1)");
}

TEST(LabelClasses, ThatOverlapAreAnOptionError) {
    EXPECT_EQ(problem({"1"}, {.positive = {"1", "2"}, .negative = {"2"}}, ErrorKind::option),
              "evaluate: label \"2\" is both positive and negative");
}

TEST(LabelClasses, ListTwentyOfManyLabels) {
    std::vector<std::string> labels;
    for (char letter = 'a'; letter < 'z'; ++letter) {
        labels.push_back(std::string("label ") + letter);
    }
    const auto sentence = problem(labels, {});
    EXPECT_TRUE(sentence.ends_with("label s (1), label t (1), ...")) << sentence;
}

}  // namespace
}  // namespace wirecopy::evaluate
