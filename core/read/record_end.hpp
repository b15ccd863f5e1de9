// Record end: finds where a line, or a row with quoted newlines in it, ends.
//
//   in      the bytes of one record, in pieces cut anywhere
//   out     the place just after the newline that ends it, when it is in this piece
//   cost    lines: one memchr; rows: one pass, quoted cells by memchr; no memory
//
// Format: Shafranovich, "Common format and MIME type for CSV files", RFC 4180.

#pragma once

#include <cstddef>
#include <string_view>

namespace wirecopy::read {

class RecordEnd {
public:
    static constexpr std::size_t not_here = std::string_view::npos;

    /// Records are lines.
    RecordEnd() = default;
    /// Records are rows of cells.
    explicit RecordEnd(char delimiter) noexcept : rows_(true), delimiter_(delimiter) {}

    /// A new record begins.
    void restart() noexcept { state_ = State::cell_start; }

    /// Looks through the next piece of the record.
    [[nodiscard]] std::size_t find(std::string_view piece) noexcept;

    /// True when one record may span lines.
    [[nodiscard]] bool spans_lines() const noexcept { return rows_; }

    /// True when what was seen of the record ends inside a quoted cell.
    [[nodiscard]] bool in_quotes() const noexcept { return state_ == State::quoted; }

    /// True when text follows a closing quote: no such row is sound, and it ends with this line.
    [[nodiscard]] bool broken() const noexcept { return state_ == State::broken; }

private:
    // A quote opens a cell only as its first byte; elsewhere in an unquoted cell it is text.
    enum class State { cell_start, unquoted, quoted, after_quote, after_return, broken };

    [[nodiscard]] std::size_t find_row_end(std::string_view piece) noexcept;
    [[nodiscard]] State after(char byte) const noexcept;

    bool rows_ = false;
    char delimiter_ = ',';
    State state_ = State::cell_start;
};

}  // namespace wirecopy::read
