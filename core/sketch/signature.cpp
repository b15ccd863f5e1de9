#include <algorithm>

#include "sketch/bbit.hpp"
#include "sketch/estimate.hpp"
#include "sketch/minhash.hpp"
#include "sketch/slots.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {

Signature::Signature(const SignatureParameters& parameters, std::span<const std::uint32_t> slots)
    : parameters_(parameters) {
    require_valid(parameters);
    if (slots.size() != parameters.slots) {
        throw Error(ErrorKind::option, "sketch: a signature of " +
                                           std::to_string(parameters.slots) + " slots was given " +
                                           std::to_string(slots.size()));
    }
    empty_ = sketch::is_empty(slots);
    words_.resize(sketch::packed_words(slots.size(), parameters.bits));
    sketch::pack(slots, parameters.bits, words_);
}

double estimate_jaccard_unclamped(const Signature& a, const Signature& b) {
    const auto& parameters = a.parameters();
    require_same(parameters, b.parameters());
    // Few bits of all-ones look like any other: only the mark tells that there is nothing.
    if (a.empty() || b.empty()) {
        return 0.0;
    }
    if (parameters.method == SketchMethod::one_permutation) {
        return sketch::jaccard_of_one_permutation(a.words(), b.words());
    }
    const auto equal =
        sketch::count_equal_packed(a.words(), b.words(), parameters.slots, parameters.bits);
    return sketch::jaccard_of_equal(equal, parameters.slots, parameters.bits);
}

double estimate_jaccard(const Signature& a, const Signature& b) {
    return std::clamp(estimate_jaccard_unclamped(a, b), 0.0, 1.0);
}

Signature merge(const Signature& a, const Signature& b) {
    const auto& parameters = a.parameters();
    require_same(parameters, b.parameters());
    if (parameters.method == SketchMethod::one_permutation_densified) {
        throw Error(ErrorKind::option,
                    "sketch: densified signatures cannot be merged; merge one_permutation ones");
    }
    if (parameters.bits != 32) {
        throw Error(ErrorKind::option, "sketch: signatures of " + std::to_string(parameters.bits) +
                                           " bits cannot be merged; merge those of 32 bits");
    }
    std::vector<std::uint32_t> slots(a.words().begin(), a.words().end());
    sketch::merge_slots(slots, b.words());
    return {parameters, slots};
}

}  // namespace wirecopy
