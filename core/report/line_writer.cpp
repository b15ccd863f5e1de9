#include "report/line_writer.hpp"

#include <string>

#include "report/quoted.hpp"

namespace wirecopy::report {

LineWriter::LineWriter(PairFormat format, std::span<const std::string_view> columns,
                       const ReportSink& sink)
    : format_(format), columns_(columns), out_(sink) {
    if (is_json()) {
        return;
    }
    for (const auto column : columns) {
        raw(column);
    }
}

void LineWriter::before_cell() {
    if (is_json()) {
        out_.text(column_ == 0 ? "{\"" : ",\"");
        out_.text(columns_[column_]);
        out_.text("\":");
    } else if (column_ > 0) {
        out_.text(format_ == PairFormat::csv ? "," : "\t");
    }
}

void LineWriter::after_cell() {
    if (++column_ == columns_.size()) {
        out_.text(is_json() ? "}\n" : "\n");
        column_ = 0;
    }
}

void LineWriter::raw(std::string_view cell) {
    before_cell();
    out_.text(cell);
    after_cell();
}

void LineWriter::text(std::string_view cell) {
    raw(is_json()                    ? json_string(cell)
        : format_ == PairFormat::csv ? csv_cell(cell)
                                     : tsv_cell(cell));
}

void LineWriter::number(std::uint64_t cell) {
    raw(std::to_string(cell));
}

void LineWriter::score(float cell) {
    before_cell();
    out_.scores({&cell, 1}, ',');
    after_cell();
}

}  // namespace wirecopy::report
