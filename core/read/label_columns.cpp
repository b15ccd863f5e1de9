#include "read/label_columns.hpp"
#include "base/printable.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>

#include "read/utf8_check.hpp"

namespace wirecopy::read {

namespace {

using Cells = std::span<const std::string_view>;

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool is_called(std::string_view cell, std::string_view name) {
    return std::ranges::equal(cell, name, {}, lower);
}

// The first column that has one of the names, the earlier names first.
std::optional<std::size_t> find_called(Cells header,
                                       std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        for (std::size_t column = 0; column < header.size(); ++column) {
            if (is_called(header[column], name)) {
                return column;
            }
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> find_exactly(Cells cells, std::string_view name) {
    const auto found = std::find(cells.begin(), cells.end(), name);
    if (name.empty() || found == cells.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - cells.begin());
}

// A column by its number from 1.
std::optional<std::size_t> numbered_column(Cells cells, std::string_view text) {
    std::size_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
    if (!is_number || number == 0 || number > cells.size()) {
        return std::nullopt;
    }
    return number - 1;
}

std::string list_cells(Cells cells) {
    constexpr std::size_t most_listed = 20;
    std::string list;
    for (std::size_t i = 0; i < std::min(cells.size(), most_listed); ++i) {
        list += (i == 0 ? "" : ", ") + base::printable(cells[i]);
    }
    return cells.size() > most_listed ? list + ", ..." : list;
}

LabelKind kind_of(Cells cells, bool has_header, std::optional<std::size_t> label) {
    if (has_header && find_called(cells, {"id_a"})) {
        return LabelKind::pairs;
    }
    if (has_header && find_called(cells, {"id"})) {
        return LabelKind::clusters;
    }
    const bool is_second = label ? *label == 1 : cells.size() == 2;
    return is_second ? LabelKind::clusters : LabelKind::pairs;
}

}  // namespace

std::variant<LabelColumns, std::string> choose_label_columns(Cells first_row,
                                                             const LabelOptions& options) {
    LabelColumns columns;
    auto label = find_exactly(first_row, options.column);
    columns.has_header =
        label || is_called(first_row.front(), "id") || is_called(first_row.front(), "id_a");
    if (!label && !options.column.empty()) {
        label = numbered_column(first_row, options.column);
        if (!label) {
            return "no column " + base::printable(options.column) + "; the first row has " +
                   list_cells(first_row);
        }
    }
    const auto called = [&](std::initializer_list<std::string_view> names) {
        return columns.has_header ? find_called(first_row, names) : std::nullopt;
    };
    if (options.kind == LabelKind::clusters && called({"id_a"})) {
        return "these are labels of pairs; clusters need id, cluster";
    }
    columns.kind = options.kind == LabelKind::automatic
                       ? kind_of(first_row, columns.has_header, label)
                       : options.kind;
    if (columns.kind == LabelKind::pairs) {
        columns.id_a = called({"id_a"}).value_or(0);
        columns.id_b = called({"id_b"}).value_or(columns.id_a + 1);
        label = label ? label : called({"label"});
    } else {
        columns.id_a = columns.id_b = called({"id"}).value_or(0);
        label = label ? label : called({"cluster", "story"});
    }
    columns.label = label.value_or(columns.id_b + 1);
    if (std::max(columns.id_b, columns.label) >= first_row.size()) {
        return "columns are missing: " +
               std::string(columns.kind == LabelKind::pairs ? "labels of pairs need id_a, id_b, "
                                                              "label"
                                                            : "clusters need id, cluster") +
               "; the first row has " + list_cells(first_row);
    }
    if (columns.label == columns.id_a || columns.label == columns.id_b ||
        (columns.kind == LabelKind::pairs && columns.id_a == columns.id_b)) {
        return "one column cannot be both id and label: " +
               base::printable(first_row[columns.label]);
    }
    return columns;
}

}  // namespace wirecopy::read
