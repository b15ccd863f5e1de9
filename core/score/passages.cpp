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

std::uint32_t count_flagged(std::span<const std::uint8_t> flags, WordRange range,
                            TermFlag flag) noexcept {
    assert(range.end <= flags.size());
    const auto words = flags.subspan(range.begin, range.end - range.begin);
    return static_cast<std::uint32_t>(
        std::ranges::count_if(words, [flag](std::uint8_t one) { return (one & flag) != 0; }));
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
    return word_flags(scanner.scan(text), tape, ignored);
}

std::vector<std::uint8_t> word_flags(const tape::Words& words, const Tape& tape,
                                     std::span<const Place> ignored) {
    std::vector<std::uint8_t> flags(words.size());
    std::size_t term = 0;
    std::uint8_t last = 0;
    tape::MaskCursor cursor(ignored);
    for (std::size_t i = 0; i < words.size(); ++i) {
        // A run of names stands behind its names and has their place: it says nothing new.
        for (; term < tape.size() && tape.places[term].begin <= words.places[i].begin; ++term) {
            last = (tape.flags[term] & term_run) != 0 ? last : tape.flags[term];
        }
        const auto place = words.places[i];
        const bool is_ignored = cursor.is_inside({place.begin, place.end});
        flags[i] = is_ignored ? static_cast<std::uint8_t>(last | word_ignored) : last;
    }
    return flags;
}

void blank_ignored(std::span<const std::uint8_t> flags, std::span<std::uint64_t> words) noexcept {
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] = (flags[i] & word_ignored) != 0 ? blank_word : words[i];
    }
}

std::size_t count_evidence(std::span<const std::uint8_t> flags) noexcept {
    return static_cast<std::size_t>(
        std::ranges::count_if(flags, [](std::uint8_t word) { return (word & word_ignored) == 0; }));
}

PassageWords passage_words(const Span& span, std::span<const std::uint8_t> flags_a,
                           std::span<const std::uint8_t> flags_b) noexcept {
    const auto in_a = range_of(span, Side::a);
    const auto in_b = range_of(span, Side::b);
    const auto narrated = [](std::span<const std::uint8_t> flags, WordRange range) {
        return range.end - range.begin - count_flagged(flags, range, term_quoted);
    };
    const auto words = static_cast<double>(in_a.end - in_a.begin + in_b.end - in_b.begin);
    const auto stop_words =
        count_flagged(flags_a, in_a, term_stop_word) + count_flagged(flags_b, in_b, term_stop_word);
    return {.narrated = std::min(narrated(flags_a, in_a), narrated(flags_b, in_b)),
            .stop_share = static_cast<double>(stop_words) / words,
            .equal_share = 2.0 * static_cast<double>(span.equal_words) / words};
}

}  // namespace wirecopy::score
