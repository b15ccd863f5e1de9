#include "score/model.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/hash.hpp"
#include "score/grade.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::score {
namespace {

double uniform(base::Random& random) {
    return static_cast<double>(random.below(1'000'001)) / 1e6;
}

PairFeatures random_features(base::Random& random) {
    PairFeatures features;
    features.resemblance = uniform(random);
    features.company = uniform(random);
    features.agreement = uniform(random);
    features.conflict = uniform(random);
    features.copied = uniform(random);
    features.days_apart = static_cast<double>(random.below(40));
    features.credit = uniform(random);
    return features;
}

TEST(Model, NeverMakesAPairLessAlikeForMoreLikeness) {
    base::Random random(7);
    const auto& model = shipped_model();
    for (int round = 0; round < 2000; ++round) {
        const auto features = random_features(random);
        const auto before = probabilities(model, features);
        const auto better = [&](auto change) {
            auto more = features;
            change(more);
            const auto after = probabilities(model, more);
            EXPECT_GE(after.story, before.story);
            EXPECT_GE(after.derived, before.derived);
        };
        better([](PairFeatures& f) { f.resemblance += .1; });
        better([](PairFeatures& f) { f.company += .1; });
        better([](PairFeatures& f) { f.agreement += .1; });
        better([](PairFeatures& f) { f.copied += .1; });
        better([](PairFeatures& f) { f.credit += .1; });
        better([](PairFeatures& f) { f.conflict = std::max(0.0, f.conflict - .1); });
        better([](PairFeatures& f) { f.days_apart = std::max(0.0, f.days_apart - 1); });
        EXPECT_LE(before.derived, before.story);
        EXPECT_GE(before.derived, 0.0);
        EXPECT_LE(before.story, 1.0);
    }
}

TEST(Model, MakesNoPairMoreProbableThanTheMostOfItsResemblanceCompanyAndDays) {
    base::Random random(11);
    const auto& model = shipped_model();
    for (int round = 0; round < 2000; ++round) {
        const auto features = random_features(random);
        for (const double rate : {0.0, .01, .9}) {
            const auto most = most_probable(model, features.resemblance, features.company,
                                            features.days_apart, rate);
            const auto found = probabilities(model, features, rate);
            EXPECT_GE(most.story, found.story);
            EXPECT_GE(most.derived, found.derived);
        }
    }
}

TEST(Model, MovesWithTheBaseRateAndStaysAtItsOwn) {
    const auto& model = shipped_model();
    const PairFeatures features{.resemblance = .2, .company = .2, .agreement = .3};
    const auto own = probabilities(model, features);
    EXPECT_NEAR(probabilities(model, features, model.base_rate).story, own.story, 1e-12);
    EXPECT_GT(probabilities(model, features, .5).story, own.story);
    EXPECT_LT(probabilities(model, features, .01).story, own.story);
}

TEST(Model, IsReadBackFromItsText) {
    const auto& model = shipped_model();
    const auto again = Model::parse(model_text(model, "a test"));
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_DOUBLE_EQ(again.story.weights[i], model.story.weights[i]);
        EXPECT_DOUBLE_EQ(again.derived.weights[i], model.derived.weights[i]);
    }
    EXPECT_DOUBLE_EQ(again.story.bias, model.story.bias);
    EXPECT_DOUBLE_EQ(again.derived.bias, model.derived.bias);
    EXPECT_DOUBLE_EQ(again.base_rate, model.base_rate);
}

