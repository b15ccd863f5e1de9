// The judge of an estimator: are its errors what theory says?
//
//   in      estimates of one quantity from independent seeds; the mean and variance of theory
//   out     how many standard deviations the sample's mean and variance lie from theory
//
// The mean of n estimates has standard deviation sqrt(variance / n). The sample variance s^2 has
// variance (m4 - v^2 (n - 3)/(n - 1)) / n, where v is the variance of theory and m4 the fourth
// central moment, estimated from the sample itself.

#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace wirecopy::testing {

struct Certificate {
    double mean_sigmas = 0.0;
    double variance_sigmas = 0.0;
    double variance_ratio = 0.0;  ///< sample over theory, for reading

    /// Four sigma: a sound estimator fails one check of 16,000.
    [[nodiscard]] bool passes() const {
        return std::abs(mean_sigmas) <= 4.0 && std::abs(variance_sigmas) <= 4.0;
    }
};

/// Requires: estimates.size() >= 4, expected_variance > 0.
inline Certificate certify(std::span<const double> estimates, double expected_mean,
                           double expected_variance) {
    const auto n = static_cast<double>(estimates.size());
    double sum = 0.0;
    for (const auto estimate : estimates) {
        sum += estimate;
    }
    const auto mean = sum / n;
    double second = 0.0;
    double fourth = 0.0;
    for (const auto estimate : estimates) {
        const auto square = (estimate - mean) * (estimate - mean);
        second += square;
        fourth += square * square;
    }
    const auto variance = second / (n - 1.0);
    const auto spread = fourth / n - expected_variance * expected_variance * (n - 3.0) / (n - 1.0);
    // A sample far too narrow can leave nothing here: its sigmas are then infinite, as they should.
    const auto variance_sigma = std::sqrt(std::max(spread, 0.0) / n);
    return {.mean_sigmas = (mean - expected_mean) / std::sqrt(expected_variance / n),
            .variance_sigmas = (variance - expected_variance) / variance_sigma,
            .variance_ratio = variance / expected_variance};
}

}  // namespace wirecopy::testing
