#include "base/utf8.hpp"

#include <array>

namespace wirecopy::base {

namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

bool is_continuation(unsigned byte) {
    return (byte & 0xc0U) == 0x80U;
}

// What the second byte may be after the few leads that would else allow overlong forms, halves of
// surrogate pairs and numbers above the last code point.
bool is_second_byte(unsigned lead, unsigned second) {
    switch (lead) {
        case 0xe0:
            return second >= 0xa0U && second <= 0xbfU;
        case 0xed:
            return second >= 0x80U && second <= 0x9fU;
        case 0xf0:
            return second >= 0x90U && second <= 0xbfU;
        case 0xf4:
            return second >= 0x80U && second <= 0x8fU;
        default:
            return is_continuation(second);
    }
}

}  // namespace

std::size_t character_length(std::string_view bytes, std::size_t at) noexcept {
    const auto lead = byte_at(bytes, at);
    if (lead < 0x80U) {
        return 1;
    }
    if (lead < 0xc2U || lead > 0xf4U || !is_second_byte(lead, byte_at(bytes, at + 1))) {
        return 0;
    }
    const std::size_t length = lead < 0xe0U ? 2 : lead < 0xf0U ? 3 : 4;
    for (std::size_t i = 2; i < length; ++i) {
        if (!is_continuation(byte_at(bytes, at + i))) {
            return 0;
        }
    }
    return length;
}

char32_t code_point(std::string_view bytes, std::size_t at, std::size_t length) noexcept {
    constexpr std::array<unsigned, 5> bits_of_lead{0, 0x7f, 0x1f, 0x0f, 0x07};
    char32_t value = byte_at(bytes, at) & bits_of_lead[length];
    for (std::size_t i = 1; i < length; ++i) {
        value = value << 6U | (byte_at(bytes, at + i) & 0x3fU);
    }
    return value;
}

}  // namespace wirecopy::base
