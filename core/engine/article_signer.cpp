#include <utility>
#include <vector>

#include "feature/shingles.hpp"
#include "tape/words.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {

struct ArticleSigner::State {
    explicit State(const SignatureParameters& parameters) : sketcher(parameters) {}

    // The shingles of a text, in order; valid until the next call.
    std::span<const std::uint64_t> shingle(std::string_view text) {
        const auto& parameters = sketcher.parameters();
        if (parameters.unit == ShingleUnit::word) {
            feature::word_shingles(scanner.scan(text).hashes, parameters.width, shingles);
        } else {
            feature::char_shingles(text, parameters.width, shingles);
        }
        return shingles;
    }

    Sketcher sketcher;
    tape::WordScanner scanner;
    std::vector<std::uint64_t> shingles;
};

ArticleSigner::ArticleSigner(const SignatureParameters& parameters)
    : state_(std::make_unique<State>(parameters)) {}
ArticleSigner::~ArticleSigner() = default;
ArticleSigner::ArticleSigner(ArticleSigner&&) noexcept = default;
ArticleSigner& ArticleSigner::operator=(ArticleSigner&&) noexcept = default;

Signature ArticleSigner::sign(std::string_view text) {
    return state_->sketcher.sign(state_->shingle(text));
}

void ArticleSigner::sign(std::string_view text, std::span<std::uint32_t> slots) {
    state_->sketcher.sign(state_->shingle(text), slots);
}

}  // namespace wirecopy
