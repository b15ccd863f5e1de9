// CSV and TSV: the same rows, with two ways to keep a label in its cell.

#include <cassert>
#include <span>
#include <string>
#include <string_view>

#include "report/block_writer.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

std::string csv_label(std::string_view label) {
    if (label.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(label);
    }
    std::string quoted = "\"";
    for (const char c : label) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

std::string tsv_label(std::string_view label) {
    std::string escaped;
    for (const char c : label) {
        switch (c) {
            case '\t':
                escaped += "\\t";
                break;
            case '\n':
                escaped += "\\n";
                break;
            case '\r':
                escaped += "\\r";
                break;
            case '\\':
                escaped += "\\\\";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

void write_delimited(const Matrix& matrix, char separator, std::string (*cell)(std::string_view),
                     const ReportSink& sink) {
    assert(matrix.values.size() == matrix.rows() * matrix.columns());
    report::BlockWriter out(sink);
    out.text("id");
    for (const auto& label : matrix.column_labels) {
        out.text(separator + cell(label));
    }
    out.text("\n");
    auto rest = std::span(matrix.values);
    for (const auto& label : matrix.row_labels) {
        out.text(cell(label));
        if (matrix.columns() > 0) {
            out.text({&separator, 1});
        }
        out.scores(rest.first(matrix.columns()), separator);
        out.text("\n");
        rest = rest.subspan(matrix.columns());
    }
    out.finish();
}

}  // namespace

void write_csv(const Matrix& matrix, const ReportSink& sink) {
    write_delimited(matrix, ',', csv_label, sink);
}

void write_tsv(const Matrix& matrix, const ReportSink& sink) {
    write_delimited(matrix, '\t', tsv_label, sink);
}

}  // namespace wirecopy
