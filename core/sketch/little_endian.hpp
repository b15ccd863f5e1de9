// Little-endian: whole numbers as bytes, the lowest first, on any machine.
//
//   in      numbers, or the bytes of some
//   out     the other
//   cost    a few instructions

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/bytes.hpp"

namespace wirecopy::sketch {

inline void append_words(std::string& bytes, std::span<const std::uint32_t> words) {
    auto at = bytes.size();
    bytes.resize(at + 4 * words.size());
    for (const auto word : words) {
        for (unsigned i = 0; i < 4; ++i) {
            bytes[at++] = static_cast<char>(static_cast<unsigned char>(word >> (8 * i)));
        }
    }
}

/// Requires: at + 4 <= bytes.size().
[[nodiscard]] inline std::uint32_t number32_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(base::number_at(bytes, at, 4));
}

/// Requires: at + 4 * words.size() <= bytes.size().
inline void read_words(std::string_view bytes, std::size_t at, std::span<std::uint32_t> words) {
    for (auto& word : words) {
        word = number32_at(bytes, at);
        at += 4;
    }
}

}  // namespace wirecopy::sketch
