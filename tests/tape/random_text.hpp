// Random texts that reach the corners of the tokeniser: many scripts, marks, joiners, broken bytes.

#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/hash.hpp"

namespace wirecopy::tape {

inline std::string random_text(base::Random& random, std::size_t pieces) {
    static constexpr std::array<std::string_view, 64> alphabet{"a",
                                                               "b",
                                                               "The",
                                                               "said",
                                                               " ",
                                                               " ",
                                                               " ",
                                                               ".",
                                                               ",",
                                                               "\n",
                                                               "'",
                                                               "’",
                                                               "“",
                                                               "”",
                                                               "-",
                                                               "—",
                                                               "1",
                                                               "800",
                                                               "1.8",
                                                               "$",
                                                               " billion ",
                                                               "2022",
                                                               "Oct. 25",
                                                               "Friday",
                                                               "_",
                                                               "é",
                                                               "e\u0301",
                                                               "ß",
                                                               "ﬁ",
                                                               "Ａ",
                                                               "Москва",
                                                               "ё",
                                                               "好",
                                                               "世界",
                                                               "新聞",
                                                               "カ",
                                                               "ひ",
                                                               "ไ",
                                                               "ที่",
                                                               "ข่าว",
                                                               "שלום",
                                                               "ש\u05C1",
                                                               "مرحبا",
                                                               "ال\u0640عربية",
                                                               "\u200F",
                                                               "\u00AD",
                                                               "\u200D",
                                                               "\u200B",
                                                               "\uFE0F",
                                                               "😀",
                                                               "👩\u200D🚒",
                                                               "🇩🇪",
                                                               "1\uFE0F\u20E3",
                                                               "½",
                                                               "²",
                                                               "\xFF",
                                                               "\xE4\xBD",
                                                               "\xC0\x80",
                                                               "\xED\xA0\x80",
                                                               "𠀀",
                                                               "U.S.",
                                                               "NATO",
                                                               "word",
                                                               "\r\n"};
    std::string text;
    for (std::size_t i = 0; i < pieces; ++i) {
        text += alphabet[random.below(alphabet.size())];
    }
    return text;
}

}  // namespace wirecopy::tape
