#include "score/overlap.hpp"

namespace wirecopy::score {

namespace {

// Calls `both(i, j)` for equal features. Without a branch on which is less: it goes wrong every
// other time.
template <typename Both>
void for_shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b,
                Both both) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        const auto left = a[i];
        const auto right = b[j];
        if (left == right) {
            both(i, j);
        }
        i += left <= right ? 1U : 0U;
        j += right <= left ? 1U : 0U;
    }
}

}  // namespace

double shared_count(const std::vector<std::uint64_t>& a,
                    const std::vector<std::uint64_t>& b) noexcept {
    double shared = 0;
    for_shared(a, b, [&](std::size_t, std::size_t) { shared += 1; });
    return shared;
}

double shared_weight(const FeatureVector& a, const FeatureVector& b) noexcept {
    if (a.weights.empty() && b.weights.empty()) {
        return shared_count(a.features, b.features);
    }
    double shared = 0;
    const auto weight = [](const FeatureVector& vector, std::size_t i) {
        return vector.weights.empty() ? 1.0 : static_cast<double>(vector.weights[i]);
    };
    for_shared(a.features, b.features,
               [&](std::size_t i, std::size_t j) { shared += weight(a, i) * weight(b, j); });
    return shared;
}

}  // namespace wirecopy::score
