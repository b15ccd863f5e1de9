#include "subjects.hpp"

#include <array>

#include "tape/words.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy::bench {

struct WordsSubject::State {
    tape::WordScanner scanner;
};
WordsSubject::WordsSubject() : state_(std::make_unique<State>()) {}
WordsSubject::~WordsSubject() = default;
WordsSubject::WordsSubject(WordsSubject&&) noexcept = default;

std::uint64_t WordsSubject::run(std::string_view text) {
    return state_->scanner.scan(text).size();
}

struct SignSubject::State {
    explicit State(SketchMethod method) : signer({.method = method}) {}
    ArticleSigner signer;
    std::array<std::uint32_t, 128> slots{};
};
SignSubject::SignSubject(SketchMethod method) : state_(std::make_unique<State>(method)) {}
SignSubject::~SignSubject() = default;
SignSubject::SignSubject(SignSubject&&) noexcept = default;

std::uint64_t SignSubject::run(std::string_view text) {
    state_->signer.sign(text, state_->slots);
    return state_->slots[0];
}

std::uint64_t TapeSubject::run(std::string_view text) {
    builder_.build(text, tape_);
    return tape_.size();
}

}  // namespace wirecopy::bench
