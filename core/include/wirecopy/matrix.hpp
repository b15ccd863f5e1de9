// Matrix: how much each article of one set resembles each article of another, and its texts.
// Grade: the verdict on a pair.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/error.hpp"

namespace wirecopy {

/// From the weakest to the strongest.
enum class Grade : std::uint8_t {
    none,     ///< anything else: same topic, same people, another event
    related,  ///< the same event, reported independently
    partial,  ///< a passage or long quotation lifted into another piece
    rewrite,  ///< written anew from the same report
    edited,   ///< most sentences carried over, cut, moved or lightly edited
    copy,     ///< the same text but for headline, boilerplate and trivial edits
};

/// All grades by name, in the order of the enumeration.
[[nodiscard]] std::span<const std::string_view> grade_names() noexcept;

/// Throws Error{option} for a name that grade_names() does not have.
[[nodiscard]] Grade grade_from_name(std::string_view name);

/// What a number in a matrix means.
struct MeasureInfo {
    std::string name;         ///< as on the command line: "jaccard"
    std::string description;  ///< one line for people: what a cell means, and of which features
    bool symmetric = true;    ///< cell (a, b) equals cell (b, a)
    bool bounded = true;      ///< 0 to 1; otherwise nats, 0 and up
};

/// Row-major scores, quantised to a millionth. `same_set`: rows and columns are the same articles
/// in the same order, so that the diagonal compares an article with itself: 1 for a bounded
/// measure, 0 for an article that has nothing of what is compared.
struct Matrix {
    std::vector<std::string> row_labels;
    std::vector<std::string> column_labels;
    std::vector<float> values;
    MeasureInfo measure;
    bool same_set = true;
    /// Of every cell, in the order of the values; empty where none were asked for, and of measures
    /// that do not judge.
    std::vector<Grade> grades = {};

    [[nodiscard]] std::size_t rows() const noexcept { return row_labels.size(); }
    [[nodiscard]] std::size_t columns() const noexcept { return column_labels.size(); }
    /// Throws Error{option} where there is no such cell: of two files that could not be read the
    /// matrix is empty.
    [[nodiscard]] float at(std::size_t row, std::size_t column) const {
        if (row >= rows() || column >= columns()) {
            throw Error(ErrorKind::option, "matrix: there is no cell " + std::to_string(row) +
                                               ", " + std::to_string(column) + " in " +
                                               std::to_string(rows()) + " rows and " +
                                               std::to_string(columns()) + " columns");
        }
        return (*this)(row, column);
    }
    /// The same, unchecked. Requires: row < rows(), column < columns().
    [[nodiscard]] float operator()(std::size_t row, std::size_t column) const noexcept {
        return values[row * columns() + column];
    }
};

/// A score as the whole number of millionths that is compared and printed; halves go to even.
/// Exact for quantised scores up to 16; above, a float itself is coarser than a millionth.
/// Requires: 0 <= score < 4e9.
[[nodiscard]] inline std::uint64_t millionths(float score) noexcept {
    // The product of a float and a million is exact in double; adding 2^52 then rounds it to a
    // whole number, which is left in the low bits.
    const double rounded = static_cast<double>(score) * 1e6 + 0x1p52;
    return std::bit_cast<std::uint64_t>(rounded) & ((std::uint64_t{1} << 52U) - 1);
}

}  // namespace wirecopy
