#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <thread>
#include <vector>

#include "sketch/estimate.hpp"
#include "sketch/feature_sets.hpp"
#include "sketch/minhash.hpp"
#include "sketch/one_permutation.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {
namespace {

using Row = std::vector<std::uint32_t>;

std::vector<SignatureParameters> every_kind() {
    std::vector<SignatureParameters> kinds = {{.method = SketchMethod::one_permutation}};
    for (const auto method : {SketchMethod::minhash, SketchMethod::one_permutation_densified}) {
        for (const unsigned bits : {1U, 2U, 4U, 8U, 16U, 32U}) {
            kinds.push_back({.method = method, .slots = 200, .bits = bits});
        }
    }
    return kinds;
}

template <class Call>
std::string refusal_of(ErrorKind kind, const Call& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.kind() == kind ? error.what() : "another kind";
    }
    return "";
}

TEST(Sketcher, WritesTheSlotsOfItsMethod) {
    const auto features = testing::random_features(60, 1);
    Row expected(128);
    Row row(128);
    sketch::MinHasher({.slots = 128, .seed = 5}).sign(features, expected);
    Sketcher({.seed = 5}).sign(features, row);
    EXPECT_EQ(row, expected);

    const sketch::OnePermutationHasher hasher({.slots = 128, .seed = 5});
    hasher.sign(features, expected);
    Sketcher({.method = SketchMethod::one_permutation, .seed = 5}).sign(features, row);
    EXPECT_EQ(row, expected);

    hasher.densify(expected);
    Sketcher({.method = SketchMethod::one_permutation_densified, .seed = 5}).sign(features, row);
    EXPECT_EQ(row, expected);
}

TEST(Sketcher, SignsAlikeFromManyThreadsAndAgain) {
    const Sketcher sketcher({.method = SketchMethod::one_permutation_densified});
    const auto features = testing::random_features(90, 1);
    const auto expected = sketcher.sign(features);
    std::vector<int> alike(8, 0);
    std::vector<std::thread> threads;
    for (auto& mark : alike) {
        threads.emplace_back([&] { mark = sketcher.sign(features) == expected ? 1 : 0; });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(std::ranges::count(alike, 1), 8);
    EXPECT_EQ(sketcher.sign(features), expected);
}

TEST(Signature, OfEqualSetsIsEqualAndResemblesItselfWholly) {
    const auto features = testing::random_features(300, 4);
    for (const auto& parameters : every_kind()) {
        const Sketcher sketcher(parameters);
        const auto a = sketcher.sign(features);
        EXPECT_EQ(a, sketcher.sign(features));
        EXPECT_FALSE(a.empty());
        EXPECT_EQ(estimate_jaccard(a, a), 1.0);
    }
}

TEST(Signature, ArticlesWithoutFeaturesResembleNothing) {
    for (const auto& parameters : every_kind()) {
        const Sketcher sketcher(parameters);
        const auto nothing = sketcher.sign({});
        const auto something = sketcher.sign(testing::random_features(300, 4));
        EXPECT_TRUE(nothing.empty());
        EXPECT_EQ(estimate_jaccard(nothing, nothing), 0.0);
        EXPECT_EQ(estimate_jaccard(nothing, something), 0.0);
        EXPECT_EQ(estimate_jaccard(something, nothing), 0.0);
        EXPECT_EQ(estimate_jaccard_unclamped(nothing, something), 0.0);
    }
}

TEST(Signature, EstimatesLieWithinFourSigmaOfTheTruth) {
    const auto sets = testing::make_pair_of_sets(testing::Structure::random, 1000, 400, 11);
    for (const auto& parameters : every_kind()) {
        const Sketcher sketcher(parameters);
        const auto estimate = estimate_jaccard(sketcher.sign(sets.a), sketcher.sign(sets.b));
        const auto slots = static_cast<double>(parameters.slots);
        const auto chance = std::pow(2.0, -static_cast<double>(parameters.bits));
        // One-permutation sketches vary less than minhash at 1,000 features, hardly more densified.
        const auto variance = 1.1 * 0.4 * 0.6 / slots + 0.6 * chance / ((1.0 - chance) * slots);
        EXPECT_NEAR(estimate, 0.4, 4.0 * std::sqrt(variance)) << parameters.bits << " bits";
    }
}

TEST(Signature, AnEstimateBelowZeroIsCutToZeroUnlessAskedFor) {
    const SignatureParameters parameters{.slots = 8, .bits = 1};
    std::size_t below_zero = 0;
    for (std::uint64_t salt = 0; salt < 20; ++salt) {
        const Sketcher sketcher(parameters);
        const auto a = sketcher.sign(testing::random_features(10, 2 * salt));
        const auto b = sketcher.sign(testing::random_features(10, 2 * salt + 1));
        const auto unclamped = estimate_jaccard_unclamped(a, b);
        below_zero += unclamped < 0.0 ? 1 : 0;
        EXPECT_EQ(estimate_jaccard(a, b), std::max(0.0, unclamped));
    }
    EXPECT_GT(below_zero, 0U);
}

TEST(Signature, MadeWithOtherParametersIsRefused) {
    const auto features = testing::random_features(30, 4);
    const auto a = Sketcher({.seed = 42}).sign(features);
    const auto b = Sketcher({.seed = 7}).sign(features);
    const std::string sentence = "signatures differ in seed: 42 and 7";
    EXPECT_EQ(refusal_of(ErrorKind::parameters, [&] { (void)estimate_jaccard(a, b); }), sentence);
    EXPECT_EQ(refusal_of(ErrorKind::parameters, [&] { (void)merge(a, b); }), sentence);
    const auto c = Sketcher({.width = 3}).sign(features);
    EXPECT_EQ(refusal_of(ErrorKind::parameters, [&] { (void)estimate_jaccard(a, c); }),
              "signatures differ in width: 5 and 3");
}

TEST(Signature, ThatLostItsMinimaCannotBeMerged) {
    const auto features = testing::random_features(30, 4);
    const auto dense = Sketcher({.method = SketchMethod::one_permutation_densified}).sign(features);
    EXPECT_EQ(refusal_of(ErrorKind::option, [&] { (void)merge(dense, dense); }),
              "sketch: densified signatures cannot be merged; merge one_permutation ones");
    const auto few = Sketcher({.bits = 8}).sign(features);
    EXPECT_EQ(refusal_of(ErrorKind::option, [&] { (void)merge(few, few); }),
              "sketch: signatures of 8 bits cannot be merged; merge those of 32 bits");
}

TEST(Signature, RefusesAnotherNumberOfSlotsThanItsParametersSay) {
    const Row slots(7);
    EXPECT_EQ(
        refusal_of(ErrorKind::option, [&] { const Signature signature({.slots = 8}, slots); }),
        "sketch: a signature of 8 slots was given 7");
}

}  // namespace
}  // namespace wirecopy
