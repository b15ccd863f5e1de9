// Pairs of articles, a line each.

#include <array>

#include "report/block_writer.hpp"
#include "report/quoted.hpp"
#include "report/score_text.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

constexpr std::array<std::string_view, 8> columns{
    "id_a", "id_b", "grade", "story", "derived", "jaccard", "containment_a", "containment_b"};

std::array<float, 5> scores_of(const PairVerdict& verdict) {
    return {verdict.story, verdict.derived, verdict.jaccard, verdict.containment_a,
            verdict.containment_b};
}

}  // namespace

struct PairLines::State {
    State(PairFormat chosen, ReportSink taker)
        : format(chosen), sink(std::move(taker)), out(sink) {}

    void delimited(std::string_view id_a, std::string_view id_b, const PairVerdict& verdict,
                   char separator, std::string (*cell)(std::string_view)) {
        const std::string_view between{&separator, 1};
        out.text(cell(id_a));
        out.text(between);
        out.text(cell(id_b));
        out.text(between);
        out.text(grade_names()[static_cast<std::size_t>(verdict.grade)]);
        out.text(between);
        out.scores(scores_of(verdict), separator);
        out.text("\n");
    }

    void object(std::string_view id_a, std::string_view id_b, const PairVerdict& verdict) {
        out.text("{\"id_a\":");
        out.text(report::json_string(id_a));
        out.text(",\"id_b\":");
        out.text(report::json_string(id_b));
        out.text(",\"grade\":\"");
        out.text(grade_names()[static_cast<std::size_t>(verdict.grade)]);
        out.text("\"");
        const auto scores = scores_of(verdict);
        for (std::size_t i = 0; i < scores.size(); ++i) {
            out.text(",\"");
            out.text(columns[3 + i]);
            out.text("\":");
            out.scores({&scores[i], 1}, ',');
        }
        out.text("}\n");
    }

    PairFormat format;
    ReportSink sink;
    report::BlockWriter out;
};

PairLines::PairLines(PairFormat format, ReportSink sink)
    : state_(std::make_unique<State>(format, std::move(sink))) {
    if (format == PairFormat::jsonl) {
        return;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto* const between = format == PairFormat::csv ? "," : "\t";
        state_->out.text(i == 0 ? "" : between);
        state_->out.text(columns[i]);
    }
    state_->out.text("\n");
}

PairLines::~PairLines() = default;

void PairLines::write(std::string_view id_a, std::string_view id_b, const PairVerdict& verdict) {
    switch (state_->format) {
        case PairFormat::tsv:
            return state_->delimited(id_a, id_b, verdict, '\t', report::tsv_cell);
        case PairFormat::csv:
            return state_->delimited(id_a, id_b, verdict, ',', report::csv_cell);
        case PairFormat::jsonl:
            return state_->object(id_a, id_b, verdict);
    }
}

void PairLines::finish() {
    state_->out.finish();
}

}  // namespace wirecopy
