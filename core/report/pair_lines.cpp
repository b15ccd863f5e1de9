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
constexpr std::string_view behind_estimates = "_estimate";

constexpr std::size_t grade_column = 2;
constexpr std::size_t first_score_column = 3;
constexpr std::size_t jaccard_column = 5;

std::array<float, 5> scores_of(const PairVerdict& verdict) {
    return {verdict.story, verdict.derived, verdict.jaccard, verdict.containment_a,
            verdict.containment_b};
}

}  // namespace

struct PairLines::State {
    State(PairFormat chosen, ReportSink taker, PairColumns kind)
        : format(chosen),
          with_verdicts(kind == PairColumns::verdicts),
          behind_scores(kind == PairColumns::estimates ? behind_estimates : ""),
          sink(std::move(taker)),
          out(sink) {}

    // Of the scores the first that is written.
    [[nodiscard]] std::size_t first_score() const noexcept {
        return with_verdicts ? 0 : jaccard_column - first_score_column;
    }

    void delimited(std::string_view id_a, std::string_view id_b, const PairVerdict& verdict,
                   char separator, std::string (*cell)(std::string_view)) {
        const std::string_view between{&separator, 1};
        out.text(cell(id_a));
        out.text(between);
        out.text(cell(id_b));
        out.text(between);
        if (with_verdicts) {
            out.text(grade_names()[static_cast<std::size_t>(verdict.grade)]);
            out.text(between);
        }
        const auto scores = scores_of(verdict);
        out.scores(std::span(scores).subspan(first_score()), separator);
        out.text("\n");
    }

    void object(std::string_view id_a, std::string_view id_b, const PairVerdict& verdict) {
        out.text("{\"id_a\":");
        out.text(report::json_string(id_a));
        out.text(",\"id_b\":");
        out.text(report::json_string(id_b));
        if (with_verdicts) {
            out.text(",\"grade\":\"");
            out.text(grade_names()[static_cast<std::size_t>(verdict.grade)]);
            out.text("\"");
        }
        const auto scores = scores_of(verdict);
        for (auto i = first_score(); i < scores.size(); ++i) {
            out.text(",\"");
            out.text(columns[first_score_column + i]);
            out.text(behind_scores);
            out.text("\":");
            out.scores({&scores[i], 1}, ',');
        }
        out.text("}\n");
    }

    PairFormat format;
    bool with_verdicts;
    std::string_view behind_scores;
    ReportSink sink;
    report::BlockWriter out;
};

PairLines::PairLines(PairFormat format, ReportSink sink, PairColumns kind)
    : state_(std::make_unique<State>(format, std::move(sink), kind)) {
    if (format == PairFormat::jsonl) {
        return;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!state_->with_verdicts && i >= grade_column && i < jaccard_column) {
            continue;
        }
        const auto* const between = format == PairFormat::csv ? "," : "\t";
        state_->out.text(i == 0 ? "" : between);
        state_->out.text(columns[i]);
        state_->out.text(i >= first_score_column ? state_->behind_scores : "");
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
