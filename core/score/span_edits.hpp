// Span edits: which words inside a copied passage are not in that of the other article.
//
//   in      the plain words of two articles, a span of both
//   out     pairs of runs of words that were changed, put in or left out
//   cost    one step an equal word; a difference looks at up to 16 x 16 places
//   error   where more than sixteen words in a row differ, the rest counts as changed
//
// At a difference the nearest place is taken where two words in a row agree again, or the last.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "score/spans.hpp"

namespace wirecopy::score {

/// Words [begin, end) of an article.
struct WordRun {
    std::uint32_t begin;
    std::uint32_t end;

    friend bool operator==(const WordRun&, const WordRun&) = default;
};

/// What stands in the place of what; empty on the side that has nothing there.
struct SpanEdit {
    WordRun a;
    WordRun b;

    friend bool operator==(const SpanEdit&, const SpanEdit&) = default;
};

/// In order on both sides. Requires: the span is of the words.
[[nodiscard]] std::vector<SpanEdit> span_edits(const Span& span,
                                               std::span<const std::uint64_t> words_a,
                                               std::span<const std::uint64_t> words_b);

}  // namespace wirecopy::score
