#include "score/spans.hpp"

#include <algorithm>
#include <tuple>

#include "score/span_extension.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::score {

namespace {

// Words that agree on one diagonal, by the hashes of the anchors that cover them.
struct Run {
    std::uint32_t a;
    std::uint32_t b;
    std::uint32_t length;
};

void check(const SpanOptions& options) {
    if (options.min_equal_words == 0) {
        throw Error(ErrorKind::option, "spans: min_equal_words must be at least 1");
    }
    if (options.difference_cost == 0) {
        throw Error(ErrorKind::option, "spans: difference_cost must be at least 1");
    }
    if (options.drop > 64) {
        throw Error(ErrorKind::option, "spans: drop must be at most 64");
    }
}

// The longest first. Inside a common run no two neighbouring anchors stand further apart than
// the window, so anchors of one run stay together; and each covers the words up to the next.
static_assert(anchor_window <= anchor_words);
std::vector<Run> runs_of(std::span<const SharedAnchor> shared, std::size_t words_b) {
    std::vector<std::uint64_t> places;  // the diagonal above the position in `a`
    places.reserve(shared.size());
    for (const auto& anchor : shared) {
        places.push_back((words_b + anchor.a - anchor.b) << 32U | anchor.a);
    }
    std::sort(places.begin(), places.end());
    std::vector<Run> runs;
    std::uint64_t last = 0;
    for (const auto place : places) {
        const auto a = static_cast<std::uint32_t>(place);
        if (!runs.empty() && place - last <= anchor_words) {
            runs.back().length = a + static_cast<std::uint32_t>(anchor_words) - runs.back().a;
        } else {
            const auto b = static_cast<std::uint32_t>(words_b + a - (place >> 32U));
            runs.push_back({a, b, static_cast<std::uint32_t>(anchor_words)});
        }
        last = place;
    }
    std::sort(runs.begin(), runs.end(), [](const Run& one, const Run& other) {
        return std::tie(other.length, one.a, one.b) < std::tie(one.length, other.a, other.b);
    });
    return runs;
}

class SpanFinder {
public:
    SpanFinder(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
               const SpanOptions& options)
        : a_(a), b_(b), options_(options) {}

    // What is free and equal of the run, piece by piece: spans of longer runs may lie across it.
    void add(const Run& run) {
        std::uint32_t begin = 0;
        while (begin < run.length) {
            std::uint32_t end = begin;
            while (end < run.length && agree(run.a + end, run.b + end)) {
                ++end;
            }
            if (end - begin >= anchor_words) {
                add_extended({run.a + begin, run.b + begin, end - begin});
            }
            begin = end + 1;
        }
    }

    [[nodiscard]] std::vector<Span> take_spans() {
        std::ranges::sort(spans_, {}, &Span::a_begin);
        return std::move(spans_);
    }

private:
    [[nodiscard]] bool agree(std::size_t in_a, std::size_t in_b) const noexcept {
        return a_.is_free(in_a) && b_.is_free(in_b) && a_[in_a] == b_[in_b];
    }

    void add_extended(const Run& piece) {
        const auto before = extend_backward(a_, b_, piece.a, piece.b, options_);
        const auto after =
            extend_forward(a_, b_, piece.a + piece.length, piece.b + piece.length, options_);
        const auto equal = before.equal + piece.length + after.equal;
        if (equal < options_.min_equal_words) {
            return;
        }
        spans_.push_back({piece.a - before.a, piece.a + piece.length + after.a, piece.b - before.b,
                          piece.b + piece.length + after.b, equal});
        a_.take(spans_.back().a_begin, spans_.back().a_end);
        b_.take(spans_.back().b_begin, spans_.back().b_end);
    }

    FreeWords a_;
    FreeWords b_;
    const SpanOptions& options_;
    std::vector<Span> spans_;
};

// One order of the two for either order of the arguments, so that ties fall the same way.
bool goes_first(std::span<const std::uint64_t> one, std::span<const std::uint64_t> other) {
    return one.size() != other.size() ? one.size() < other.size()
                                      : std::ranges::lexicographical_compare(one, other);
}

Span mirrored(const Span& span) noexcept {
    return {span.b_begin, span.b_end, span.a_begin, span.a_end, span.equal_words};
}

}  // namespace

std::vector<Span> reuse_spans(const AnchoredWords& a, const AnchoredWords& b,
                              const SpanOptions& options) {
    check(options);
    if (goes_first(b.words, a.words)) {
        auto spans = reuse_spans(b, a, options);
        std::ranges::transform(spans, spans.begin(), mirrored);
        std::ranges::sort(spans, {}, &Span::a_begin);
        return spans;
    }
    std::vector<SharedAnchor> shared;
    find_shared_anchors(a.anchors, b.anchors, shared);
    if (shared.empty()) {
        return {};
    }
    SpanFinder finder(a.words, b.words, options);
    for (const auto& run : runs_of(shared, b.words.size())) {
        finder.add(run);
    }
    return finder.take_spans();
}

std::vector<Span> reuse_spans(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                              const SpanOptions& options) {
    const Anchors anchors_a(a);
    const Anchors anchors_b(b);
    return reuse_spans({a, anchors_a}, {b, anchors_b}, options);
}

SpanCoverage coverage(std::span<const Span> spans, std::size_t words_a,
                      std::size_t words_b) noexcept {
    SpanCoverage covered;
    for (const auto& span : spans) {
        covered.words_a += span.a_end - span.a_begin;
        covered.words_b += span.b_end - span.b_begin;
        covered.longest_words = std::max(covered.longest_words, span.equal_words);
    }
    const auto share = [](std::uint32_t part, std::size_t all) {
        return all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
    };
    covered.of_a = share(covered.words_a, words_a);
    covered.of_b = share(covered.words_b, words_b);
    return covered;
}

}  // namespace wirecopy::score
