// Quantity: the value of a number as a decimal that has one form only, so that equal values are
// equal terms: 1.8 billion and 1,800 million are both 18 x 10^8.

#pragma once

#include <cstdint>
#include <optional>

#include "tape/token.hpp"

namespace wirecopy::tape {

/// mantissa x 10^exponent; the mantissa ends in no zero unless it is zero.
struct Quantity {
    std::uint64_t mantissa = 0;
    std::int32_t exponent = 0;

    friend bool operator==(const Quantity&, const Quantity&) = default;

    [[nodiscard]] std::uint32_t term() const noexcept {
        return make_term(TermKind::number, mantissa, static_cast<std::uint32_t>(exponent));
    }
};

/// The one form of value x 10^exponent.
[[nodiscard]] constexpr Quantity normalised(std::uint64_t value, std::int32_t exponent) noexcept {
    if (value == 0) {
        return {};
    }
    while (value % 10 == 0) {
        value /= 10;
        ++exponent;
    }
    return {value, exponent};
}

/// Nothing where the digits do not fit into 64 bits.
[[nodiscard]] constexpr std::optional<Quantity> multiplied(Quantity quantity,
                                                           std::uint64_t factor) noexcept {
    const auto by = normalised(factor, 0);
    std::uint64_t product = 0;
    if (__builtin_mul_overflow(quantity.mantissa, by.mantissa, &product)) {
        return std::nullopt;
    }
    return normalised(product, quantity.exponent + by.exponent);
}

}  // namespace wirecopy::tape
