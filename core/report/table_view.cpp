#include "report/table_view.hpp"

#include <algorithm>

#include "report/grade_marks.hpp"
#include "report/names.hpp"
#include "report/pairs.hpp"
#include "report/score_text.hpp"

namespace wirecopy::report {

namespace {

constexpr std::uint64_t million = 1'000'000;

std::uint64_t highest_score(const Matrix& matrix) {
    std::uint64_t highest = 0;
    for_each_pair(matrix,
                  [&](const ScoredPair& pair) { highest = std::max(highest, pair.millionths); });
    return highest;
}

std::uint64_t round_top(std::uint64_t highest, bool bounded) {
    for (std::uint64_t decade = bounded ? million / 10 : million;; decade *= 10) {
        for (const std::uint64_t step : {1U, 2U, 5U}) {
            if (step * decade >= highest) {
                return step * decade;
            }
        }
    }
}

unsigned decimals_for(std::uint64_t highest, bool bounded) {
    if (bounded) {
        return highest < million / 10 ? 3 : 2;
    }
    return highest < 100 * million ? 1 : 0;
}

std::array<std::uint64_t, 6> count_grades(const Matrix& matrix) {
    std::array<std::uint64_t, 6> counts{};
    for_each_pair(matrix, [&](const ScoredPair& pair) {
        ++counts[static_cast<std::size_t>(grade_of(matrix, pair))];
    });
    return counts;
}

}  // namespace

TableView::TableView(const Matrix& matrix_of_table, const TerminalStyle& style_of_table)
    : matrix(matrix_of_table), style(style_of_table) {
    const auto highest = highest_score(matrix);
    scale_top = round_top(highest, matrix.measure.bounded);
    cell_decimals_ = decimals_for(highest, matrix.measure.bounded);
    if (!matrix.grades.empty()) {
        grade_counts = count_grades(matrix);
        has_grades = std::any_of(grade_counts.begin() + 1, grade_counts.end(),
                                 [](std::uint64_t count) { return count > 0; });
    }
    // Rows and columns together, so that an article keeps its name on either side.
    auto labels = matrix.row_labels;
    if (!matrix.same_set) {
        labels.insert(labels.end(), matrix.column_labels.begin(), matrix.column_labels.end());
    }
    auto names = names_of(labels, style.unicode);
    const auto rows = static_cast<std::ptrdiff_t>(matrix.rows());
    row_names.assign(names.begin(), names.begin() + rows);
    column_names =
        matrix.same_set ? row_names : std::vector<std::string>(names.begin() + rows, names.end());
}

std::string TableView::cell(std::uint64_t score) const {
    return short_score(score, cell_decimals_, matrix.measure.bounded);
}

std::string TableView::precise(std::uint64_t score) const {
    return short_score(score, cell_decimals_ + 1, matrix.measure.bounded);
}

std::string TableView::mark(std::uint64_t score) const {
    if (score == scale_top) {
        return short_score(score, scale_top < million ? 1 : 0, matrix.measure.bounded);
    }
    return short_score(score, scale_top < 10 * million ? 2 : 0, matrix.measure.bounded);
}

double TableView::share(std::uint64_t score) const noexcept {
    return std::min(1.0, static_cast<double>(score) / static_cast<double>(scale_top));
}

char TableView::grade_mark(std::size_t row, std::size_t column) const noexcept {
    const auto grade = matrix.grades[row * matrix.columns() + column];
    return grade == Grade::none ? ' ' : report::grade_mark(grade);
}

std::string TableView::key(std::size_t column) const {
    constexpr std::size_t letters = 26;
    if (matrix.columns() <= letters) {
        return {static_cast<char>('A' + column)};
    }
    return std::to_string(column + 1);
}

}  // namespace wirecopy::report
