// Delimited row: one row of CSV or TSV becomes cells.
//
//   in      a whole row without its line ending, as RecordEnd found it
//   out     the cells, quotes taken off and doubled ones made single
//   cost    one pass; a copy only of cells with doubled quotes
//   error   a quote that is never closed, or text after a closing one: the place in the row
//
// A quote inside an unquoted cell is text: TSV of news is full of them.
// Format: Shafranovich, "Common format and MIME type for CSV files", RFC 4180.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wirecopy::read {

/// Splits rows one after the other; the cells hold until the next row.
class DelimitedRow {
public:
    /// Rows are split up to `most_cells`; further ones are counted only.
    DelimitedRow(char delimiter, std::size_t most_cells)
        : delimiter_(delimiter), most_cells_(most_cells) {}

    /// Splits from `begin` on. The reason why the row cannot be split, if there is one, names the
    /// place in the whole row.
    [[nodiscard]] std::optional<std::string> split(std::string_view row, std::size_t begin = 0);

    [[nodiscard]] const std::vector<std::string_view>& cells() const noexcept { return cells_; }

    /// All cells of the row, those above `most_cells` too.
    [[nodiscard]] std::size_t count() const noexcept { return count_; }

private:
    [[nodiscard]] std::optional<std::string> take_quoted(std::string_view row, std::size_t& at);
    void take_unquoted(std::string_view row, std::size_t& at);
    void add(std::string_view cell);

    char delimiter_;
    std::size_t most_cells_;
    std::size_t count_ = 0;
    std::vector<std::string_view> cells_;
    std::string unquoted_;  ///< cells with doubled quotes; never grows while a row is split
};

}  // namespace wirecopy::read
