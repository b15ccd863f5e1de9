// Evaluations as JSON: one object, a line for each of its members.

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

using report::json_string;
using Members = std::vector<std::pair<std::string_view, std::string>>;  // name and JSON

std::string number(std::optional<double> figure) {
    return figure ? report::figure_text(figure) : "null";
}

std::string whole(std::uint64_t count) {
    return std::to_string(count);
}

std::string boolean(bool value) {
    return value ? "true" : "false";
}

std::string object(const Members& members, std::string_view separator = ",") {
    std::string text;
    for (const auto& [name, json] : members) {
        text.append(text.empty() ? "{" : separator);
        text += '"';
        text.append(name).append("\":").append(json);
    }
    return text + '}';
}

template <typename Items, typename Write>
std::string array(const Items& items, Write write) {
    std::string text;
    for (const auto& item : items) {
        text.append(text.empty() ? "[\n" : ",\n").append(write(item));
    }
    return text.empty() ? "[]" : text + ']';
}

std::string measure_object(const MeasureInfo& measure) {
    return object({{"name", json_string(measure.name)},
                   {"description", json_string(measure.description)},
                   {"symmetric", boolean(measure.symmetric)},
                   {"bounded", boolean(measure.bounded)}});
}

std::string threshold_object(const std::optional<ThresholdFigures>& figures) {
    if (!figures) {
        return "null";
    }
    return object({{"threshold", number(static_cast<double>(figures->threshold))},
                   {"precision", number(figures->precision)},
                   {"recall", number(figures->recall)},
                   {"f1", number(figures->f1)},
                   {"true_positives", whole(figures->true_positives)},
                   {"false_positives", whole(figures->false_positives)},
                   {"false_negatives", whole(figures->false_negatives)}});
}

std::string bin_object(const ReliabilityBin& bin) {
    return object({{"from", number(bin.from)},
                   {"to", number(bin.to)},
                   {"pairs", whole(bin.pairs)},
                   {"positives", whole(bin.positives)},
                   {"mean_score", number(bin.mean_score)},
                   {"positive_share", number(bin.positive_share)}});
}

std::string reliability_object(const std::optional<Reliability>& reliability) {
    if (!reliability) {
        return "null";
    }
    return object({{"floor", number(reliability->floor)},
                   {"below_floor", bin_object(reliability->below)},
                   {"width_calibration_error", number(reliability->width_calibration_error)},
                   {"mass_calibration_error", number(reliability->mass_calibration_error)},
                   {"equal_width", array(reliability->equal_width, bin_object)},
                   {"equal_mass", array(reliability->equal_mass, bin_object)}});
}

std::string error_object(const LabelledError& error) {
    return object({{"id_a", json_string(error.id_a)},
                   {"id_b", json_string(error.id_b)},
                   {"label", json_string(error.label)},
                   {"score", number(static_cast<double>(error.score))}});
}

std::string threshold_of_errors(const PairEvaluation& evaluation) {
    const auto& figures = evaluation.figures;
    const bool has_one = figures.at_threshold || figures.best;
    return has_one ? number(static_cast<double>(evaluation.error_threshold)) : "null";
}

std::string errors_object(const PairEvaluation& evaluation) {
    if (evaluation.limit_errors == 0) {
        return "null";
    }
    return object({{"threshold", threshold_of_errors(evaluation)},
                   {"false_positives", array(evaluation.false_positives, error_object)},
                   {"false_negatives", array(evaluation.false_negatives, error_object)}});
}

std::string precision_recall_object(const PrecisionRecall& figures) {
    return object({{"precision", number(figures.precision)},
                   {"recall", number(figures.recall)},
                   {"f1", number(figures.f1)}});
}

void write(const Members& members, const ReportSink& sink) {
    report::BlockWriter out(sink);
    out.text(object(members, ",\n"));
    out.text("\n");
    out.finish();
}

}  // namespace

void write_json(const PairEvaluation& evaluation, const ReportSink& sink) {
    const auto& figures = evaluation.figures;
    write({{"wirecopy", "\"evaluation\""},
           {"version", "1"},
           {"kind", "\"pairs\""},
           {"measure", measure_object(evaluation.measure)},
           {"articles", whole(evaluation.articles)},
           {"clusters", evaluation.clusters == 0 ? "null" : whole(evaluation.clusters)},
           {"pairs", whole(figures.positives + figures.negatives)},
           {"positives", whole(figures.positives)},
           {"average_precision", number(figures.average_precision)},
           {"roc_auc", number(figures.roc_auc)},
           {"best", threshold_object(figures.best)},
           {"at_threshold", threshold_object(figures.at_threshold)},
           {"brier_score", number(figures.brier_score)},
           {"brier_skill", number(figures.brier_skill)},
           {"reliability", reliability_object(figures.reliability)},
           {"errors", errors_object(evaluation)}},
          sink);
}

void write_json(const ClusterEvaluation& evaluation, const ReportSink& sink) {
    write({{"wirecopy", "\"evaluation\""},
           {"version", "1"},
           {"kind", "\"clusters\""},
           {"articles", whole(evaluation.articles)},
           {"labelled_clusters", whole(evaluation.labelled_clusters)},
           {"predicted_clusters", whole(evaluation.predicted_clusters)},
           {"adjusted_rand", number(evaluation.adjusted_rand)},
           {"b_cubed", precision_recall_object(evaluation.b_cubed)},
           {"pairwise", precision_recall_object(evaluation.pairwise)}},
          sink);
}

}  // namespace wirecopy
