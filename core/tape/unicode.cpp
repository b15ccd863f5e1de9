#include "tape/unicode.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

namespace wirecopy::tape {

namespace {

constexpr std::size_t plane_size = 0x10000;

struct Range {
    char32_t first;
    char32_t last;
};

// Scripts written without spaces between words: Thai, Lao, Tibetan is left out (it marks
// syllables), Myanmar, Khmer, Han, Hiragana, Katakana, their extensions and compatibility forms.
constexpr std::array<Range, 16> unspaced_ranges{{{0x0E01, 0x0E4E},
                                                 {0x0E81, 0x0ECD},
                                                 {0x0EDC, 0x0EDF},
                                                 {0x1000, 0x103F},
                                                 {0x1050, 0x108F},
                                                 {0x1780, 0x17DD},
                                                 {0x2E80, 0x2FDF},
                                                 {0x3005, 0x3007},
                                                 {0x3041, 0x30FF},
                                                 {0x31F0, 0x31FF},
                                                 {0x3400, 0x4DBF},
                                                 {0x4E00, 0x9FFF},
                                                 {0xF900, 0xFAFF},
                                                 {0xFF66, 0xFF9D},
                                                 {0x1AFF0, 0x1B16F},
                                                 {0x20000, 0x3FFFF}}};

bool is_unspaced(char32_t value) noexcept {
    for (const auto& range : unspaced_ranges) {
        if (value >= range.first && value <= range.last) {
            return true;
        }
    }
    return false;
}

CharClass classify(char32_t value) noexcept {
    const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(value));
    // A zero-width space parts words (Thai and Khmer sites put it there) although Unicode lets it
    // be ignored; a byte-order mark inside a text is the older no-break space of no width.
    constexpr char32_t zero_width_space = 0x200B;
    if (value == zero_width_space) {
        return CharClass::other;
    }
    if (property->ignorable != 0) {
        return CharClass::ignorable;
    }
    switch (property->category) {
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
            return CharClass::mark;
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_NL:
            return is_unspaced(value) ? CharClass::unspaced : CharClass::word;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NO:
        case UTF8PROC_CATEGORY_PC:
            return CharClass::word;
        default:
            return CharClass::other;
    }
}

// One byte a code point of the first plane; made at the first non-ASCII character of a run.
const std::vector<CharClass>& plane_classes() {
    static const std::vector<CharClass> classes = [] {
        std::vector<CharClass> made(plane_size);
        for (std::size_t value = 0; value < plane_size; ++value) {
            made[value] = classify(static_cast<char32_t>(value));
        }
        return made;
    }();
    return classes;
}

constexpr bool is_tail(unsigned char byte) noexcept {
    return (byte & 0xC0U) == 0x80U;
}

// Flags of a C enumeration put together are none of its names, and need not be.
// NOLINTNEXTLINE(clang-analyzer-optin.core.EnumCastOutOfRange)
constexpr auto folding = static_cast<utf8proc_option_t>(
    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);

// The marks that may follow each other in the stream-safe text of Unicode's annex 15. utf8proc
// sorts them by swapping neighbours: 40,000 marks on a letter took it 13 seconds.
constexpr std::size_t most_marks = 30;
constexpr std::size_t shortest_mark_bytes = 2;

// Counts the marks that are to be sorted as they follow each other in the folded text.
class MarkCounter {
public:
    // Adds what a code point becomes when it is folded; the marks that then stand in a row.
    std::size_t add(char32_t value) noexcept {
        std::array<utf8proc_int32_t, 32> parts{};  // the longest of them, U+FDFA, has 18
        const auto length = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(value),
                                                    parts.data(), parts.size(), folding, nullptr);
        for (utf8proc_ssize_t i = 0; i < length; ++i) {
            const auto* property = utf8proc_get_property(parts[static_cast<std::size_t>(i)]);
            count_ = property->combining_class == 0 ? 0 : count_ + 1;
        }
        return count_;
    }

private:
    std::size_t count_ = 0;
};

// Where the start of `word` ends that is folded at once: at its end, or before the mark that is one
// too many.
std::size_t foldable_bytes(std::string_view word) noexcept {
    if (word.size() <= most_marks * shortest_mark_bytes) {
        return word.size();
    }
    MarkCounter marks;
    for (std::size_t at = 0; at < word.size();) {
        const auto point = code_point_at(word, at);
        if (marks.add(point.value) > most_marks && at != 0) {
            return at;
        }
        at += point.length_bytes;
    }
    return word.size();
}

