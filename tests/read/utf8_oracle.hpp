// The slow, plainly right twin of find_invalid_utf8: decodes each code point and asks the rules.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wirecopy::read {

inline std::size_t oracle_invalid_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        std::size_t length = 1;
        std::uint32_t point = lead;
        std::uint32_t smallest = 0;
        if (lead >= 0xf8) {
            return at;
        }
        if (lead >= 0xf0) {
            length = 4;
            point = lead & 0x07U;
            smallest = 0x10000;
        } else if (lead >= 0xe0) {
            length = 3;
            point = lead & 0x0fU;
            smallest = 0x800;
        } else if (lead >= 0xc0) {
            length = 2;
            point = lead & 0x1fU;
            smallest = 0x80;
        } else if (lead >= 0x80) {
            return at;
        }
        if (at + length > bytes.size()) {
            return at;
        }
        for (std::size_t i = 1; i < length; ++i) {
            const auto byte = static_cast<unsigned char>(bytes[at + i]);
            if (byte < 0x80 || byte > 0xbf) {
                return at;
            }
            point = point * 64 + (byte - 0x80U);
        }
        const bool surrogate = point >= 0xd800 && point <= 0xdfff;
        if (point < smallest || point > 0x10ffff || surrogate) {
            return at;
        }
        at += length;
    }
    return std::string_view::npos;
}

}  // namespace wirecopy::read
