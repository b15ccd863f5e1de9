#include "score/span_edits.hpp"

#include <algorithm>
#include <cstddef>

namespace wirecopy::score {

namespace {

constexpr std::size_t longest_edit_words = 16;

struct Gap {
    std::size_t a;
    std::size_t b;
};

using Words = std::span<const std::uint64_t>;

// Whether two words agree there, or one that is the last of both.
bool agree(Words a, Words b, const Gap& gap) {
    if (gap.a >= a.size() || gap.b >= b.size() || a[gap.a] != b[gap.b]) {
        return false;
    }
    const bool is_last_a = gap.a + 1 == a.size();
    const bool is_last_b = gap.b + 1 == b.size();
    return is_last_a || is_last_b ? is_last_a && is_last_b : a[gap.a + 1] == b[gap.b + 1];
}

// The smallest gap behind which words agree again, by its longer side; all that is left where
// there is none.
Gap next_agreement(Words a, Words b) {
    for (std::size_t longer = 1; longer <= longest_edit_words; ++longer) {
        for (std::size_t shorter = longer + 1; shorter-- > 0;) {
            if (agree(a, b, {longer, shorter})) {
                return {longer, shorter};
            }
            if (agree(a, b, {shorter, longer})) {
                return {shorter, longer};
            }
        }
    }
    return {a.size(), b.size()};
}

WordRun run_of(std::size_t begin, std::size_t length) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
}

}  // namespace

std::vector<SpanEdit> span_edits(const Span& span, std::span<const std::uint64_t> words_a,
                                 std::span<const std::uint64_t> words_b) {
    auto a = words_a.subspan(span.a_begin, span.a_end - span.a_begin);
    auto b = words_b.subspan(span.b_begin, span.b_end - span.b_begin);
    std::vector<SpanEdit> edits;
    while (!a.empty() || !b.empty()) {
        if (!a.empty() && !b.empty() && a.front() == b.front()) {
            a = a.subspan(1);
            b = b.subspan(1);
            continue;
        }
        const auto gap = next_agreement(a, b);
        edits.push_back(
            {run_of(span.a_end - a.size(), gap.a), run_of(span.b_end - b.size(), gap.b)});
        a = a.subspan(gap.a);
        b = b.subspan(gap.b);
    }
    return edits;
}

}  // namespace wirecopy::score
