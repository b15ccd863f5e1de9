#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {
namespace {

template <class Call>
std::pair<ErrorKind, std::string> error_of(const Call& call) {
    try {
        call();
    } catch (const Error& error) {
        return {error.kind(), error.what()};
    }
    return {ErrorKind::output, "no error"};
}

void expect_refused(const SignatureParameters& parameters, const std::string& sentence) {
    const auto error = error_of([&] { require_valid(parameters); });
    EXPECT_EQ(error, std::pair(ErrorKind::option, sentence));
    EXPECT_EQ(error_of([&] { const Sketcher sketcher(parameters); }), error);
    const std::vector<std::uint32_t> slots(4);
    EXPECT_EQ(error_of([&] { const Signature signature(parameters, slots); }), error);
}

TEST(SignatureParameters, InvalidValuesAreNamed) {
    expect_refused({.slots = 0}, "sketch: slots must be at least 1");
    expect_refused({.slots = 70'000}, "sketch: slots must be at most 65536, not 70000");
    expect_refused({.bits = 0}, "sketch: bits must be 1, 2, 4, 8, 16 or 32, not 0");
    expect_refused({.bits = 12}, "sketch: bits must be 1, 2, 4, 8, 16 or 32, not 12");
    expect_refused({.width = 0}, "sketch: width must be from 1 to 65536, not 0");
    expect_refused({.width = 65'537}, "sketch: width must be from 1 to 65536, not 65537");
    expect_refused({.method = SketchMethod::one_permutation, .bits = 8},
                   "sketch: one_permutation needs 32 bits, not 8; one_permutation_densified can "
                   "do with fewer");
    expect_refused({.method = static_cast<SketchMethod>(3)},
                   "sketch: method must be minhash, one_permutation or one_permutation_densified");
    expect_refused({.unit = static_cast<ShingleUnit>(2)}, "sketch: unit must be word or character");
}

TEST(SignatureParameters, TheFirstDifferenceIsNamedWithBothValues) {
    const SignatureParameters ours;
    const std::vector<std::pair<SignatureParameters, std::string>> cases = {
        {{.method = SketchMethod::one_permutation}, "method: minhash and one_permutation"},
        {{.method = SketchMethod::one_permutation_densified, .seed = 7},
         "method: minhash and one_permutation_densified"},
        {{.slots = 64, .bits = 8}, "slots: 128 and 64"},
        {{.seed = 7}, "seed: 42 and 7"},
        {{.bits = 8}, "bits: 32 and 8"},
        {{.unit = ShingleUnit::character}, "unit: word and character"},
        {{.width = 3}, "width: 5 and 3"},
        {{.hash_id = 9}, "hash_id: 1 and 9"},
    };
    for (const auto& [parameters, difference] : cases) {
        const auto& theirs = parameters;  // clang 14 captures no structured bindings
        EXPECT_EQ(error_of([&] { require_same(ours, theirs); }),
                  std::pair(ErrorKind::parameters, "signatures differ in " + difference));
    }
    EXPECT_NO_THROW(require_same(ours, ours));
}

TEST(Sketcher, RefusesHashFunctionsItDoesNotHave) {
    EXPECT_EQ(error_of([] { const Sketcher sketcher({.hash_id = 2}); }),
              std::pair(ErrorKind::option,
                        std::string("sketch: hash_id must be 1, not 2: this version has no other "
                                    "hash functions")));
}

}  // namespace
}  // namespace wirecopy
