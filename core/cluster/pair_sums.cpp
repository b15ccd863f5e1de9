#include "cluster/pair_sums.hpp"

#include <algorithm>
#include <cassert>

namespace wirecopy::cluster {

namespace {

// The smallest power of two, in half-millionths, in which no sum can reach 2^53. It is 1 for
// bounded measures up to 130,000 articles and for 5,000 articles up to 720 nats; beyond, scores
// are rounded a little rather than sums.
std::uint64_t exact_unit(const Matrix& matrix) {
    float highest = 0.0F;
    for (const auto score : matrix.values) {
        highest = std::max(highest, score);
    }
    const auto half = static_cast<double>(matrix.rows()) / 2.0;
    const double highest_sum = 2.0 * static_cast<double>(millionths(highest)) * half * half;
    std::uint64_t unit = 1;
    while (highest_sum / static_cast<double>(unit) >= 0x1p53) {
        unit *= 2;
    }
    return unit;
}

}  // namespace

PairSums::PairSums(const Matrix& matrix) : unit_(exact_unit(matrix)) {
    const auto count = matrix.rows();
    assert(matrix.same_set && matrix.values.size() == count * count);
    sums_.reserve(count < 2 ? 0 : row_start(count));
    for (std::size_t larger = 1; larger < count; ++larger) {
        for (std::size_t smaller = 0; smaller < larger; ++smaller) {
            const auto one_way = millionths(matrix.at(larger, smaller));
            // The other direction lies in another row each time: read only where it may differ.
            const auto other_way =
                matrix.measure.symmetric ? one_way : millionths(matrix.at(smaller, larger));
            sums_.push_back(static_cast<double>((one_way + other_way + unit_ / 2) / unit_));
        }
    }
}

void PairSums::gather(std::uint32_t slot, std::span<const std::uint32_t> others,
                      std::span<double> sums) const {
    assert(sums.size() == others.size());
    std::size_t k = 0;
    for (const double* row = sums_.data() + (slot == 0 ? 0 : row_start(slot));
         k < others.size() && others[k] < slot; ++k) {
        sums[k] = row[others[k]];
    }
    for (; k < others.size(); ++k) {
        sums[k] = others[k] == slot ? 0.0 : sums_[row_start(others[k]) + slot];
    }
}

void PairSums::scatter(std::uint32_t slot, std::span<const std::uint32_t> others,
                       std::span<const double> sums) {
    assert(sums.size() == others.size());
    for (std::size_t k = 0; k < others.size(); ++k) {
        const auto [smaller, larger] = std::minmax(slot, others[k]);
        if (smaller != larger) {
            sums_[row_start(larger) + smaller] = sums[k];
        }
    }
}

}  // namespace wirecopy::cluster