void append_folded_piece(std::string_view word, std::string& folded) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                                     static_cast<utf8proc_ssize_t>(word.size()), &mapped, folding);
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> owner(mapped, std::free);
    if (length < 0) {
        folded += word;
        return;
    }
    folded.append(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
}

}  // namespace

CharClass class_of(char32_t value) noexcept {
    return value < plane_size ? plane_classes()[value] : classify(value);
}

CodePoint long_code_point_at(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const std::size_t left = text.size() - at;
    const char32_t first = byte(0);
    const CodePoint broken{replacement_character, 1};
    if ((first & 0xF0U) == 0xE0U && left >= 3 && is_tail(byte(1)) && is_tail(byte(2))) {
        const char32_t value = (first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
        const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
        return value < 0x800 || is_surrogate ? broken : CodePoint{value, 3};
    }
    if (first >= 0xF0U && first <= 0xF4U && left >= 4 && is_tail(byte(1)) && is_tail(byte(2)) &&
        is_tail(byte(3))) {
        const char32_t value = (first & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U |
                               (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
        return value < 0x10000 || value > 0x10FFFF ? broken : CodePoint{value, 4};
    }
    return broken;
}

LetterCase case_of(char32_t value) noexcept {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT:
            return LetterCase::upper;
        case UTF8PROC_CATEGORY_LL:
            return LetterCase::lower;
        default:
            return LetterCase::none;
    }
}

int digit_value(char32_t value) noexcept {
    if (value < 0x80) {
        return value >= U'0' && value <= U'9' ? static_cast<int>(value - U'0') : -1;
    }
    if (utf8proc_category(static_cast<utf8proc_int32_t>(value)) != UTF8PROC_CATEGORY_ND) {
        return -1;
    }
    // Unicode keeps the ten digits of a script together and in order. Their zeros stand at the
    // start of a row of sixteen, but at 6 in the Indic rows and where the five styles of
    // mathematical digits follow each other.
    const auto within = [&](char32_t first, char32_t last) {
        return value >= first && value <= last;
    };
    if (within(0x1D7CE, 0x1D7FF)) {
        return static_cast<int>((value - 0x1D7CE) % 10U);
    }
    const bool zero_at_six = within(0x0966, 0x0DEF) || within(0x1946, 0x194F) ||
                             within(0x11066, 0x1106F) || within(0x11136, 0x1113F);
    return static_cast<int>(value & 0xFU) - (zero_at_six ? 6 : 0);
}

void append_folded(std::string_view word, std::string& folded) {
    const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80U; };
    if (std::all_of(word.begin(), word.end(), is_ascii)) {
        for (const char byte : word) {
            folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte;
        }
        return;
    }
    while (!word.empty()) {
        const auto length_bytes = foldable_bytes(word);
        append_folded_piece(word.substr(0, length_bytes), folded);
        word.remove_prefix(length_bytes);
    }
}

void append_upper(std::string_view word, std::string& upper) {
    for (std::size_t at = 0; at < word.size();) {
        const auto point = code_point_at(word, at);
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto capital = utf8proc_toupper(static_cast<utf8proc_int32_t>(point.value));
        const bool is_broken = point.value == replacement_character;
        const auto length = is_broken ? 0 : utf8proc_encode_char(capital, bytes.data());
        if (length <= 0) {
            upper.append(word.substr(at, point.length_bytes));
        } else {
            upper.append(reinterpret_cast<const char*>(bytes.data()),
                         static_cast<std::size_t>(length));
        }
        at += point.length_bytes;
    }
}

std::string_view without_trailing_ignorables(std::string_view word) noexcept {
    while (!word.empty()) {
        std::size_t last = word.size() - 1;
        while (last > 0 && is_tail(static_cast<unsigned char>(word[last]))) {
            --last;
        }
        const auto point = code_point_at(word, last);
        if (class_of(point.value) != CharClass::ignorable ||
            last + point.length_bytes != word.size()) {
            break;
        }
        word = word.substr(0, last);
    }
    return word;
}

}  // namespace wirecopy::tape
