// Bytes: numbers in lasting forms, little-endian whatever the processor.
//
//   in      a number and how many bytes it takes
//   out     these bytes, the lowest first; the number read back
//   cost    a shift a byte

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wirecopy::base {

/// Appends the low `width_bytes` of a number. Requires: width_bytes <= 8.
inline void append_number(std::string& bytes, std::uint64_t value, std::size_t width_bytes) {
    for (std::size_t i = 0; i < width_bytes; ++i) {
        bytes.push_back(static_cast<char>(static_cast<unsigned char>(value >> (8 * i))));
    }
}

/// Requires: at + width_bytes <= bytes.size(), width_bytes <= 8.
[[nodiscard]] inline std::uint64_t number_at(std::string_view bytes, std::size_t at,
                                             std::size_t width_bytes) noexcept {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width_bytes; ++i) {
        value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return value;
}

}  // namespace wirecopy::base
