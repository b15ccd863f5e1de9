// Random square matrices of scores with a fixed seed.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/hash.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

struct RandomScores {
    std::uint64_t levels = 1'000'001;  ///< different scores: few of them make ties
    double share_zero = 0.0;
    double highest = 1.0;
    bool symmetric = true;
};

inline Matrix random_matrix(std::size_t count, base::Random& random, RandomScores scores = {}) {
    Matrix matrix;
    for (std::size_t k = 0; k < count; ++k) {
        matrix.row_labels.push_back("article " + std::to_string(k));
    }
    matrix.column_labels = matrix.row_labels;
    matrix.measure = {"overlap", "an invented score", scores.symmetric, scores.highest <= 1.0};
    matrix.values.assign(count * count, static_cast<float>(scores.highest));
    const auto draw = [&] {
        if (static_cast<double>(random.below(1'000'000)) < scores.share_zero * 1e6) {
            return 0.0F;
        }
        const auto level = static_cast<double>(random.below(scores.levels));
        const auto share = level / static_cast<double>(scores.levels - 1);
        return static_cast<float>(share * scores.highest);
    };
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            matrix.values[i * count + j] = draw();
            matrix.values[j * count + i] = scores.symmetric ? matrix.values[i * count + j] : draw();
        }
    }
    return matrix;
}

}  // namespace wirecopy
