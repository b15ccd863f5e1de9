// What holds for all feature sets, on sets that RapidCheck thinks up.

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "oracle/sketch_minhash.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {
namespace {

// The same cases in every run, unless the environment asks for others.
[[maybe_unused]] const int fixed_seed = setenv("RC_PARAMS", "seed=20260", 0);

using Features = std::vector<std::uint64_t>;

SketchMethod any_method() {
    return *rc::gen::element(SketchMethod::minhash, SketchMethod::one_permutation,
                             SketchMethod::one_permutation_densified);
}

SignatureParameters any_parameters() {
    SignatureParameters parameters;
    parameters.method = any_method();
    parameters.slots = *rc::gen::inRange<std::size_t>(1, 300);
    parameters.seed = *rc::gen::arbitrary<std::uint64_t>();
    if (parameters.method != SketchMethod::one_permutation) {
        parameters.bits = *rc::gen::element(1U, 2U, 4U, 8U, 16U, 32U);
    }
    parameters.unit = *rc::gen::element(ShingleUnit::word, ShingleUnit::character);
    parameters.width = *rc::gen::inRange<std::size_t>(1, 40);
    return parameters;
}

RC_GTEST_PROP(SketchProperties, MergingGivesTheSignatureOfTheUnion,
              (const Features& a, const Features& b)) {
    auto parameters = any_parameters();
    parameters.bits = 32;
    RC_PRE(parameters.method != SketchMethod::one_permutation_densified);
    const Sketcher sketcher(parameters);
    auto both = a;
    both.insert(both.end(), b.begin(), b.end());
    RC_ASSERT(merge(sketcher.sign(a), sketcher.sign(b)) == sketcher.sign(both));
    RC_ASSERT(merge(sketcher.sign(a), sketcher.sign({})) == sketcher.sign(a));
}

RC_GTEST_PROP(SketchProperties, OrderAndRepeatsOfFeaturesDoNotMatter, (const Features& features)) {
    const Sketcher sketcher(any_parameters());
    auto shuffled = features;
    shuffled.insert(shuffled.end(), features.begin(), features.end());
    std::ranges::sort(shuffled, {}, [](std::uint64_t feature) { return base::mix(feature); });
    RC_ASSERT(sketcher.sign(shuffled) == sketcher.sign(features));
}

RC_GTEST_PROP(SketchProperties, SerialisedSignaturesComeBack, (const Features& features)) {
    const auto signature = Sketcher(any_parameters()).sign(features);
    RC_ASSERT(Signature::parse(signature.serialise()) == signature);
}

RC_GTEST_PROP(SketchProperties, EstimatesAreSymmetricAndBetweenZeroAndOne,
              (const Features& a, const Features& b)) {
    const Sketcher sketcher(any_parameters());
    const auto estimate = estimate_jaccard(sketcher.sign(a), sketcher.sign(b));
    RC_ASSERT(estimate >= 0.0 && estimate <= 1.0);
    RC_ASSERT(estimate == estimate_jaccard(sketcher.sign(b), sketcher.sign(a)));
    const auto self = estimate_jaccard(sketcher.sign(a), sketcher.sign(a));
    RC_ASSERT(self == (a.empty() ? 0.0 : 1.0));
}

RC_GTEST_PROP(SketchProperties, MinHashAgreesWithItsSlowTwin, (const Features& features)) {
    const auto slots = *rc::gen::inRange<std::size_t>(1, 200);
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    std::vector<std::uint32_t> row(slots);
    Sketcher({.slots = slots, .seed = seed}).sign(features, row);
    RC_ASSERT(row == oracle::minhash(features, slots, seed));
}

}  // namespace
}  // namespace wirecopy
