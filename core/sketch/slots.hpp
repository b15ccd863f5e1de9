// What the slots of every sketch have in common.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy::sketch {

/// A slot that no feature has reached.
inline constexpr std::uint32_t empty_slot = 0xffffffffU;

/// True when no feature was signed. Stops at the first slot that is taken, so the cost is that of
/// one look but for articles of very few features.
[[nodiscard]] inline bool is_empty(std::span<const std::uint32_t> slots) noexcept {
    return std::ranges::all_of(slots, [](std::uint32_t slot) { return slot == empty_slot; });
}

/// Throws Error{option}, the sentence opening with `who`, unless 1 <= slots <= max_slots.
inline void require_slots(const char* who, std::size_t slots) {
    if (slots < 1) {
        throw Error(ErrorKind::option, std::string(who) + ": slots must be at least 1");
    }
    if (slots > max_slots) {
        throw Error(ErrorKind::option, std::string(who) + ": slots must be at most " +
                                           std::to_string(max_slots) + ", not " +
                                           std::to_string(slots));
    }
}

}  // namespace wirecopy::sketch
