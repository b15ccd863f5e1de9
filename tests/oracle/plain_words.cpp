#include "oracle/plain_words.hpp"

#include <utf8proc.h>

#include <cstdlib>

namespace wirecopy::oracle {

namespace {

enum class Kind { other, word, unspaced, mark, ignorable };

bool in(utf8proc_int32_t c, utf8proc_int32_t first, utf8proc_int32_t last) {
    return c >= first && c <= last;
}

Kind kind_of(utf8proc_int32_t c) {
    if (c == 0x200B) {
        return Kind::other;
    }
    if (utf8proc_get_property(c)->ignorable != 0) {
        return Kind::ignorable;
    }
    const std::string category = utf8proc_category_string(c);
    if (category[0] == 'M') {
        return Kind::mark;
    }
    const bool is_letter = category[0] == 'L' || category == "Nl";
    const bool is_unspaced =
        in(c, 0x0E01, 0x0E4E) || in(c, 0x0E81, 0x0ECD) || in(c, 0x0EDC, 0x0EDF) ||
        in(c, 0x1000, 0x103F) || in(c, 0x1050, 0x108F) || in(c, 0x1780, 0x17DD) ||
        in(c, 0x2E80, 0x2FDF) || in(c, 0x3005, 0x3007) || in(c, 0x3041, 0x30FF) ||
        in(c, 0x31F0, 0x31FF) || in(c, 0x3400, 0x4DBF) || in(c, 0x4E00, 0x9FFF) ||
        in(c, 0xF900, 0xFAFF) || in(c, 0xFF66, 0xFF9D) || in(c, 0x1AFF0, 0x1B16F) ||
        in(c, 0x20000, 0x3FFFF);
    if (is_letter) {
        return is_unspaced ? Kind::unspaced : Kind::word;
    }
    return category[0] == 'N' || category == "Pc" ? Kind::word : Kind::other;
}

}  // namespace

std::string folded(std::string_view word) {
    const std::string copy(word);
    auto* mapped = utf8proc_NFKC_Casefold(reinterpret_cast<const utf8proc_uint8_t*>(copy.c_str()));
    std::string made = mapped == nullptr ? copy : reinterpret_cast<const char*>(mapped);
    std::free(mapped);
    return made;
}

std::vector<PlainWord> plain_words(std::string_view text) {
    std::vector<PlainWord> words;
    bool open = false;          // the last word may go on
    bool unspaced = false;      // ... and is a letter of a script without spaces
    std::uint32_t letters = 0;  // where its last code point that is not ignorable ended
    const auto close = [&] {
        if (open) {
            words.back().end = letters;
            words.back().folded =
                folded(text.substr(words.back().begin, letters - words.back().begin));
        }
        open = false;
    };
    for (std::uint32_t at = 0; at < text.size();) {
        utf8proc_int32_t c = -1;
        auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &c);
        const Kind kind = length < 0 ? Kind::other : kind_of(c);
        length = length < 0 ? 1 : length;
        const bool joins = kind == Kind::mark || kind == Kind::ignorable;
        if (kind == Kind::other || (kind == Kind::ignorable && !open)) {
            close();
        } else if (!open || (!joins && (unspaced || kind == Kind::unspaced))) {
            close();
            words.push_back({at, at, {}});
            open = true;
            unspaced = kind == Kind::unspaced;
        }
        at += static_cast<std::uint32_t>(length);
        if (open && kind != Kind::ignorable) {
            letters = at;
        }
    }
    close();
    return words;
}

}  // namespace wirecopy::oracle
