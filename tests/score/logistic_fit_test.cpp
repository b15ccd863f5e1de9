#include "score/logistic_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "base/hash.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::score {
namespace {

constexpr std::array<bool, 4> all{true, true, true, true};

double uniform(base::Random& random) {
    return static_cast<double>(random.below(1'000'000)) / 1e6;
}

double logistic(double z) {
    return 1 / (1 + std::exp(-z));
}

// Examples whose labels follow a model.
std::vector<FitExample> drawn(const Logistic& truth, std::size_t count) {
    base::Random random(7);
    std::vector<FitExample> examples;
    for (std::size_t i = 0; i < count; ++i) {
        FitExample example;
        double z = truth.bias;
        for (std::size_t k = 0; k < 4; ++k) {
            example.terms[k] = uniform(random) * 4 - 2;
            z += truth.weights[k] * example.terms[k];
        }
        example.positive = uniform(random) < logistic(z);
        examples.push_back(example);
    }
    return examples;
}

// What fit_logistic makes smallest, written down anew: the loss in units of spread.
double loss(const std::vector<FitExample>& examples, const Logistic& model,
            const std::array<bool, 4>& is_fitted, double ridge) {
    double sum = 0;
    double total = 0;
    for (const auto& example : examples) {
        total += example.weight;
        double z = model.bias;
        for (std::size_t k = 0; k < 4; ++k) {
            z += model.weights[k] * example.terms[k];
        }
        sum += example.weight * std::log1p(std::exp(example.positive ? -z : z));
    }
    for (std::size_t k = 0; k < 4; ++k) {
        double mean = 0;
        double squares = 0;
        for (const auto& example : examples) {
            mean += example.weight * example.terms[k] / total;
            squares += example.weight * example.terms[k] * example.terms[k] / total;
        }
        if (is_fitted[k]) {
            sum += ridge / 2 * model.weights[k] * model.weights[k] * (squares - mean * mean);
        }
    }
    return sum;
}

TEST(FitLogistic, FindsTheModelThatDrewTheLabels) {
    const Logistic truth{.bias = -.5, .weights = {1.5, .7, 0, 2}};
    const auto fitted = fit_logistic(drawn(truth, 40'000), {}, all, 1);
    EXPECT_NEAR(fitted.bias, truth.bias, .06);
    for (std::size_t k = 0; k < 4; ++k) {
        EXPECT_NEAR(fitted.weights[k], truth.weights[k], .06) << k;
    }
}

TEST(FitLogistic, HoldsAtZeroWhatWouldBeNegative) {
    const Logistic truth{.bias = .3, .weights = {1, -2, .5, -.1}};
    const auto fitted = fit_logistic(drawn(truth, 5'000), {}, all, 1);
    EXPECT_EQ(fitted.weights[1], 0);
    EXPECT_EQ(fitted.weights[3], 0);
    EXPECT_GT(fitted.weights[0], .5);
}

TEST(FitLogistic, NoStepInAnyDirectionIsBetter) {
    const auto examples = drawn({.bias = .3, .weights = {1, -2, .5, 3}}, 2'000);
    const auto fitted = fit_logistic(examples, {}, all, 2);
    const double least = loss(examples, fitted, all, 2);
    for (const double step : {1e-3, -1e-3}) {
        auto moved = fitted;
        moved.bias += step;
        EXPECT_GT(loss(examples, moved, all, 2), least);
        for (std::size_t k = 0; k < 4; ++k) {
            moved = fitted;
            moved.weights[k] = std::max(0.0, moved.weights[k] + step);
            EXPECT_GE(loss(examples, moved, all, 2), least) << k;
        }
    }
}

TEST(FitLogistic, LeavesWhatIsSetAsItIs) {
    const auto examples = drawn({.bias = 0, .weights = {1, 1, 1, 1}}, 2'000);
    const std::array<bool, 4> some{true, false, true, false};
    const Logistic start{.bias = 0, .weights = {0, 3, 0, .25}};
    const auto fitted = fit_logistic(examples, start, some, 1);
    EXPECT_EQ(fitted.weights[1], 3);
    EXPECT_EQ(fitted.weights[3], .25);
    auto moved = fitted;
    moved.weights[0] += 1e-3;
    EXPECT_GT(loss(examples, moved, some, 1), loss(examples, fitted, some, 1));
}

TEST(FitLogistic, AnExampleOfWeightTwoIsTwoExamples) {
    auto once = drawn({.bias = 0, .weights = {1, 0, 2, 1}}, 500);
    auto twice = once;
    for (std::size_t i = 0; i < once.size(); i += 3) {
        once[i].weight = 2;
        twice.push_back(twice[i]);
    }
    const auto a = fit_logistic(once, {}, all, 1);
    const auto b = fit_logistic(twice, {}, all, 1);
    for (std::size_t k = 0; k < 4; ++k) {
        EXPECT_NEAR(a.weights[k], b.weights[k], 1e-6);
    }
}

TEST(FitLogistic, ATermThatNeverChangesHasNoWeight) {
    auto examples = drawn({.bias = 0, .weights = {1, 1, 1, 1}}, 500);
    for (auto& example : examples) {
        example.terms[2] = 5;
    }
    const auto fitted = fit_logistic(examples, {}, all, 1);
    EXPECT_TRUE(std::isfinite(fitted.bias));
    EXPECT_NEAR(fitted.weights[2], 0, 1e-6);
}

TEST(FitLogistic, WantsExamplesOfBothClasses) {
    std::vector<FitExample> examples(3);
    EXPECT_THROW(static_cast<void>(fit_logistic(examples, {}, all, 1)), Error);
}

}  // namespace
}  // namespace wirecopy::score
