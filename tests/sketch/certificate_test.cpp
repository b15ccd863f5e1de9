// The estimator certificate: bias and variance of every sketch against its own theory, over many
// seeds, on random and on structured features; and three families that must fail it.

#include "sketch/certificate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <vector>

#include "sketch/bbit.hpp"
#include "sketch/estimate.hpp"
#include "sketch/feature_sets.hpp"
#include "sketch/minhash.hpp"
#include "sketch/one_permutation.hpp"
#include "sketch/theory.hpp"

namespace wirecopy {
namespace {

using testing::Certificate;
using testing::certify;
using testing::FeaturePair;
using testing::Structure;

constexpr std::size_t slots = 128;
constexpr std::array few_bits = {1U, 2U, 8U};

struct Setting {
    Structure structure;
    std::size_t union_size;
    std::size_t shared;
    std::size_t seeds;

    double jaccard() const { return static_cast<double>(shared) / static_cast<double>(union_size); }
    FeaturePair sets_of(std::uint64_t seed) const {
        return testing::make_pair_of_sets(structure, union_size, shared, seed);
    }
    std::string name() const {
        return "structure " + std::to_string(static_cast<int>(structure)) + ", union " +
               std::to_string(union_size) + ", shared " + std::to_string(shared);
    }
};

using Row = std::vector<std::uint32_t>;
using Estimator = std::function<double(const Row&, const Row&)>;

struct Judged {
    std::string name;
    Estimator estimate;
    double variance;
};

void expect_certificate(const Setting& setting, const std::string& name,
                        const std::vector<double>& estimates, double variance) {
    const auto certificate = certify(estimates, setting.jaccard(), variance);
    EXPECT_TRUE(certificate.passes())
        << name << ", " << setting.name() << ": mean off by " << certificate.mean_sigmas
        << " sigma, variance off by " << certificate.variance_sigmas << " sigma (ratio "
        << certificate.variance_ratio << ")";
}

// Signs fresh sets with a fresh seed as often as the setting says, and judges every estimator on
// the same rows.
template <class Sign>
void judge(const Setting& setting, const std::vector<Judged>& estimators, const Sign& sign) {
    std::vector<std::vector<double>> estimates(estimators.size());
    Row a(slots);
    Row b(slots);
    for (std::uint64_t seed = 0; seed < setting.seeds; ++seed) {
        const auto sets = setting.sets_of(seed);
        sign(seed, sets, a, b);
        for (std::size_t i = 0; i < estimators.size(); ++i) {
            estimates[i].push_back(estimators[i].estimate(a, b));
        }
    }
    for (std::size_t i = 0; i < estimators.size(); ++i) {
        expect_certificate(setting, estimators[i].name, estimates[i], estimators[i].variance);
    }
}

// The share of equal slots, whole and cut to few bits, for slots that are never empty.
std::vector<Judged> dense_estimators(const std::string& name, const Setting& setting,
                                     double variance) {
    std::vector<Judged> judged = {{name, sketch::jaccard_of_minhash, variance}};
    for (const auto bits : few_bits) {
        const auto estimate = [bits](const Row& a, const Row& b) {
            Row packed_a(sketch::packed_words(slots, bits));
            Row packed_b(packed_a.size());
            sketch::pack(a, bits, packed_a);
            sketch::pack(b, bits, packed_b);
            const auto equal = sketch::count_equal_packed(packed_a, packed_b, slots, bits);
            return sketch::jaccard_of_equal(equal, slots, bits);
        };
        const auto added = testing::variance_of_few_bits(setting.jaccard(), slots, bits);
        judged.push_back(
            {name + " of " + std::to_string(bits) + " bits", estimate, variance + added});
    }
    return judged;
}

void judge_minhash(const Setting& setting) {
    const auto variance = testing::variance_of_minhash(setting.jaccard(), slots);
    judge(setting, dense_estimators("minhash", setting, variance),
          [](std::uint64_t seed, const FeaturePair& sets, Row& a, Row& b) {
              const sketch::MinHasher hasher({.slots = slots, .seed = seed});
              hasher.sign(sets.a, a);
              hasher.sign(sets.b, b);
          });
}

void judge_one_permutation(const Setting& setting) {
    const auto raw_variance =
        testing::variance_of_one_permutation(setting.shared, setting.union_size, slots);
    const auto dense_variance =
        testing::variance_of_densified(setting.shared, setting.union_size, slots);
    const auto sign_raw = [](std::uint64_t seed, const FeaturePair& sets, Row& a, Row& b) {
        const sketch::OnePermutationHasher hasher({.slots = slots, .seed = seed});
        hasher.sign(sets.a, a);
        hasher.sign(sets.b, b);
    };
    judge(setting, {{"one_permutation", sketch::jaccard_of_one_permutation, raw_variance}},
          sign_raw);
    judge(setting, dense_estimators("one_permutation_densified", setting, dense_variance),
          [&](std::uint64_t seed, const FeaturePair& sets, Row& a, Row& b) {
              sign_raw(seed, sets, a, b);
              const sketch::OnePermutationHasher hasher({.slots = slots, .seed = seed});
              hasher.densify(a);
              hasher.densify(b);
          });
}

std::vector<Setting> random_settings() {
    std::vector<Setting> settings;
    const std::array<std::pair<std::size_t, std::size_t>, 4> sizes = {
        {{50, 8000}, {200, 6000}, {1000, 3000}, {10'000, 600}}};
    for (const auto& [union_size, seeds] : sizes) {
        for (const auto jaccard : {.02, .05, .1, .3, .5, .7, .9}) {
            settings.push_back(
                {Structure::random, union_size, testing::shared_for(jaccard, union_size), seeds});
        }
    }
    return settings;
}

std::vector<Setting> structured_settings() {
    std::vector<Setting> settings;
    for (const auto structure : {Structure::counters, Structure::high_half, Structure::top_bits,
                                 Structure::shared_high, Structure::grid, Structure::twin_halves}) {
        for (const std::size_t union_size : {60, 600}) {
            for (const auto jaccard : {.1, .5, .9}) {
                settings.push_back(
                    {structure, union_size, testing::shared_for(jaccard, union_size), 4000});
            }
        }
    }
    return settings;
}

TEST(Certificate, MinHashHasTheBiasAndVarianceOfTheory) {
    for (const auto& setting : random_settings()) {
        judge_minhash(setting);
    }
}

TEST(Certificate, MinHashHasTheVarianceOfTheoryOnStructuredFeatures) {
    for (const auto& setting : structured_settings()) {
        judge_minhash(setting);
    }
}

TEST(Certificate, OnePermutationHasTheBiasAndVarianceOfTheory) {
    for (const auto& setting : random_settings()) {
        judge_one_permutation(setting);
    }
}

TEST(Certificate, OnePermutationHasTheVarianceOfTheoryOnStructuredFeatures) {
    for (const auto& setting : structured_settings()) {
        judge_one_permutation(setting);
    }
}

// 64 times the slots show a dependence between slots 64 times as clearly: if the chance of a match
// moved with the features by as little as a hundredth of a standard deviation, it would show here.
TEST(Certificate, ThousandsOfSlotsAreAsIndependentAsAHundred) {
    constexpr std::size_t many_slots = 8192;
    for (const std::size_t union_size : {3, 12, 60}) {
        const Setting setting{Structure::counters, union_size, union_size / 3, 2000};
        std::vector<double> estimates;
        Row a(many_slots);
        Row b(many_slots);
        for (std::uint64_t seed = 0; seed < setting.seeds; ++seed) {
            const sketch::MinHasher hasher({.slots = many_slots, .seed = seed});
            const auto sets = setting.sets_of(seed);
            hasher.sign(sets.a, a);
            hasher.sign(sets.b, b);
            estimates.push_back(sketch::jaccard_of_minhash(a, b));
        }
        expect_certificate(setting, "8192 slots", estimates,
                           testing::variance_of_minhash(setting.jaccard(), many_slots));
    }
}

// Judges a hash family by `least(seed, slot, set)`, what it would write into one slot.
template <class Least>
Certificate certificate_of(const Setting& setting, const Least& least) {
    std::vector<double> estimates;
    for (std::uint64_t seed = 0; seed < setting.seeds; ++seed) {
        const auto sets = setting.sets_of(seed);
        std::size_t equal = 0;
        for (std::size_t slot = 0; slot < slots; ++slot) {
            equal += least(seed, slot, sets.a) == least(seed, slot, sets.b) ? 1 : 0;
        }
        estimates.push_back(static_cast<double>(equal) / slots);
    }
    return certify(estimates, setting.jaccard(),
                   testing::variance_of_minhash(setting.jaccard(), slots));
}

template <class Hash>
std::uint32_t least_of(const std::vector<std::uint64_t>& features, const Hash& hash) {
    std::uint32_t least = 0xffffffffU;
    for (const auto feature : features) {
        least = std::min(least, hash(feature));
    }
    return least;
}

TEST(Certificate, RefusesAnAffineFamilyWithoutMixing) {
    // slot = min(a x + b modulo 2^32) over the feature's halves folded: biased on counters.
    const Setting setting{Structure::counters, 60, 6, 1000};
    const auto certificate = certificate_of(
        setting, [](std::uint64_t seed, std::size_t slot, const std::vector<std::uint64_t>& set) {
            base::Random random(base::mix(~seed) + slot);
            const auto multiplier = static_cast<std::uint32_t>(random.next() >> 32U) | 1U;
            const auto offset = static_cast<std::uint32_t>(random.next() >> 32U);
            return least_of(set, [&](std::uint64_t feature) {
                const auto key = static_cast<std::uint32_t>(feature ^ (feature >> 32U));
                return multiplier * key + offset;
            });
        });
    EXPECT_GT(std::abs(certificate.mean_sigmas), 8.0);
    EXPECT_FALSE(certificate.passes());
}

TEST(Certificate, RefusesSlotsThatShareTheirFunctions) {
    // Two slots a function: no bias, twice the variance.
    const Setting setting{Structure::random, 60, 30, 1000};
    const auto certificate = certificate_of(
        setting, [](std::uint64_t seed, std::size_t slot, const std::vector<std::uint64_t>& set) {
            return least_of(set, [&](std::uint64_t feature) {
                const auto key = base::mix(~seed) + slot / 2;
                return static_cast<std::uint32_t>(base::mix(feature ^ base::mix(key)));
            });
        });
    EXPECT_LT(std::abs(certificate.mean_sigmas), 4.0);
    EXPECT_GT(certificate.variance_sigmas, 8.0);
    EXPECT_FALSE(certificate.passes());
}

TEST(Certificate, RefusesFewBitsWithoutTheCorrectionForChance) {
    const Setting setting{Structure::random, 200, 60, 1000};
    std::vector<double> estimates;
    Row a(slots);
    Row b(slots);
    for (std::uint64_t seed = 0; seed < setting.seeds; ++seed) {
        const sketch::MinHasher hasher({.slots = slots, .seed = seed});
        const auto sets = setting.sets_of(seed);
        hasher.sign(sets.a, a);
        hasher.sign(sets.b, b);
        Row packed_a(sketch::packed_words(slots, 2));
        Row packed_b(packed_a.size());
        sketch::pack(a, 2, packed_a);
        sketch::pack(b, 2, packed_b);
        const auto equal = sketch::count_equal_packed(packed_a, packed_b, slots, 2);
        estimates.push_back(static_cast<double>(equal) / slots);
    }
    const auto variance = testing::variance_of_minhash(setting.jaccard(), slots) +
                          testing::variance_of_few_bits(setting.jaccard(), slots, 2);
    EXPECT_FALSE(certify(estimates, setting.jaccard(), variance).passes());
}

}  // namespace
}  // namespace wirecopy
