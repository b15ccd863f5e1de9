#include "read/record_end.hpp"

namespace wirecopy::read {

std::size_t RecordEnd::find(std::string_view piece) noexcept {
    if (rows_) {
        return find_row_end(piece);
    }
    const auto newline = piece.find('\n');
    return newline == std::string_view::npos ? not_here : newline + 1;
}

std::size_t RecordEnd::find_row_end(std::string_view piece) noexcept {
    std::size_t at = 0;
    while (at < piece.size()) {
        if (state_ == State::quoted) {
            // The text of an article is one long quoted cell: most bytes are passed here.
            at = piece.find('"', at);
            if (at == std::string_view::npos) {
                return not_here;
            }
            state_ = State::after_quote;
        } else if (state_ == State::broken) {
            const auto newline = piece.find('\n', at);
            return newline == std::string_view::npos ? not_here : newline + 1;
        } else if (piece[at] == '\n') {
            return at + 1;
        } else {
            state_ = after(piece[at]);
        }
        ++at;
    }
    return not_here;
}

RecordEnd::State RecordEnd::after(char byte) const noexcept {
    const bool quote_may_close = state_ == State::after_quote;
    if (byte == delimiter_ && state_ != State::after_return) {
        return State::cell_start;
    }
    if (byte == '"' && (state_ == State::cell_start || quote_may_close)) {
        // First byte of a cell, or the second quote of a doubled one.
        return State::quoted;
    }
    if (quote_may_close && byte == '\r') {
        return State::after_return;  // of a line ending, if a newline follows
    }
    return quote_may_close || state_ == State::after_return ? State::broken : State::unquoted;
}

}  // namespace wirecopy::read
