#include "sketch/estimate.hpp"

#include <cassert>

#include "sketch/slots.hpp"

namespace wirecopy::sketch {

std::size_t count_equal(std::span<const std::uint32_t> a,
                        std::span<const std::uint32_t> b) noexcept {
    assert(a.size() == b.size());
    // 32 bits, so that the compiler counts in lanes as wide as the slots.
    std::uint32_t equal = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        equal += a[i] == b[i] ? 1U : 0U;
    }
    return equal;
}

double jaccard_of_minhash(std::span<const std::uint32_t> a,
                          std::span<const std::uint32_t> b) noexcept {
    if (is_empty(a) || is_empty(b)) {
        return 0.0;
    }
    return static_cast<double>(count_equal(a, b)) / static_cast<double>(a.size());
}

double jaccard_of_one_permutation(std::span<const std::uint32_t> a,
                                  std::span<const std::uint32_t> b) noexcept {
    assert(a.size() == b.size());
    std::uint32_t equal = 0;
    std::uint32_t both_empty = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        equal += a[i] == b[i] ? 1U : 0U;
        both_empty += (a[i] & b[i]) == empty_slot ? 1U : 0U;
    }
    const auto taken = a.size() - both_empty;
    // An article without features leaves every slot of its row empty: nothing is equal but
    // slots empty in both.
    return taken == 0 ? 0.0 : static_cast<double>(equal - both_empty) / static_cast<double>(taken);
}

}  // namespace wirecopy::sketch
