#include "score/passages.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "tape/mask.hpp"
#include "tape/words.hpp"

namespace wirecopy::score {

namespace {

struct WordRange {
    std::uint32_t begin;
    std::uint32_t end;
};

WordRange range_of(const Span& span, Side side) noexcept {
    return side == Side::a ? WordRange{span.a_begin, span.a_end}
                           : WordRange{span.b_begin, span.b_end};
}

std::uint64_t code_points_in(std::string_view bytes) noexcept {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        bytes, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

struct Counted {
    std::uint32_t words = 0;
    std::uint32_t quoted = 0;
    std::uint32_t stop_words = 0;
};

Counted count(std::span<const std::uint8_t> flags, WordRange range) noexcept {
    assert(range.end <= flags.size());
    Counted counted;
    for (const auto word : flags.subspan(range.begin, range.end - range.begin)) {
        if ((word & word_ignored) == 0) {
            ++counted.words;
            counted.quoted += (word & term_quoted) != 0 ? 1U : 0U;
            counted.stop_words += (word & term_stop_word) != 0 ? 1U : 0U;
        }
    }
    return counted;
}

}  // namespace

std::vector<TextSpan> text_spans(std::span<const Span> spans, Side side, std::string_view text) {
    tape::WordScanner scanner;
    const auto words = scanner.scan(text);
    std::vector<TextSpan> found(spans.size());
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const auto range = range_of(spans[i], side);
        assert(range.begin < range.end && range.end <= words.size());
        found[i].begin_byte = words.places[range.begin].begin;
        found[i].end_byte = words.places[range.end - 1].end;
    }
    // Spans of one side do not overlap, so one walk from front to back counts for all.
    std::vector<std::size_t> order(spans.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return found[i].begin_byte; });
    std::uint64_t byte = 0;
    std::uint64_t code_point = 0;
    const auto count_to = [&](std::uint64_t end_byte) {
        code_point += code_points_in(text.substr(byte, end_byte - byte));
        byte = end_byte;
        return code_point;
    };
    for (const auto i : order) {
        found[i].begin_code_point = count_to(found[i].begin_byte);
        found[i].end_code_point = count_to(found[i].end_byte);
    }
    return found;
}

std::vector<std::uint8_t> word_flags(std::string_view text, const Tape& tape,
                                     std::span<const Place> ignored) {
    tape::WordScanner scanner;
    const auto words = scanner.scan(text);
    std::vector<std::uint8_t> flags(words.size());
    std::size_t term = 0;
    std::uint8_t last = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        // A run of names stands behind its names and has their place: it says nothing new.
        for (; term < tape.size() && tape.places[term].begin <= words.places[i].begin; ++term) {
            last = (tape.flags[term] & term_run) != 0 ? last : tape.flags[term];
        }
        const auto& place = words.places[i];
        const bool is_ignored =
            !ignored.empty() && tape::is_inside({place.begin, place.end}, ignored);
        flags[i] = is_ignored ? static_cast<std::uint8_t>(last | word_ignored) : last;
    }
    return flags;
}

std::size_t count_evidence(std::span<const std::uint8_t> flags) noexcept {
    return static_cast<std::size_t>(
        std::ranges::count_if(flags, [](std::uint8_t word) { return (word & word_ignored) == 0; }));
}

PassageWords passage_words(const Span& span, std::span<const std::uint8_t> flags_a,
                           std::span<const std::uint8_t> flags_b) noexcept {
    const auto of_a = count(flags_a, range_of(span, Side::a));
    const auto of_b = count(flags_b, range_of(span, Side::b));
    const auto total = of_a.words + of_b.words;
    const auto share = [total](std::uint32_t part) {
        return total == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(total);
    };
    return {.total = total,
            .narrated = std::min(of_a.words - of_a.quoted, of_b.words - of_b.quoted),
            .stop_share = share(of_a.stop_words + of_b.stop_words),
            .equal_share = share(2 * span.equal_words)};
}

}  // namespace wirecopy::score
