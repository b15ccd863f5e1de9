#include <algorithm>
#include <cassert>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/block_writer.hpp"
#include "report/grade_marks.hpp"
#include "report/quoted.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

using report::json_string;

std::string_view json_bool(bool value) {
    return value ? "true" : "false";
}

void write_measure(const MeasureInfo& measure, report::BlockWriter& out) {
    out.text("{\"name\":");
    out.text(json_string(measure.name));
    out.text(",\"description\":");
    out.text(json_string(measure.description));
    out.text(",\"symmetric\":");
    out.text(json_bool(measure.symmetric));
    out.text(",\"bounded\":");
    out.text(json_bool(measure.bounded));
    out.text("}");
}

void write_labels(const std::vector<std::string>& labels, report::BlockWriter& out) {
    std::string_view before = "[";
    for (const auto& label : labels) {
        out.text(before);
        out.text(json_string(label));
        before = ",";
    }
    out.text(labels.empty() ? "[]" : "]");
}

// A string for each row, a mark for each cell.
void write_grades(const Matrix& matrix, report::BlockWriter& out) {
    out.text(",\n\"grades\":[");
    std::string marks(matrix.columns(), '-');
    auto rest = std::span(matrix.grades);
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        std::transform(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(marks.size()),
                       marks.begin(), report::grade_mark);
        out.text(row == 0 ? "\n\"" : ",\n\"");
        out.text(marks);
        out.text("\"");
        rest = rest.subspan(matrix.columns());
    }
    out.text("\n]");
}

}  // namespace

void write_json(const Matrix& matrix, const ReportSink& sink) {
    assert(matrix.values.size() == matrix.rows() * matrix.columns());
    report::BlockWriter out(sink);
    out.text("{\"wirecopy\":\"matrix\",\"version\":1,\"measure\":");
    write_measure(matrix.measure, out);
    out.text(",\n\"rows\":");
    write_labels(matrix.row_labels, out);
    out.text(",\n\"columns\":");
    write_labels(matrix.column_labels, out);
    out.text(",\n\"values\":[");
    auto rest = std::span(matrix.values);
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        out.text(row == 0 ? "\n[" : ",\n[");
        out.scores(rest.first(matrix.columns()), ',');
        out.text("]");
        rest = rest.subspan(matrix.columns());
    }
    out.text(matrix.rows() == 0 ? "]" : "\n]");
    if (!matrix.grades.empty()) {
        write_grades(matrix, out);
    }
    out.text("}\n");
    out.finish();
}

}  // namespace wirecopy
