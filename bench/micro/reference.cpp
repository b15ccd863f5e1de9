#include "reference.hpp"

#include <algorithm>
#include <cstring>

#include "base/hash.hpp"

namespace wirecopy::bench {

void copy(std::string_view text, std::string& target) {
    target.resize(text.size());
    std::memcpy(target.data(), text.data(), text.size());
}

std::uint64_t hash_whole(std::string_view text) {
    return base::hash_bytes(text);
}

std::uint64_t tokenise_plainly(std::string_view text, std::vector<std::uint64_t>& words) {
    words.clear();
    std::uint64_t hash = 0;
    bool inside = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const auto low =
            static_cast<unsigned char>(byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte);
        const bool is_word =
            (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') || low == '_' || low >= 0x80;
        if (is_word) {
            hash = (hash ^ low) * 0x100000001b3ULL;
            inside = true;
        } else if (inside) {
            words.push_back(hash);
            hash = 0xcbf29ce484222325ULL;
            inside = false;
        }
    }
    if (inside) {
        words.push_back(hash);
    }
    return words.size();
}

std::uint64_t sign_plainly(std::string_view text, std::vector<std::uint64_t>& words,
                           std::vector<std::uint32_t>& slots) {
    const auto count = tokenise_plainly(text, words);
    slots.assign(128, ~0U);
    constexpr std::size_t width = 5;
    for (std::size_t i = 0; i + width <= count; ++i) {
        std::uint64_t shingle = 0;
        for (std::size_t k = 0; k < width; ++k) {
            shingle = base::mix(shingle + words[i + k]);
        }
        for (std::size_t slot = 0; slot < slots.size(); ++slot) {
            const auto multiplier = 2 * slot + 0x9e3779b97f4a7c15ULL;
            const auto value = static_cast<std::uint32_t>((shingle * multiplier) >> 32U);
            slots[slot] = std::min(slots[slot], value);
        }
    }
    return slots[0];
}

}  // namespace wirecopy::bench
