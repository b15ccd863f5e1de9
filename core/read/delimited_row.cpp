#include "read/delimited_row.hpp"

#include <algorithm>

namespace wirecopy::read {

std::optional<std::string> DelimitedRow::split(std::string_view row, std::size_t begin) {
    cells_.clear();
    unquoted_.clear();
    count_ = 0;
    auto at = begin;
    while (true) {
        if (at < row.size() && row[at] == '"') {
            if (auto problem = take_quoted(row, at)) {
                return problem;
            }
        } else {
            take_unquoted(row, at);
        }
        if (at == row.size()) {
            return std::nullopt;
        }
        ++at;  // the delimiter; another cell follows it, be it empty
    }
}

void DelimitedRow::take_unquoted(std::string_view row, std::size_t& at) {
    const auto end = std::min(row.find(delimiter_, at), row.size());
    add(row.substr(at, end - at));
    at = end;
}

std::optional<std::string> DelimitedRow::take_quoted(std::string_view row, std::size_t& at) {
    const auto begin = at + 1;
    const auto unquoted_begin = unquoted_.size();
    auto piece = begin;  // what is not yet copied, once there was a doubled quote
    auto quote = row.find('"', begin);
    while (quote != std::string_view::npos && quote + 1 < row.size() && row[quote + 1] == '"') {
        if (unquoted_.capacity() < row.size()) {
            // Views point into it: it gets its final size before the first of them.
            unquoted_.reserve(row.size());
        }
        unquoted_.append(row.substr(piece, quote + 1 - piece));
        piece = quote + 2;
        quote = row.find('"', piece);
    }
    if (quote == std::string_view::npos) {
        return "the quote at byte " + std::to_string(at) + " is never closed";
    }
    if (piece == begin) {
        add(row.substr(begin, quote - begin));
    } else {
        unquoted_.append(row.substr(piece, quote - piece));
        add(std::string_view(unquoted_).substr(unquoted_begin));
    }
    at = quote + 1;
    if (at < row.size() && row[at] != delimiter_) {
        return "text after the closing quote at byte " + std::to_string(quote);
    }
    return std::nullopt;
}

void DelimitedRow::add(std::string_view cell) {
    ++count_;
    if (cells_.size() < most_cells_) {
        cells_.push_back(cell);
    }
}

}  // namespace wirecopy::read