TEST(Model, RefusesWhatIsNoModelAndNamesTheLine) {
    const auto whole = model_text(shipped_model(), "a test");
    const auto sentence_of = [](const std::string& text) -> std::string {
        try {
            static_cast<void>(Model::parse(text));
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_NE(sentence_of("model 2\n").find("line 1"), std::string::npos);
    EXPECT_NE(sentence_of(whole + "story.luck\t1\n").find("digest"), std::string::npos);
    EXPECT_NE(sentence_of(whole.substr(0, whole.rfind("digest"))).find("without a digest"),
              std::string::npos);
    const auto changed = [&](const std::string& name, const std::string& line) {
        auto text = whole;
        const auto at = text.find(name);
        text.replace(at, text.find('\n', at) - at, line);
        return sentence_of(text);
    };
    EXPECT_NE(changed("story.conflict", "story.luck\t1").find("story.luck"), std::string::npos);
    EXPECT_NE(changed("story.conflict", "story.conflict\t-1").find("is no weight"),
              std::string::npos);
    EXPECT_NE(changed("story.conflict", "story.days\t1").find("is no weight"), std::string::npos);
    EXPECT_NE(changed("base_rate", "base_rate\tnan").find("is no weight"), std::string::npos);
    EXPECT_NE(changed("base_rate", "base_rate\t1").find("is no weight"), std::string::npos);
    EXPECT_NE(changed("story.days", "story.days\t1.25").find("digest"), std::string::npos);
}

TEST(Model, ANumberIsSetByItsName) {
    Model model;
    model.set("derived.copied", 4);
    EXPECT_EQ(model.derived.weights[1], 4);
    model.set("story.bias", -4);
    EXPECT_EQ(model.story.bias, -4);
    EXPECT_THROW(model.set("story.days", -4), Error);
    EXPECT_THROW(model.set("digest", 4), Error);
}

TEST(Grade, FollowsTheProbabilitiesAndTheReuse) {
    const auto grade = [](double story, double derived, Reuse reuse) {
        return grade_of({story, derived}, {.reuse = reuse, .of_shorter = .2, .evenness = .5});
    };
    EXPECT_EQ(grade(.9, .9, Reuse::copy), Grade::copy);
    EXPECT_EQ(grade(.9, .2, Reuse::edited), Grade::edited);
    EXPECT_EQ(grade(.9, .7, Reuse::none), Grade::rewrite);
    EXPECT_EQ(grade(.9, .7, Reuse::partial), Grade::rewrite);
    EXPECT_EQ(grade(.9, .2, Reuse::partial), Grade::partial);
    EXPECT_EQ(grade(.1, .0, Reuse::partial), Grade::partial);
    EXPECT_EQ(grade(.9, .2, Reuse::none), Grade::related);
    EXPECT_EQ(grade(.2, .1, Reuse::none), Grade::none);
}

TEST(Grade, OfATemplateFilledAnewIsNeitherCopyNorEdited) {
    EXPECT_EQ(grade_of({.1, .05}, {Reuse::copy, .9, 1}), Grade::none);
    EXPECT_EQ(grade_of({.1, .05}, {Reuse::edited, .6, 1}), Grade::none);
    EXPECT_EQ(grade_of({.1, .05}, {Reuse::partial, .5, 1}), Grade::none);
    EXPECT_EQ(grade_of({.8, .05}, {Reuse::partial, .5, .5}), Grade::partial);
}

TEST(Grade, OfATextCarriedOverInAllPartsIsRewrite) {
    EXPECT_EQ(grade_of({.8, .3}, {Reuse::none, 0, .95}), Grade::rewrite);
    EXPECT_EQ(grade_of({.8, .3}, {Reuse::none, 0, .85}), Grade::related);
    EXPECT_EQ(grade_of({.4, .3}, {Reuse::none, 0, .95}), Grade::none);
}

TEST(Grade, OfADamagedCopyIsEdited) {
    EXPECT_EQ(grade_of({.9, .9}, {Reuse::partial, .6, .95}), Grade::edited);
    EXPECT_EQ(grade_of({.9, .3}, {Reuse::none, .6, .95}), Grade::edited);
    EXPECT_EQ(grade_of({.9, .9}, {Reuse::none, .3, .95}), Grade::rewrite);
    EXPECT_EQ(grade_of({.9, .9}, {Reuse::none, .6, .85}), Grade::rewrite);
    EXPECT_EQ(grade_of({.4, .3}, {Reuse::none, .6, .95}), Grade::none);
}

TEST(Grade, OfAPassageWithoutWhichNothingShowsOneReportIsPartial) {
    EXPECT_EQ(grade_of({.9, .7}, {Reuse::partial, .3, .5, .2}), Grade::partial);
    EXPECT_EQ(grade_of({.9, .7}, {Reuse::partial, .3, .5, .6}), Grade::rewrite);
    EXPECT_EQ(grade_of({.9, .7}, {Reuse::none, .3, .5, .2}), Grade::rewrite);
    EXPECT_EQ(grade_of({.9, .7}, {Reuse::partial, .3, .95, .2}), Grade::rewrite);
}

TEST(Grade, NamesAreReadBack) {
    for (std::size_t i = 0; i < grade_names().size(); ++i) {
        EXPECT_EQ(grade_from_name(grade_names()[i]), static_cast<Grade>(i));
    }
    EXPECT_THROW(static_cast<void>(grade_from_name("great")), Error);
}

}  // namespace
}  // namespace wirecopy::score
