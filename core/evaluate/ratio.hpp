// Ratio: a share that is not there when there is nothing to take it of.

#pragma once

#include <cstdint>
#include <optional>

namespace wirecopy::evaluate {

/// Products of two counts of pairs.
__extension__ using Wide = unsigned __int128;
__extension__ using SignedWide = __int128;

[[nodiscard]] inline std::optional<double> ratio(Wide part, Wide whole) noexcept {
    if (whole == 0) {
        return std::nullopt;
    }
    return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace wirecopy::evaluate
