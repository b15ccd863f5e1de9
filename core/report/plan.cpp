// Plans: for people, as rows, as JSON.

#include <cmath>
#include <string>

#include "report/block_writer.hpp"
#include "report/figure_text.hpp"
#include "report/json_writer.hpp"
#include "report/summary.hpp"
#include "wirecopy/plan.hpp"

namespace wirecopy {

namespace {

using report::counted;
using report::figure_text;
using report::grouped;
using report::short_figure;

std::uint64_t whole(double number) {
    return static_cast<std::uint64_t>(std::llround(number));
}

// Some two digits that count.
std::string rough(double number) {
    if (number >= 9.95) {
        return grouped(whole(number));
    }
    const unsigned decimals = number >= .995 ? 1 : number >= .0995 ? 2 : number >= .00995 ? 3 : 4;
    return number < .00005 ? "0" : short_figure(number, decimals);
}

std::string rough(const Expected& figure) {
    const auto value = rough(figure.value);
    const auto low = rough(figure.low);
    const auto high = rough(figure.high);
    return low == value && high == value ? value : value + " (" + low + " to " + high + ")";
}

std::string rough_bytes(std::optional<double> bytes) {
    constexpr double mega = 1e6;
    return bytes ? rough(std::max(1.0, *bytes / mega)) + " MB" : "-";
}

// Rows of cells, each column as wide as it must be, leaning to the right.
std::string laid_out(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& cells : rows) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], cells[i].size());
        }
    }
    std::string text;
    for (const auto& cells : rows) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            text += "  " + std::string(widths[i] - cells[i].size(), ' ') + cells[i];
        }
        text += '\n';
    }
    return text;
}

std::string text_of(const CopyPlan& plan) {
    std::string text = counted(plan.bands, "band") + " of " + counted(plan.rows, "row") + ", " +
                       grouped(plan.unused_slots) + " of " + counted(plan.slots, "permutation") +
                       " unused\n" + "of pairs at " + short_figure(plan.threshold, 2) + ", " +
                       short_figure(plan.recall, 4) + " become candidates\n\n";
    std::vector<std::vector<std::string>> rows{{"jaccard"}, {"candidate"}};
    for (const auto& [jaccard, candidate] : plan.chances) {
        rows[0].push_back(short_figure(jaccard, 1));
        rows[1].push_back(short_figure(candidate, 3));
    }
    return text + laid_out(rows);
}

std::string text_of(const std::string& what, const std::vector<PlannedRun>& runs) {
    std::vector<std::vector<std::string>> rows{
        {"articles", "candidates an article", "CPU seconds", "memory"}};
    for (const auto& run : runs) {
        rows.push_back({grouped(run.articles), rough(run.candidates), rough(run.cpu_seconds),
                        rough_bytes(run.bytes)});
    }
    return "\n" + what + "\n" + laid_out(rows);
}

std::string text_of(const RunPlan& plan) {
    auto text = "\nsampled " + grouped(plan.sample_articles) + " of " +
                counted(plan.corpus_articles, "article") + " in " +
                counted(plan.sample_blocks, "block") + "; " +
                counted(whole(plan.text_bytes), "byte") + " an article\n";
    if (plan.window_articles) {
        text +=
            "within the window of an article lie " + grouped(whole(*plan.window_articles)) + "\n";
    }
    return text + text_of("Copies alone", plan.copies) + text_of("By grade", plan.grades) +
           "\nin parentheses: between what the sample says it lies; times on this machine\n";
}

class Rows {
public:
    explicit Rows(report::BlockWriter& out) : out_(out) {
        out_.text("quantity\tat\tvalue\tlow\thigh\n");
    }
    void write(std::string_view quantity, const std::string& at, const std::string& value,
               const std::string& low = "", const std::string& high = "") {
        for (const auto part :
             {quantity, std::string_view(at), std::string_view(value), std::string_view(low)}) {
            out_.text(part);
            out_.text("\t");
        }
        out_.text(high);
        out_.text("\n");
    }
    void write(std::string_view quantity, std::uint64_t at, const Expected& figure) {
        write(quantity, std::to_string(at), figure_text(figure.value), figure_text(figure.low),
              figure_text(figure.high));
    }
    void write(const std::string& kind, const std::vector<PlannedRun>& runs) {
        for (const auto& run : runs) {
            write(kind + "_candidates", run.articles, run.candidates);
            write(kind + "_cpu_seconds", run.articles, run.cpu_seconds);
            write(kind + "_bytes", std::to_string(run.articles),
                  run.bytes ? std::to_string(whole(*run.bytes)) : "");
        }
    }

private:
    report::BlockWriter& out_;
};

