// CSV and TSV: the same rows, with two ways to keep a label in its cell.

#include <cassert>
#include <span>
#include <string>
#include <string_view>

#include "report/block_writer.hpp"
#include "report/quoted.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

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
    write_delimited(matrix, ',', report::csv_cell, sink);
}

void write_tsv(const Matrix& matrix, const ReportSink& sink) {
    write_delimited(matrix, '\t', report::tsv_cell, sink);
}

}  // namespace wirecopy
