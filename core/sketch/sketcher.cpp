#include <cassert>
#include <optional>

#include "base/hash.hpp"
#include "sketch/minhash.hpp"
#include "sketch/one_permutation.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {

// The parameters and the one hasher that they ask for.
struct Sketcher::Method {
    SignatureParameters parameters;
    std::optional<sketch::MinHasher> minhash;
    std::optional<sketch::OnePermutationHasher> one_permutation;
};

Sketcher::Sketcher(const SignatureParameters& parameters) {
    require_valid(parameters);
    if (parameters.hash_id != base::hash_id) {
        throw Error(ErrorKind::option, "sketch: hash_id must be " + std::to_string(base::hash_id) +
                                           ", not " + std::to_string(parameters.hash_id) +
                                           ": this version has no other hash functions");
    }
    auto method = std::make_unique<Method>();
    method->parameters = parameters;
    if (parameters.method == SketchMethod::minhash) {
        method->minhash.emplace(
            sketch::MinHashOptions{.slots = parameters.slots, .seed = parameters.seed});
    } else {
        method->one_permutation.emplace(
            sketch::OnePermutationOptions{.slots = parameters.slots, .seed = parameters.seed});
    }
    method_ = std::move(method);
}

Sketcher::~Sketcher() = default;
Sketcher::Sketcher(Sketcher&&) noexcept = default;
Sketcher& Sketcher::operator=(Sketcher&&) noexcept = default;

const SignatureParameters& Sketcher::parameters() const noexcept {
    return method_->parameters;
}

Signature Sketcher::sign(std::span<const std::uint64_t> features) const {
    std::vector<std::uint32_t> slots(parameters().slots);
    sign(features, slots);
    return {parameters(), slots};
}

void Sketcher::sign(std::span<const std::uint64_t> features, std::span<std::uint32_t> slots) const {
    assert(slots.size() == parameters().slots);
    if (method_->minhash) {
        method_->minhash->sign(features, slots);
        return;
    }
    method_->one_permutation->sign(features, slots);
    if (parameters().method == SketchMethod::one_permutation_densified) {
        method_->one_permutation->densify(slots);
    }
}

}  // namespace wirecopy
