// Span extension: how far two articles go on agreeing from a place in both.
//
//   in      the words of two articles, which of them are taken, a place in either, a direction
//   out     how far the passage reaches on either side, and how many words are equal
//   cost    one step an equal word; a difference looks at up to (drop / difference_cost)^2 places
//
// At a difference the nearest place is taken where two words in a row agree again. One word alone,
// "the" or "of", would agree by chance anywhere.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "score/anchors.hpp"

namespace wirecopy::score {

struct SpanOptions;

/// The words of an article, some of them taken by spans.
class FreeWords {
public:
    explicit FreeWords(std::span<const std::uint64_t> words)
        : words_(words), is_taken_(words.size(), 0) {}

    /// False beyond either end of the article, and of blank words (anchors.hpp).
    [[nodiscard]] bool is_free(std::size_t i) const noexcept {
        return i < words_.size() && is_taken_[i] == 0 && words_[i] != blank_word;
    }
    [[nodiscard]] std::uint64_t operator[](std::size_t i) const noexcept { return words_[i]; }
    void take(std::size_t begin, std::size_t end) noexcept;

private:
    std::span<const std::uint64_t> words_;
    std::vector<std::uint8_t> is_taken_;
};

/// In words, away from where the extension started.
struct Reach {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t equal = 0;
};

/// From before word `begin_a` of `a` and word `begin_b` of `b` on. Taken words are a wall.
[[nodiscard]] Reach extend_forward(const FreeWords& a, const FreeWords& b, std::size_t begin_a,
                                   std::size_t begin_b, const SpanOptions& options) noexcept;

/// The same to the front, from word `end_a` - 1 and `end_b` - 1 on.
[[nodiscard]] Reach extend_backward(const FreeWords& a, const FreeWords& b, std::size_t end_a,
                                    std::size_t end_b, const SpanOptions& options) noexcept;

}  // namespace wirecopy::score
