#include "score/overlap.hpp"

namespace wirecopy::score {

double shared_weight(const FeatureVector& a, const FeatureVector& b) noexcept {
    const auto weight = [](const FeatureVector& vector, std::size_t i) {
        return vector.weights.empty() ? 1.0 : static_cast<double>(vector.weights[i]);
    };
    double shared = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.features.size() && j < b.features.size()) {
        if (a.features[i] == b.features[j]) {
            shared += weight(a, i++) * weight(b, j++);
        } else if (a.features[i] < b.features[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return shared;
}

}  // namespace wirecopy::score
