#include "report/heat_map.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "report/columns.hpp"
#include "report/grade_marks.hpp"
#include "report/names.hpp"
#include "report/paint.hpp"

namespace wirecopy::report {

namespace {

struct Layout {
    std::size_t key_columns = 0;  // the row's key and a space; 0 for two sets
    std::size_t name_columns = 0;
    std::size_t cell_columns = 0;
    std::size_t score_columns = 0;  // 0 when cells are too narrow for numbers
    std::size_t mark_columns = 0;   // 1 when a mark of the grade stands behind the number

    [[nodiscard]] std::size_t indent() const noexcept { return key_columns + name_columns + 2; }
};

std::size_t longest_score_text(const TableView& view) {
    std::size_t longest = view.key(view.matrix.columns() - 1).size();
    for (std::size_t row = 0; row < view.matrix.rows(); ++row) {
        for (std::size_t column = 0; column < view.matrix.columns(); ++column) {
            if (!view.is_diagonal(row, column)) {
                const auto score = millionths(view.matrix(row, column));
                longest = std::max(longest, view.cell(score).size());
            }
        }
    }
    return longest;
}

std::optional<Layout> plan(const TableView& view) {
    const auto columns = view.matrix.columns();
    const auto width = view.style.width_columns;
    // Rules out a long search for the longest score as well.
    if (view.matrix.rows() > view.style.limit_rows || columns > width) {
        return std::nullopt;
    }
    Layout layout;
    layout.key_columns = view.matrix.same_set ? view.key(columns - 1).size() + 1 : 0;
    layout.score_columns = longest_score_text(view);
    const auto longest = widest(view.row_names);
    struct Try {
        std::size_t cell_columns;
        std::size_t fewest_name_columns;
    };
    const auto score = layout.score_columns + (view.has_grades ? 1 : 0);
    for (const auto& attempt : {Try{score + 2, 20}, Try{score + 1, 14}, Try{2, 12}, Try{1, 8}}) {
        const auto fixed = layout.key_columns + 2 + columns * attempt.cell_columns;
        if (fixed + std::min(longest, attempt.fewest_name_columns) <= width) {
            layout.cell_columns = attempt.cell_columns;
            // Below the width that fitted_names asks for only when all names are that short.
            layout.name_columns = std::min(longest, width - fixed);
            const bool has_numbers = attempt.cell_columns > score;
            layout.mark_columns = has_numbers && view.has_grades ? 1 : 0;
            layout.score_columns = has_numbers ? layout.score_columns : 0;
            return layout;
        }
    }
    return std::nullopt;
}

void end_line(std::string& text) {
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
}

// In the middle of a cell; beside marks, of what they leave for the number.
std::string over_number(const Layout& layout, std::string_view text) {
    if (layout.score_columns == 0) {
        return padded(text, layout.cell_columns);
    }
    return centred(text, layout.cell_columns - layout.mark_columns) +
           std::string(layout.mark_columns, ' ');
}

// Over cells that are too narrow for their keys only every fifth or tenth has one.
std::string heads(const TableView& view, const Layout& layout) {
    const auto columns = view.matrix.columns();
    std::string line(layout.indent(), ' ');
    if (layout.score_columns > 0 || view.key(columns - 1).size() < 2) {
        for (std::size_t column = 0; column < columns; ++column) {
            line += over_number(layout, view.key(column));
        }
    } else {
        const std::size_t every = layout.cell_columns == 2 ? 5 : 10;
        for (std::size_t column = 0; column < columns; column += column == 0 ? every - 1 : every) {
            const auto start = layout.indent() + column * layout.cell_columns;
            const auto key = view.key(column);
            if (start + key.size() <= view.style.width_columns) {
                line.resize(start, ' ');
                line += key;
            }
        }
    }
    end_line(line);
    return line;
}

std::string cell(const TableView& view, const Layout& layout, std::size_t row, std::size_t column) {
    const auto& style = view.style;
    if (view.is_diagonal(row, column)) {
        const std::string dot = style.unicode ? "·" : "-";
        return dimmed(over_number(layout, dot), style.colour);
    }
    const auto score = millionths(view.matrix(row, column));
    const double share = view.share(score);
    if (layout.score_columns > 0) {
        auto text = view.cell(score);
        if (!view.matrix.measure.bounded) {
            text.insert(0, layout.score_columns - text.size(), ' ');
        }
        if (layout.mark_columns > 0) {
            text = centred(text, layout.score_columns) + view.grade_mark(row, column);
        }
        return on_ramp(centred(text, layout.cell_columns), share, style.colour);
    }
    // A mark stands for the last block of its cell.
    const char mark = view.has_grades ? view.grade_mark(row, column) : ' ';
    const auto block_columns = layout.cell_columns - (mark == ' ' ? 0 : 1);
    std::string blocks;
    for (std::size_t k = 0; k < block_columns; ++k) {
        blocks += style.colour != ColourMode::none ? " " : shade(share, style.unicode);
    }
    blocks.append(layout.cell_columns - block_columns, mark);
    return on_ramp(blocks, share, style.colour);
}

// Numbers without colour explain themselves.
std::string scale(const TableView& view, const Layout& layout) {
    if (layout.score_columns > 0 && view.style.colour == ColourMode::none) {
        return "";
    }
    constexpr std::size_t steps = 20;
    const auto top = view.mark(view.scale_top);
    const auto columns = std::string_view("0 ").size() + steps + 1 + 1 + top.size();
    const auto width = view.style.width_columns;
    const auto indent = std::min(layout.indent(), width > columns ? width - columns : 0);
    std::string line = "\n" + std::string(indent, ' ') + "0 ";
    for (std::size_t k = 0; k <= steps; ++k) {
        const auto share = static_cast<double>(k) / static_cast<double>(steps);
        line += view.style.colour == ColourMode::none
                    ? std::string(shade(share, view.style.unicode))
                    : on_ramp(" ", share, view.style.colour);
    }
    return line + ' ' + top + '\n';
}

std::string legend(const TableView& view) {
    if (!view.has_grades) {
        return "";
    }
    return "\n" + grade_legend(view.grade_counts, view.style.width_columns) + "\n";
}

std::string column_list(const TableView& view) {
    const auto key_columns = view.key(view.matrix.columns() - 1).size();
    const auto beside = key_columns + 4;
    const auto width = view.style.width_columns;
    const auto names = fitted_names(view.column_names, width > beside + 8 ? width - beside : 8,
                                    view.style.unicode);
    std::string text = "\n" + emphasised("Columns", view.style.colour) + "\n";
    for (std::size_t column = 0; column < names.size(); ++column) {
        const auto key = view.key(column);
        text += "  " + std::string(key_columns - key.size(), ' ') + key + "  " + names[column];
        end_line(text);
    }
    return text;
}

}  // namespace

std::optional<std::string> heat_map(const TableView& view) {
    const auto layout = plan(view);
    if (!layout) {
        return std::nullopt;
    }
    const auto names = fitted_names(view.row_names, std::max<std::size_t>(layout->name_columns, 8),
                                    view.style.unicode);
    std::string text = heads(view, *layout);
    for (std::size_t row = 0; row < view.matrix.rows(); ++row) {
        if (layout->key_columns > 0) {
            const auto key = view.key(row);
            text += std::string(layout->key_columns - 1 - key.size(), ' ') + key + ' ';
        }
        text += padded(names[row], layout->name_columns) + "  ";
        for (std::size_t column = 0; column < view.matrix.columns(); ++column) {
            text += cell(view, *layout, row, column);
        }
        end_line(text);
    }
    text += scale(view, *layout) + legend(view);
    return view.matrix.same_set ? text : text + column_list(view);
}

}  // namespace wirecopy::report
