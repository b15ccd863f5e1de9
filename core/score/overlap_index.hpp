// Overlap index: sums over shared features, one article against all others.
//
//   in      two sets of sparse vectors, or one set against itself
//   out     for a row, the sum of products of weights with every column
//   cost    one addition for each feature that row and column share; features of one article alone
//           cost nothing. 8 bytes a shared occurrence for sets, 16 with weights, beside 16 bytes
//           for a sixteenth of all occurrences while it is built
//   error   counts of sets are exact up to 2^24; sums of weights are of doubles in a fixed order
//
// This is a sparse product of matrices row by row into a dense row, the way of Gustavson, "Two fast
// algorithms for sparse matrices", 1978. Against Eigen's product: README.md has the measurement.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wirecopy::score {

/// Distinct features in any order. `weights` is empty when every feature weighs 1.
struct FeatureVector {
    std::vector<std::uint64_t> features;
    std::vector<float> weights;
};

class OverlapIndex {
public:
    /// One set against itself.
    explicit OverlapIndex(std::span<const FeatureVector> articles);
    /// Rows against columns.
    OverlapIndex(std::span<const FeatureVector> rows, std::span<const FeatureVector> columns);

    /// Adds to `sums[j]` the overlap of `row` with column j, for every j >= first_column.
    /// Requires: sums.size() is the number of columns. Safe from any number of threads.
    void add_overlaps(std::size_t row, std::size_t first_column, std::span<double> sums) const;

    /// The same in half the cache: for sets, whose counts a float holds. Weights need doubles,
    /// because 10,000 of them added up in floats are wrong in the fourth decimal.
    void add_overlaps(std::size_t row, std::size_t first_column, std::span<float> counts) const;

    /// True when any feature has a weight.
    [[nodiscard]] bool weighted() const noexcept { return weighted_; }

    [[nodiscard]] std::size_t row_count() const noexcept { return row_starts_.size() - 1; }
    [[nodiscard]] std::size_t column_count() const noexcept { return column_count_; }

private:
    void build(std::span<const FeatureVector> rows, std::span<const FeatureVector> columns,
               bool same_set);

    template <typename Sum>
    void add(std::size_t row, std::size_t first_column, std::span<Sum> sums) const;

    std::size_t column_count_ = 0;
    bool weighted_ = false;
    // Postings: for each shared feature the columns that hold it, ascending.
    std::vector<std::uint64_t> feature_starts_;
    std::vector<std::uint32_t> posting_columns_;
    std::vector<float> posting_weights_;
    // Rows: the shared features of each.
    std::vector<std::uint64_t> row_starts_;
    std::vector<std::uint32_t> row_features_;
    std::vector<float> row_weights_;
};

}  // namespace wirecopy::score
