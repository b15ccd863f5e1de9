// What every part of the table needs to know of a matrix: names, the scale, how to say a score.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "wirecopy/report.hpp"

namespace wirecopy::report {

/// Both must outlive the view.
class TableView {
public:
    TableView(const Matrix& matrix_of_table, const TerminalStyle& style_of_table);

    const Matrix& matrix;
    const TerminalStyle& style;
    std::vector<std::string> row_names;
    std::vector<std::string> column_names;

    /// The top of the scale in millionths: .1, .2, .5 or 1, so that noise stays dark and matrices
    /// of one kind look alike; in nats the next of 1, 2, 5, 10, ...
    std::uint64_t scale_top = 0;

    /// How many pairs have each grade, in the order of the enumeration; all 0 without grades.
    std::array<std::uint64_t, 6> grade_counts{};
    /// Whether any pair has a grade above none.
    bool has_grades = false;

    /// A score in the map: two digits after the point, or three when all are below .1.
    [[nodiscard]] std::string cell(std::uint64_t score) const;
    /// With one digit more than in the map.
    [[nodiscard]] std::string precise(std::uint64_t score) const;
    /// A tenth of the scale, or a multiple of it.
    [[nodiscard]] std::string mark(std::uint64_t score) const;
    /// How far up the scale, 0 to 1.
    [[nodiscard]] double share(std::uint64_t score) const noexcept;
    [[nodiscard]] bool is_diagonal(std::size_t row, std::size_t column) const noexcept {
        return matrix.same_set && row == column;
    }

    /// What marks the grade of a cell (grade_marks.hpp), a space for none.
    /// Requires: has_grades.
    [[nodiscard]] char grade_mark(std::size_t row, std::size_t column) const noexcept;

    /// Letters up to 26, numbers beyond: the head of a column, also said beside its label.
    [[nodiscard]] std::string key(std::size_t column) const;

private:
    unsigned cell_decimals_ = 0;
};

}  // namespace wirecopy::report
