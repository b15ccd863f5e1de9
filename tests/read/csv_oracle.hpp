// The slow, plainly right twin of the CSV reader: one byte at a time over the whole text, each
// cell a string. It knows nothing of chunks, limits or articles. Of a row with a quote that is
// never closed, or that text follows, the first line is the row, and the next line is looked at
// anew; text behind a closing quote goes on to the end of its line.

#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wirecopy::read {

struct OracleRow {
    std::uint64_t line = 0;
    std::vector<std::string> cells;
    bool broken = false;  ///< text after a closing quote, or a quote that is never closed

    bool operator==(const OracleRow&) const = default;
};

inline std::vector<OracleRow> oracle_rows(std::string_view text, char delimiter) {
    std::vector<OracleRow> rows;
    std::uint64_t line = 1;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto row_begin = at;
        OracleRow row;
        row.line = line;
        bool row_over = false;
        while (!row_over) {
            std::string cell;
            if (at < text.size() && text[at] == '"') {
                ++at;
                bool closed = false;
                while (at < text.size() && !closed) {
                    if (text[at] != '"') {
                        line += text[at] == '\n' ? 1U : 0U;
                        cell += text[at++];
                    } else if (at + 1 < text.size() && text[at + 1] == '"') {
                        cell += '"';
                        at += 2;
                    } else {
                        closed = true;
                        ++at;
                    }
                }
                row.broken = row.broken || !closed;
                std::string rest;
                while (at < text.size() && text[at] != delimiter && text[at] != '\n') {
                    rest += text[at++];
                }
                // The carriage return of a CRLF belongs to the line ending.
                if (rest == "\r" && (at == text.size() || text[at] == '\n')) {
                    rest.clear();
                }
                if (!rest.empty()) {
                    row.broken = true;
                    at = std::min(text.find('\n', at), text.size());
                }
            } else {
                while (at < text.size() && text[at] != delimiter && text[at] != '\n') {
                    cell += text[at++];
                }
                if ((at == text.size() || text[at] == '\n') && cell.ends_with('\r')) {
                    cell.pop_back();
                }
            }
            row.cells.push_back(cell);
            if (at == text.size()) {
                row_over = true;
            } else if (text[at] == '\n') {
                row_over = true;
                ++line;
                ++at;
            } else {
                ++at;  // the delimiter
            }
        }
        const auto first_line_end = std::min(text.find('\n', row_begin), text.size() - 1) + 1;
        if (row.broken && first_line_end < at) {
            at = first_line_end;
            line = row.line + 1;
        }
        // A blank line is no row; one cell of nothing but two quotes is.
        const auto raw = text.substr(row_begin, at - row_begin);
        if (raw != "\n" && raw != "\r\n" && raw != "\r") {
            rows.push_back(row);
        }
    }
    return rows;
}

}  // namespace wirecopy::read
