// Subjects: what is measured, through the very functions that the program calls.

#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "wirecopy/sketch.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::bench {

/// Plain words, folded and hashed: what every signature starts with.
class WordsSubject {
public:
    WordsSubject();
    ~WordsSubject();
    WordsSubject(WordsSubject&&) noexcept;
    /// The number of words.
    [[nodiscard]] std::uint64_t run(std::string_view text);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// From text to the 128 slots of a signature of word 5-shingles.
class SignSubject {
public:
    explicit SignSubject(SketchMethod method);
    ~SignSubject();
    SignSubject(SignSubject&&) noexcept;
    [[nodiscard]] std::uint64_t run(std::string_view text);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The full tape: stems, flags, numbers, dates, names.
class TapeSubject {
public:
    [[nodiscard]] std::uint64_t run(std::string_view text);
    [[nodiscard]] const Tape& tape() const noexcept { return tape_; }

private:
    TapeBuilder builder_;
    Tape tape_;
};

}  // namespace wirecopy::bench
