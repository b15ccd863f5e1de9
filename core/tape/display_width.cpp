#include "tape/display_width.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>

namespace wirecopy::tape {

namespace {

constexpr std::int32_t not_utf8 = -1;

struct Piece {
    std::int32_t code_point = not_utf8;
    std::size_t length_bytes = 1;
};

Piece piece_at(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    Piece piece;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                         static_cast<utf8proc_ssize_t>(rest.size()), &piece.code_point);
    if (length <= 0) {
        return {};
    }
    piece.length_bytes = static_cast<std::size_t>(length);
    return piece;
}

// What a reader takes for one character (an extended grapheme cluster of UAX 29).
struct Character {
    std::size_t length_bytes = 0;
    std::size_t columns = 0;
};

std::size_t columns_of(std::int32_t code_point) {
    return code_point == not_utf8
               ? 1
               : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
}

Character character_at(std::string_view text, std::size_t at) {
    const auto start = piece_at(text, at);
    Character character{start.length_bytes, columns_of(start.code_point)};
    std::int32_t state = 0;
    for (auto last = start; at + character.length_bytes < text.size();) {
        const auto next = piece_at(text, at + character.length_bytes);
        if (last.code_point == not_utf8 || next.code_point == not_utf8 ||
            utf8proc_grapheme_break_stateful(last.code_point, next.code_point, &state)) {
            break;
        }
        character.length_bytes += next.length_bytes;
        const bool asks_for_emoji = next.code_point == 0xfe0f;  // variation selector 16
        character.columns += asks_for_emoji ? 1 : columns_of(next.code_point);
        last = next;
    }
    character.columns = std::min<std::size_t>(character.columns, 2);
    return character;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto character = character_at(utf8, at);
        columns += character.columns;
        at += character.length_bytes;
    }
    return columns;
}

std::string_view take_width(std::string_view utf8, std::size_t columns) {
    std::size_t at = 0;
    while (at < utf8.size()) {
        const auto character = character_at(utf8, at);
        if (character.columns > columns) {
            break;
        }
        columns -= character.columns;
        at += character.length_bytes;
    }
    return utf8.substr(0, at);
}

std::string_view take_width_back(std::string_view utf8, std::size_t columns) {
    // Characters are found from the front only: drop them until the rest fits.
    auto rest = display_width(utf8);
    std::size_t at = 0;
    while (rest > columns) {
        const auto character = character_at(utf8, at);
        rest -= character.columns;
        at += character.length_bytes;
    }
    return utf8.substr(at);
}

}  // namespace wirecopy::tape
