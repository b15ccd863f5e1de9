#include "index/band_plan.hpp"

#include <cmath>

namespace wirecopy::index {

double BandPlan::recall(double jaccard) const noexcept {
    const double band = std::pow(jaccard, static_cast<double>(rows));
    return 1 - std::pow(1 - band, static_cast<double>(bands));
}

BandPlan plan_bands(double threshold, double recall, std::size_t slots) {
    for (auto rows = slots; rows > 1; --rows) {
        const BandPlan plan{slots / rows, rows};
        if (plan.recall(threshold) >= recall) {
            return plan;
        }
    }
    return {slots, 1};
}

}  // namespace wirecopy::index
