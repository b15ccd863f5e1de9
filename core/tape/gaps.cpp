#include "tape/gaps.hpp"

#include <array>

#include "tape/token.hpp"
#include "tape/unicode.hpp"

namespace wirecopy::tape {

namespace {

struct QuotePair {
    char32_t open;
    char32_t close;
};

// A mark that opens in one language closes in another („low“ and “high”, »so« and «so»): the pair
// is looked up by the mark that opens.
constexpr std::array<QuotePair, 9> quote_pairs{{{U'"', U'"'},
                                                {U'“', U'”'},
                                                {U'„', U'“'},
                                                {U'«', U'»'},
                                                {U'»', U'«'},
                                                {U'「', U'」'},
                                                {U'『', U'』'},
                                                {U'‘', U'’'},
                                                {U'‟', U'”'}}};

char32_t closing_of(char32_t mark) noexcept {
    for (const auto& pair : quote_pairs) {
        if (pair.open == mark) {
            return pair.close;
        }
    }
    return 0;
}

bool is_space(char32_t c) noexcept {
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == U'\u00A0' ||
           (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

std::uint16_t kind_of(char32_t c) noexcept {
    switch (c) {
        case U' ':
        case U'\t':
        case U'\u3000':
            return gap_space;
        case U'\n':
        case U'\u2028':
            return gap_newline | gap_space;
        case U'\u2029':
            return gap_paragraph | gap_space;
        case U'\u00A0':
        case U'\u2009':
        case U'\u202F':
            return gap_fixed_space | gap_space;
        case U'.':
            return gap_full_stop;
        case U'!':
        case U'?':
        case U'…':
        case U'。':
        case U'！':
        case U'？':
        case U'｡':
        case U'؟':
        case U'।':
            return gap_terminal;
        case U',':
        case U'，':
        case U'、':
        case U'،':
            return gap_comma;
        case U'-':
        case U'\u2010':
        case U'\u2011':
        case U'\u2212':
            return gap_hyphen;
        case U'\'':
        case U'’':
        case U'ʼ':
        case U'＇':
            return gap_apostrophe;
        case U'/':
            return gap_slash;
        case U'"':
        case U'“':
        case U'”':
        case U'„':
        case U'‟':
        case U'«':
        case U'»':
        case U'‘':
        case U'「':
        case U'」':
        case U'『':
        case U'』':
            return gap_quote;
        default:
            return is_space(c) ? gap_space : gap_other;
    }
}

}  // namespace

std::uint16_t GapReader::read_rare(std::uint32_t begin, std::uint32_t end) {
    // Some keyboards write the left single mark for an apostrophe: China‘s.
    if (begin != 0 && text_.substr(begin, end - begin) == "‘") {
        return gap_apostrophe;
    }
    std::uint16_t gap = 0;
    char32_t before = begin == 0 ? U' ' : 0;  // 0: a word
    for (std::uint32_t at = begin; at < end;) {
        const auto point = code_point_at(text_, at);
        const auto kind = kind_of(point.value);
        at += point.length_bytes;
        if ((kind & gap & gap_newline) != 0) {
            gap |= gap_paragraph;
        }
        gap |= kind;
        // A new line behind a full stop is a new paragraph too; elsewhere it may be a hard wrap.
        const bool ends_paragraph =
            (gap & gap_paragraph) != 0 ||
            ((kind & gap_newline) != 0 && (gap & (gap_full_stop | gap_terminal)) != 0);
        if (ends_paragraph) {
            closing_ = 0;
        }
        if ((kind & (gap_quote | gap_apostrophe)) != 0) {
            const bool behind_word = before == 0 || before == U'.' || before == U',';
            see_quote(point.value, !behind_word && at == end);
        }
        before = point.value;
    }
    return gap;
}

void GapReader::see_quote(char32_t mark, bool opens_here) noexcept {
    if (closing_ != 0) {
        // Straight and curly doubles are mixed in one text, so that either ends the other; but
        // a straight mark that stands before a word opens, even if one was left open.
        const bool ends = mark == closing_ || (mark == U'"' && closing_ == U'”') ||
                          (mark == U'”' && closing_ == U'"');
        if (ends && !(mark == U'"' && opens_here)) {
            closing_ = 0;
            return;
        }
        if (mark != U'"') {
            return;  // a quotation inside a quotation
        }
    }
    const bool needs_room = mark == U'"' || mark == U'‘' || mark == U'»';
    if (closing_of(mark) != 0 && (!needs_room || opens_here)) {
        closing_ = closing_of(mark);
    }
}

}  // namespace wirecopy::tape
