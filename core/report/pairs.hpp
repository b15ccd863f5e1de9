// The cells of a matrix that compare two articles, each pair once.
//
//   in      a matrix
//   out     its pairs: of a symmetric measure the cells above the diagonal, of an asymmetric one
//           both directions, of two sets all cells
//   cost    one pass over the cells

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "wirecopy/similarity.hpp"

namespace wirecopy::report {

struct ScoredPair {
    std::size_t row = 0;
    std::size_t column = 0;
    std::uint64_t millionths = 0;
};

/// Requires: the matrix has grades.
[[nodiscard]] inline Grade grade_of(const Matrix& matrix, const ScoredPair& pair) noexcept {
    return matrix.grades[pair.row * matrix.columns() + pair.column];
}

/// Calls `visit(ScoredPair)` row by row.
template <class Visit>
void for_each_pair(const Matrix& matrix, Visit&& visit) {
    const bool upper_half = matrix.same_set && matrix.measure.symmetric;
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        for (std::size_t column = upper_half ? row + 1 : 0; column < matrix.columns(); ++column) {
            if (!matrix.same_set || row != column) {
                visit(ScoredPair{row, column, millionths(matrix(row, column))});
            }
        }
    }
}

/// The `limit` pairs with the highest scores above 0, highest first, ties by row, then column. Of
/// two directions in one set the higher stands for both.
[[nodiscard]] std::vector<ScoredPair> strongest_pairs(const Matrix& matrix, std::size_t limit);

}  // namespace wirecopy::report
