// Reuse spans: which passages of one article stand in another, word for word or lightly edited.
//
//   in      plain words (hashes) of two articles and their anchors
//   out     spans: a row of words of either; none overlaps another, on either side
//   cost    1 us a pair of unrelated articles of 500 words, hardly more than walking through two
//           sorted lists of 200 numbers; 10 us a pair of copies; at most n log n in the words of
//           both, whatever the texts
//   error   what is left outside the spans of both articles has no common run of
//           max(anchor_guarantee_words, min_equal_words) words, but for runs made of phrases that
//           each article repeats more than sixteen times
//
// Shared anchors are joined along diagonals to runs. The longest run first, each is extended both
// ways over substitutions, insertions and deletions until what it lost since its best is more than
// `drop`, and cut back to its best. A passage that one article has once and the other twice is one
// span. The answer for (b, a) is the answer for (a, b) with the sides changed.
//
// Method: anchors by winnowing (anchors.hpp); the stop by Altschul and others, "Basic local
// alignment search tool", 1990; the search for the next agreement is our own.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "score/anchors.hpp"

namespace wirecopy::score {

/// A passage: words [begin, end) of either article.
struct Span {
    std::uint32_t a_begin;
    std::uint32_t a_end;
    std::uint32_t b_begin;
    std::uint32_t b_end;
    std::uint32_t equal_words;  ///< that stand in both in the same order

    friend bool operator==(const Span&, const Span&) = default;
};

/// README.md tells what other values would do.
struct SpanOptions {
    /// A span has at least so many equal words.
    std::uint32_t min_equal_words = 8;
    /// What a word changed, put in or left out costs; an equal word gains 1.
    std::uint32_t difference_cost = 1;
    /// How much of its gain a span may lose before it ends.
    std::uint32_t drop = 8;
};

/// An article as it is compared. Views: the words and the anchors stay with the caller.
struct AnchoredWords {
    std::span<const std::uint64_t> words;
    const Anchors& anchors;
};

/// Spans in order of `a`. Requires: the anchors are those of the words.
/// Throws Error{option} when min_equal_words or difference_cost is 0, or drop is above 64.
[[nodiscard]] std::vector<Span> reuse_spans(const AnchoredWords& a, const AnchoredWords& b,
                                            const SpanOptions& options = {});

/// The same for articles that are compared once.
[[nodiscard]] std::vector<Span> reuse_spans(std::span<const std::uint64_t> a,
                                            std::span<const std::uint64_t> b,
                                            const SpanOptions& options = {});

/// What the spans are of each article. Where of_a is well above of_b, most of `a` stands in `b`
/// but not the other way round: `a` was cut from `b`, or `b` made of `a` and more.
struct SpanCoverage {
    double of_a = 0;  ///< share of the words of `a` inside spans; 0 for no words
    double of_b = 0;
    std::uint32_t longest_words = 0;  ///< equal words of the span that has most
    std::uint32_t words_a = 0;        ///< inside spans
    std::uint32_t words_b = 0;
};

[[nodiscard]] SpanCoverage coverage(std::span<const Span> spans, std::size_t words_a,
                                    std::size_t words_b) noexcept;

}  // namespace wirecopy::score
