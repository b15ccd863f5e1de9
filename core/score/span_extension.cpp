#include "score/span_extension.hpp"

#include <algorithm>

#include "score/spans.hpp"

namespace wirecopy::score {

namespace {

constexpr std::uint32_t agreeing_words = 2;

// How far an extension looks for a better end than its best. Without it, texts made to win and
// lose the same over and over would be walked to their ends from each of their anchors.
constexpr std::uint32_t patience_words = 64;

// The words from a place on, in either direction: 0 is the nearest.
template <bool forward>
class Way {
public:
    Way(const FreeWords& words, std::size_t start) noexcept : words_(words), start_(start) {}

    // Before the first word the index wraps around and is beyond the end: not free.
    [[nodiscard]] bool is_free(std::size_t i) const noexcept { return words_.is_free(index(i)); }
    [[nodiscard]] std::uint64_t operator[](std::size_t i) const noexcept {
        return words_[index(i)];
    }
    // How many words from `i` on are free, as far as `most`.
    [[nodiscard]] std::uint32_t room(std::size_t i, std::uint32_t most) const noexcept {
        std::uint32_t count = 0;
        while (count < most && is_free(i + count)) {
            ++count;
        }
        return count;
    }

private:
    [[nodiscard]] std::size_t index(std::size_t i) const noexcept {
        return forward ? start_ + i : start_ - 1 - i;
    }

    const FreeWords& words_;
    std::size_t start_;
};

struct Gap {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

template <bool forward>
class Extension {
public:
    Extension(Way<forward> a, Way<forward> b) noexcept : a_(a), b_(b) {}

    [[nodiscard]] Reach run(const SpanOptions& options) noexcept {
        Reach best;
        std::uint32_t lost = 0;  // since `best`
        while (true) {
            const auto gained = pass_equal_words();
            if (gained > lost) {
                best = here_;
                lost = 0;
            } else {
                lost -= gained;
            }
            const auto gap = next_agreement((options.drop - lost) / options.difference_cost);
            const auto size = std::max(gap.a, gap.b);
            if (size == 0) {
                return best;
            }
            lost += size * options.difference_cost;
            here_.a += gap.a;
            here_.b += gap.b;
            if (std::max(here_.a - best.a, here_.b - best.b) > patience_words) {
                return best;
            }
        }
    }

private:
    [[nodiscard]] bool agree(std::size_t a, std::size_t b) const noexcept {
        return a_.is_free(a) && b_.is_free(b) && a_[a] == b_[b];
    }

    std::uint32_t pass_equal_words() noexcept {
        const auto before = here_.equal;
        while (agree(here_.a, here_.b)) {
            ++here_.a;
            ++here_.b;
            ++here_.equal;
        }
        return here_.equal - before;
    }

    // The smallest gap, by its longer side, behind which words agree again; of equals the one
    // that leaves out most on the other side too: a word changed before a word put in.
    [[nodiscard]] Gap next_agreement(std::uint32_t most) const noexcept {
        const auto room_a = a_.room(here_.a, most + agreeing_words);
        const auto room_b = b_.room(here_.b, most + agreeing_words);
        const auto agrees_behind = [&](std::uint32_t gap_a, std::uint32_t gap_b) {
            if (gap_a + agreeing_words > room_a || gap_b + agreeing_words > room_b) {
                return false;
            }
            std::uint32_t same = 0;
            while (same < agreeing_words &&
                   a_[here_.a + gap_a + same] == b_[here_.b + gap_b + same]) {
                ++same;
            }
            return same == agreeing_words;
        };
        for (std::uint32_t longer = 1; longer <= most; ++longer) {
            for (std::uint32_t shorter = longer + 1; shorter-- > 0;) {
                if (agrees_behind(longer, shorter)) {
                    return {longer, shorter};
                }
                if (agrees_behind(shorter, longer)) {
                    return {shorter, longer};
                }
            }
        }
        return {};
    }

    Way<forward> a_;
    Way<forward> b_;
    Reach here_;
};

}  // namespace

void FreeWords::take(std::size_t begin, std::size_t end) noexcept {
    for (std::size_t i = begin; i < end; ++i) {
        is_taken_[i] = 1;
    }
}

Reach extend_forward(const FreeWords& a, const FreeWords& b, std::size_t begin_a,
                     std::size_t begin_b, const SpanOptions& options) noexcept {
    return Extension<true>({a, begin_a}, {b, begin_b}).run(options);
}

Reach extend_backward(const FreeWords& a, const FreeWords& b, std::size_t end_a, std::size_t end_b,
                      const SpanOptions& options) noexcept {
    return Extension<false>({a, end_a}, {b, end_b}).run(options);
}

}  // namespace wirecopy::score
