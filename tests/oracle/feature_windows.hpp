// Shingles as explicit lists: every window is cut out and kept whole. The slow twin of
// feature/shingles.

#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "oracle/plain_words.hpp"

namespace wirecopy::oracle {

/// All runs of `width` neighbouring items, in order; of fewer items one run of all; of none none.
template <typename Item>
std::vector<std::vector<Item>> windows(const std::vector<Item>& items, std::size_t width) {
    std::vector<std::vector<Item>> made;
    if (!items.empty() && items.size() < width) {
        made.push_back(items);
    }
    for (std::size_t at = 0; at + width <= items.size(); ++at) {
        std::vector<Item> window;
        for (std::size_t i = at; i < at + width; ++i) {
            window.push_back(items[i]);
        }
        made.push_back(window);
    }
    return made;
}

/// The folded plain words of a text.
inline std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> made;
    for (const auto& word : plain_words(text)) {
        made.push_back(word.folded);
    }
    return made;
}

/// The characters of the folded plain words with one space between them, each a string.
inline std::vector<std::string> folded_characters(std::string_view text) {
    std::string joined;
    for (const auto& word : folded_words(text)) {
        joined += joined.empty() ? word : " " + word;
    }
    std::vector<std::string> characters;
    for (const char byte : joined) {
        const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
        if (continues) {
            characters.back() += byte;
        } else {
            characters.emplace_back(1, byte);
        }
    }
    return characters;
}

}  // namespace wirecopy::oracle
