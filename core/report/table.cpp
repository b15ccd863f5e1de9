// The table for people: a map or a summary, the strongest pairs, what the numbers mean.

#include <algorithm>
#include <cassert>
#include <string>
#include <vector>

#include "base/printable.hpp"
#include "report/block_writer.hpp"
#include "report/columns.hpp"
#include "report/heat_map.hpp"
#include "report/names.hpp"
#include "report/paint.hpp"
#include "report/pairs.hpp"
#include "report/summary.hpp"
#include "report/table_view.hpp"
#include "tape/display_width.hpp"

namespace wirecopy {

namespace {

using report::TableView;

// The names of the grades of the pairs; empty without grades.
std::vector<std::string> grades_of(const TableView& view,
                                   const std::vector<report::ScoredPair>& pairs) {
    std::vector<std::string> names(pairs.size());
    for (std::size_t k = 0; k < pairs.size() && view.has_grades; ++k) {
        const auto grade = report::grade_of(view.matrix, pairs[k]);
        names[k] = grade_names()[static_cast<std::size_t>(grade)];
    }
    return names;
}

// The scores, grades and keys of the pairs, each in a column of its own.
std::vector<std::string> pair_heads(const TableView& view,
                                    const std::vector<report::ScoredPair>& pairs, bool with_keys) {
    const bool directed = view.matrix.same_set && !view.matrix.measure.symmetric;
    const std::string between = !directed ? " " : view.style.unicode ? " → " : " -> ";
    std::size_t score_columns = 0;
    std::vector<std::string> keys;
    for (const auto& pair : pairs) {
        score_columns = std::max(score_columns, view.precise(pair.millionths).size());
        keys.push_back(with_keys ? view.key(pair.row) + between + view.key(pair.column) + "  "
                                 : "");
    }
    const auto grades = grades_of(view, pairs);
    const auto grade_columns = view.has_grades ? report::widest(grades) + 2 : 0;
    const auto key_columns = report::widest(keys);
    std::vector<std::string> heads;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        const auto score = view.precise(pairs[k].millionths);
        heads.push_back("  " + std::string(score_columns - score.size(), ' ') + score + "  " +
                        report::padded(grades[k], grade_columns) +
                        report::padded(keys[k], key_columns));
    }
    return heads;
}

// The names of both articles of each pair, one behind the other. They are fitted among
// themselves: fitting thousands to print twenty would cost more than all else, and number them.
std::vector<std::string> names_of_pairs(const TableView& view,
                                        const std::vector<report::ScoredPair>& pairs,
                                        std::size_t columns) {
    std::vector<std::string> names;
    for (const auto& pair : pairs) {
        names.push_back(view.row_names[pair.row]);
        names.push_back(view.column_names[pair.column]);
    }
    return report::fitted_names(names, columns, view.style.unicode);
}

// Keys point into the map; of two sets the rows have none.
std::string pair_lines(const TableView& view, bool with_keys) {
    const auto pairs = report::strongest_pairs(view.matrix, view.style.limit_pairs);
    if (pairs.empty()) {
        return view.style.limit_pairs > 0 ? "\nNo pair has a score above 0.\n" : "";
    }
    const auto heads = pair_heads(view, pairs, with_keys);
    const auto beside = report::widest(heads) + 2;
    const auto width = view.style.width_columns;
    const auto name_columns = width > beside + 16 ? (width - beside) / 2 : 8;
    const auto names = names_of_pairs(view, pairs, name_columns);
    std::size_t first_columns = 0;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        first_columns = std::max(first_columns, tape::display_width(names[2 * k]));
    }
    std::string text = "\n" + report::emphasised("Strongest pairs", view.style.colour) + "\n";
    for (std::size_t k = 0; k < pairs.size(); ++k) {
        text +=
            heads[k] + report::padded(names[2 * k], first_columns) + "  " + names[2 * k + 1] + "\n";
    }
    return text;
}

std::string meaning(const TableView& view) {
    const auto& measure = view.matrix.measure;
    const auto said =
        measure.description.empty() ? measure.name : measure.name + ", " + measure.description;
    const auto shown = base::printable(said, !view.style.unicode);
    return "\n" + report::wrapped(shown, view.style.width_columns) + "\n";
}

std::string table_of(const Matrix& matrix, const TerminalStyle& style) {
    if (matrix.rows() == 0 || matrix.columns() == 0) {
        return "No articles to compare.\n";
    }
    const TableView view(matrix, style);
    if (matrix.same_set && matrix.rows() == 1) {
        constexpr std::size_t beside = 45;  // the columns of the sentence
        const auto columns = std::max(style.width_columns, beside + 8) - beside;
        return "One article, " +
               report::fitted_names(view.row_names, columns, style.unicode).front() +
               ": nothing to compare it with.\n";
    }
    const auto map = heat_map(view);
    return (map ? *map : summary(view)) + pair_lines(view, map && matrix.same_set) + meaning(view);
}

}  // namespace

void write_table(const Matrix& matrix, const TerminalStyle& style, const ReportSink& sink) {
    assert(matrix.values.size() == matrix.rows() * matrix.columns());
    report::BlockWriter out(sink);
    out.text(table_of(matrix, style));
    out.finish();
}

std::string printable(std::string_view text) {
    return base::printable(text, false);
}

}  // namespace wirecopy
