// Evaluations as CSV and TSV: a header and one row, so that the rows of many runs make a table.

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/block_writer.hpp"
#include "report/figure_text.hpp"
#include "report/quoted.hpp"
#include "wirecopy/evaluate.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

using report::figure_text;
using Row = std::vector<std::pair<std::string_view, std::string>>;  // column and cell

// How texts are kept in their cells, and what stands between them.
struct Style {
    char separator;
    std::string (*cell)(std::string_view);
};

constexpr Style csv{',', report::csv_cell};
constexpr Style tsv{'\t', report::tsv_cell};

void add_threshold(const std::optional<ThresholdFigures>& figures, Row& row,
                   const std::array<std::string_view, 7>& columns) {
    const auto made = figures.value_or(ThresholdFigures{});
    const auto count = [&](std::uint64_t number) {
        return figures ? std::to_string(number) : std::string();
    };
    row.emplace_back(columns[0],
                     figures ? figure_text(static_cast<double>(made.threshold)) : std::string());
    row.emplace_back(columns[1], figure_text(made.precision));
    row.emplace_back(columns[2], figure_text(made.recall));
    row.emplace_back(columns[3], figure_text(made.f1));
    row.emplace_back(columns[4], count(made.true_positives));
    row.emplace_back(columns[5], count(made.false_positives));
    row.emplace_back(columns[6], count(made.false_negatives));
}

Row row_of(const PairEvaluation& evaluation) {
    const auto& figures = evaluation.figures;
    Row row{{"score", evaluation.measure.name},
            {"articles", std::to_string(evaluation.articles)},
            {"pairs", std::to_string(figures.positives + figures.negatives)},
            {"positives", std::to_string(figures.positives)},
            {"average_precision", figure_text(figures.average_precision)},
            {"roc_auc", figure_text(figures.roc_auc)}};
    add_threshold(figures.best, row,
                  {"best_threshold", "best_precision", "best_recall", "best_f1",
                   "best_true_positives", "best_false_positives", "best_false_negatives"});
    add_threshold(figures.at_threshold, row,
                  {"threshold", "precision", "recall", "f1", "true_positives", "false_positives",
                   "false_negatives"});
    row.emplace_back("brier_score", figure_text(figures.brier_score));
    row.emplace_back("brier_skill", figure_text(figures.brier_skill));
    const auto& reliability = figures.reliability;
    row.emplace_back("calibration_error",
                     reliability ? figure_text(reliability->width_calibration_error) : "");
    row.emplace_back("mass_calibration_error",
                     reliability ? figure_text(reliability->mass_calibration_error) : "");
    return row;
}

Row row_of(const ClusterEvaluation& evaluation) {
    return {{"articles", std::to_string(evaluation.articles)},
            {"labelled_clusters", std::to_string(evaluation.labelled_clusters)},
            {"predicted_clusters", std::to_string(evaluation.predicted_clusters)},
            {"adjusted_rand", figure_text(evaluation.adjusted_rand)},
            {"b_cubed_precision", figure_text(evaluation.b_cubed.precision)},
            {"b_cubed_recall", figure_text(evaluation.b_cubed.recall)},
            {"b_cubed_f1", figure_text(evaluation.b_cubed.f1)},
            {"pairwise_precision", figure_text(evaluation.pairwise.precision)},
            {"pairwise_recall", figure_text(evaluation.pairwise.recall)},
            {"pairwise_f1", figure_text(evaluation.pairwise.f1)}};
}

void write_line(const std::vector<std::string_view>& cells, const Style& style,
                report::BlockWriter& out) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out.text(i == 0 ? std::string_view() : std::string_view(&style.separator, 1));
        out.text(style.cell(cells[i]));
    }
    out.text("\n");
}

void write_row(const Row& row, const Style& style, report::BlockWriter& out) {
    std::vector<std::string_view> columns;
    std::vector<std::string_view> cells;
    for (const auto& [column, cell] : row) {
        columns.push_back(column);
        cells.push_back(cell);
    }
    write_line(columns, style, out);
    write_line(cells, style, out);
}

void write_errors(const PairEvaluation& evaluation, const Style& style, report::BlockWriter& out) {
    out.text("\n");
    write_line({"error", "id_a", "id_b", "label", "score"}, style, out);
    const auto write = [&](const std::vector<LabelledError>& errors, std::string_view kind) {
        for (const auto& error : errors) {
            const auto score = figure_text(static_cast<double>(error.score));
            write_line({kind, error.id_a, error.id_b, error.label, score}, style, out);
        }
    };
    write(evaluation.false_positives, "false_positive");
    write(evaluation.false_negatives, "false_negative");
}

void write(const PairEvaluation& evaluation, const Style& style, const ReportSink& sink) {
    report::BlockWriter out(sink);
    write_row(row_of(evaluation), style, out);
    if (evaluation.limit_errors > 0) {
        write_errors(evaluation, style, out);
    }
    out.finish();
}

void write(const ClusterEvaluation& evaluation, const Style& style, const ReportSink& sink) {
    report::BlockWriter out(sink);
    write_row(row_of(evaluation), style, out);
    out.finish();
}

}  // namespace

void write_csv(const PairEvaluation& evaluation, const ReportSink& sink) {
    write(evaluation, csv, sink);
}

void write_tsv(const PairEvaluation& evaluation, const ReportSink& sink) {
    write(evaluation, tsv, sink);
}

void write_csv(const ClusterEvaluation& evaluation, const ReportSink& sink) {
    write(evaluation, csv, sink);
}

void write_tsv(const ClusterEvaluation& evaluation, const ReportSink& sink) {
    write(evaluation, tsv, sink);
}

}  // namespace wirecopy
