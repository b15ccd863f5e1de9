// What learning found, as CSV: figures of the sets, reliability, scores.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/block_writer.hpp"
#include "report/figure_text.hpp"
#include "report/quoted.hpp"
#include "wirecopy/learn.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

using report::figure_text;

std::string target_name(const LearnSet& set) {
    return set.target == LearnTarget::story ? "story" : "derived";
}

void write_line(std::span<const std::string> cells, report::BlockWriter& out) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out.text(i == 0 ? "" : ",");
        out.text(report::csv_cell(cells[i]));
    }
    out.text("\n");
}

std::optional<double> f1_of(const std::optional<ThresholdFigures>& figures) {
    return figures ? figures->f1 : std::nullopt;
}

}  // namespace

void write_figures(const Learned& learned, std::span<const LearnSet> sets, const ReportSink& sink) {
    report::BlockWriter out(sink);
    out.text(
        "set,target,use,pairs,positives,average_precision,roc_auc,best_f1,f1,brier_skill,"
        "mass_calibration_error\n");
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const auto& figures = learned.figures[i];
        const auto& reliability = figures.reliability;
        write_line(
            std::vector<std::string>{
                sets[i].name, target_name(sets[i]),
                sets[i].weight > 0 ? "cross-validated" : "checked",
                std::to_string(figures.positives + figures.negatives),
                std::to_string(figures.positives), figure_text(figures.average_precision),
                figure_text(figures.roc_auc), figure_text(f1_of(figures.best)),
                figure_text(f1_of(figures.at_threshold)), figure_text(figures.brier_skill),
                reliability ? figure_text(reliability->mass_calibration_error) : ""},
            out);
    }
    out.finish();
}

void write_reliability(const Learned& learned, std::span<const LearnSet> sets,
                       const ReportSink& sink) {
    report::BlockWriter out(sink);
    out.text("set,target,from,to,pairs,positives,mean_score,positive_share\n");
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (!sets[i].is_population || !learned.figures[i].reliability) {
            continue;
        }
        for (const auto& bin : learned.figures[i].reliability->equal_mass) {
            write_line(
                std::vector<std::string>{sets[i].name, target_name(sets[i]), figure_text(bin.from),
                                         figure_text(bin.to), std::to_string(bin.pairs),
                                         std::to_string(bin.positives), figure_text(bin.mean_score),
                                         figure_text(bin.positive_share)},
                out);
        }
    }
    out.finish();
}

void write_scores(const Learned& learned, std::span<const LearnSet> sets,
                  std::span<const std::vector<Article>> corpora, const ReportSink& sink) {
    report::BlockWriter out(sink);
    out.text("set,id_a,id_b,label,positive,story,derived\n");
    for (const auto& score : learned.scores) {
        const auto& set = sets[score.set];
        const auto& articles = corpora[set.corpus];
        write_line(
            std::vector<std::string>{set.name, articles[score.a].id, articles[score.b].id,
                                     set.pairs.labels[score.label], score.positive ? "1" : "0",
                                     figure_text(static_cast<double>(score.story)),
                                     figure_text(static_cast<double>(score.derived))},
            out);
    }
    out.finish();
}

}  // namespace wirecopy
