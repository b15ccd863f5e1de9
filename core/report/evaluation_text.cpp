// Evaluations for people.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/printable.hpp"
#include "report/block_writer.hpp"
#include "report/columns.hpp"
#include "report/figure_text.hpp"
#include "report/paint.hpp"
#include "report/summary.hpp"
#include "tape/display_width.hpp"
#include "wirecopy/evaluate.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

using report::counted;
using report::grouped;
using report::short_figure;
using Lines = std::vector<std::vector<std::string>>;

// Columns two apart, each as wide as it must be; all but the first lean to the right.
std::string laid_out(const Lines& lines) {
    std::vector<std::size_t> widths;
    for (const auto& cells : lines) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], cells[i].size());
        }
    }
    std::string text;
    for (const auto& cells : lines) {
        std::string line = "  " + cells.front();
        for (std::size_t i = 1; i < cells.size(); ++i) {
            line += std::string(i == 1 ? widths[0] - cells[0].size() : 0, ' ');
            line += std::string(2 + widths[i] - cells[i].size(), ' ') + cells[i];
        }
        text += line + '\n';
    }
    return text;
}

std::string figure(std::optional<double> value) {
    return short_figure(value, 3);
}

std::string sizes(const PairEvaluation& evaluation) {
    const auto pairs = evaluation.figures.positives + evaluation.figures.negatives;
    const auto share = pairs == 0
                           ? std::nullopt
                           : std::optional(static_cast<double>(evaluation.figures.positives) /
                                           static_cast<double>(pairs));
    return counted(evaluation.articles, "article") +
           (evaluation.clusters == 0 ? "" : " in " + counted(evaluation.clusters, "cluster")) +
           ", " + counted(pairs, "pair") + ", " + grouped(evaluation.figures.positives) +
           " of them positive (" + short_figure(share, 4) + ")";
}

std::vector<std::string> threshold_line(std::string name, const ThresholdFigures& figures) {
    return {std::move(name),
            figure(static_cast<double>(figures.threshold)),
            figure(figures.precision),
            figure(figures.recall),
            figure(figures.f1),
            grouped(figures.true_positives),
            grouped(figures.false_positives),
            grouped(figures.false_negatives)};
}

std::string thresholds(const PairFigures& figures) {
    if (!figures.best && !figures.at_threshold) {
        return "";
    }
    Lines lines{{"", "from", "precision", "recall", "F1", "found", "wrong", "missed"}};
    if (figures.best) {
        lines.push_back(threshold_line("best F1", *figures.best));
    }
    if (figures.at_threshold) {
        lines.push_back(threshold_line("threshold", *figures.at_threshold));
    }
    return "\n" + laid_out(lines);
}

// As few digits as the bound has, but two.
std::string bound(double value) {
    const auto text = short_figure(value, 6);
    const auto digits = text.find_last_not_of('0');
    return value == 0 || value == 1 ? text : text.substr(0, std::max<std::size_t>(digits + 1, 3));
}

std::vector<std::string> bin_line(double from, const ReliabilityBin& bin, double to) {
    return {bound(from) + " - " + bound(to), grouped(bin.pairs), figure(bin.mean_score),
            figure(bin.positive_share)};
}

std::string reliability(const PairFigures& figures, const TerminalStyle& style) {
    if (!figures.reliability) {
        return "";
    }
    const auto& found = *figures.reliability;
    Lines lines{{"score", "pairs", "mean score", "positive"}};
    if (found.below.pairs > 0) {
        lines.push_back(bin_line(0, found.below, found.floor));
    }
    for (const auto& bin : found.equal_width) {
        lines.push_back(bin_line(std::max(bin.from, found.floor), bin, bin.to));
    }
    return "\n" + report::emphasised("Scores as probabilities", style.colour) + "\n" +
           laid_out({{"Brier score", short_figure(figures.brier_score, 4)},
                     {"Brier skill", figure(figures.brier_skill)},
                     {"calibration error, equal width", figure(found.width_calibration_error)},
                     {"calibration error, equal mass", figure(found.mass_calibration_error)}}) +
           "\n" + laid_out(lines);
}

// Ids are not cut: whoever reads them wants to look them up.
std::string error_lines(const std::vector<LabelledError>& errors, const TerminalStyle& style) {
    std::vector<std::string> firsts;
    std::vector<std::string> seconds;
    std::size_t score_columns = 0;
    for (const auto& error : errors) {
        firsts.push_back(base::printable(error.id_a, !style.unicode));
        seconds.push_back(base::printable(error.id_b, !style.unicode));
        score_columns = std::max(score_columns, figure(static_cast<double>(error.score)).size());
    }
    std::string text;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        const auto score = figure(static_cast<double>(errors[i].score));
        text += "  " + std::string(score_columns - score.size(), ' ') + score + "  " +
                report::padded(firsts[i], report::widest(firsts)) + "  " +
                report::padded(seconds[i], report::widest(seconds)) + "  " +
                base::printable(errors[i].label, !style.unicode) + "\n";
    }
    return text;
}

std::string errors_of(const PairEvaluation& evaluation, const TerminalStyle& style) {
    if (evaluation.limit_errors == 0 ||
        (!evaluation.figures.best && !evaluation.figures.at_threshold)) {
        return "";
    }
    const auto limit = figure(static_cast<double>(evaluation.error_threshold));
    const auto part = [&](const std::string& title, const std::vector<LabelledError>& errors) {
        return "\n" + report::emphasised(title, style.colour) + "\n" +
               (errors.empty() ? "  none\n" : error_lines(errors, style));
    };
    return part("Labelled negative, scored " + limit + " or more", evaluation.false_positives) +
           part("Labelled positive, scored below " + limit, evaluation.false_negatives);
}

std::string meaning(const MeasureInfo& measure, const TerminalStyle& style) {
    const auto said = base::printable(measure.name + ", " + measure.description, !style.unicode);
    return "\n" + report::wrapped(said, style.width_columns) + "\n";
}

void write(const std::string& text, const ReportSink& sink) {
    report::BlockWriter out(sink);
    out.text(text);
    out.finish();
}

}  // namespace

void write_text(const PairEvaluation& evaluation, const TerminalStyle& style,
                const ReportSink& sink) {
    const auto& figures = evaluation.figures;
    write(report::wrapped(sizes(evaluation), style.width_columns) + "\n\n" +
              laid_out({{"average precision", figure(figures.average_precision)},
                        {"ROC AUC", figure(figures.roc_auc)}}) +
              thresholds(figures) + reliability(figures, style) + errors_of(evaluation, style) +
              meaning(evaluation.measure, style),
          sink);
}

void write_text(const ClusterEvaluation& evaluation, const TerminalStyle& style,
                const ReportSink& sink) {
    const auto line = [](std::string name, const PrecisionRecall& figures) {
        return std::vector<std::string>{std::move(name), figure(figures.precision),
                                        figure(figures.recall), figure(figures.f1)};
    };
    const auto sizes_said = counted(evaluation.articles, "article") + " in " +
                            counted(evaluation.labelled_clusters, "labelled cluster") + " and " +
                            counted(evaluation.predicted_clusters, "predicted one");
    write(report::wrapped(sizes_said, style.width_columns) + "\n\n" +
              laid_out({{"adjusted Rand index", figure(evaluation.adjusted_rand)}}) + "\n" +
              laid_out({{"", "precision", "recall", "F1"},
                        line("B-cubed", evaluation.b_cubed),
                        line("pairs", evaluation.pairwise)}),
          sink);
}

}  // namespace wirecopy
