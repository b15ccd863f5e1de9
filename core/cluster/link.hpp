// Link: how strongly two articles belong together, for or against.

#pragma once

#include <cstdint>

namespace wirecopy::cluster {

/// Whole numbers, so that sums of links do not depend on their order.
struct Link {
    std::uint32_t a = 0;
    std::uint32_t b = 0;      ///< above a
    std::int32_t weight = 0;  ///< log-odds in thousandths of a nat; below 0 against

    friend bool operator==(const Link&, const Link&) = default;
};

}  // namespace wirecopy::cluster