void write_rows(const CopyPlan& bands, const std::optional<RunPlan>& runs,
                report::BlockWriter& out) {
    Rows rows(out);
    rows.write("bands", "", std::to_string(bands.bands));
    rows.write("rows", "", std::to_string(bands.rows));
    rows.write("slots", "", std::to_string(bands.slots));
    rows.write("unused_slots", "", std::to_string(bands.unused_slots));
    rows.write("recall", figure_text(bands.threshold), figure_text(bands.recall));
    for (const auto& [jaccard, candidate] : bands.chances) {
        rows.write("candidate_chance", figure_text(jaccard), figure_text(candidate));
    }
    if (!runs) {
        return;
    }
    rows.write("corpus_articles", "", std::to_string(runs->corpus_articles));
    rows.write("sample_articles", "", std::to_string(runs->sample_articles));
    rows.write("sample_blocks", "", std::to_string(runs->sample_blocks));
    rows.write("text_bytes", "", figure_text(runs->text_bytes));
    if (runs->window_articles) {
        rows.write("window_articles", "", figure_text(runs->window_articles));
    }
    rows.write("copies", runs->copies);
    rows.write("grades", runs->grades);
}

class JsonPlan {
public:
    explicit JsonPlan(report::BlockWriter& block) : out_(block) {}

    void write(const CopyPlan& bands, const std::optional<RunPlan>& runs) {
        out_.open('{');
        number("version", std::uint64_t{1});
        number("bands", bands.bands);
        number("rows", bands.rows);
        number("slots", bands.slots);
        number("unused_slots", bands.unused_slots);
        number("threshold", bands.threshold);
        number("recall", bands.recall);
        out_.key("chances");
        out_.open('[');
        for (const auto& [jaccard, candidate] : bands.chances) {
            out_.open('{');
            number("jaccard", jaccard);
            number("candidate", candidate);
            out_.close('}');
        }
        out_.close(']');
        if (runs) {
            write(*runs);
        }
        out_.close('}');
    }

private:
    void write(const RunPlan& runs) {
        number("corpus_articles", runs.corpus_articles);
        number("sample_articles", runs.sample_articles);
        number("sample_blocks", runs.sample_blocks);
        number("text_bytes", runs.text_bytes);
        if (runs.window_articles) {
            number("window_articles", *runs.window_articles);
        }
        write("copies", runs.copies);
        write("grades", runs.grades);
    }
    void write(std::string_view kind, const std::vector<PlannedRun>& runs) {
        out_.key(kind);
        out_.open('[');
        for (const auto& run : runs) {
            out_.open('{');
            number("articles", run.articles);
            figure("candidates", run.candidates);
            figure("cpu_seconds", run.cpu_seconds);
            out_.key("bytes");
            run.bytes ? out_.whole(whole(*run.bytes)) : out_.null();
            out_.close('}');
        }
        out_.close(']');
    }
    void figure(std::string_view name, const Expected& expected) {
        out_.key(name);
        out_.open('{');
        number("value", expected.value);
        number("low", expected.low);
        number("high", expected.high);
        out_.close('}');
    }
    void number(std::string_view name, std::uint64_t number) { out_.whole(name, number); }
    void number(std::string_view name, double number) { out_.number(name, number); }

    report::JsonWriter out_;
};

}  // namespace

void write_plan(const CopyPlan& bands, const std::optional<RunPlan>& runs, PlanFormat format,
                const std::function<void(std::string_view block)>& sink) {
    const ReportSink taker = sink;
    report::BlockWriter out(taker);
    switch (format) {
        case PlanFormat::text:
            out.text(text_of(bands));
            out.text(runs ? text_of(*runs) : "");
            break;
        case PlanFormat::tsv:
            write_rows(bands, runs, out);
            break;
        case PlanFormat::json:
            JsonPlan(out).write(bands, runs);
            out.text("\n");
            break;
    }
    out.finish();
}

}  // namespace wirecopy
