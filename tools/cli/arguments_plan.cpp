#include "arguments_plan.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "option_parts.hpp"

namespace wirecopy::cli {

namespace {

const std::map<std::string, std::optional<PlanFormat>> formats{
    {"json", PlanFormat::json}, {"text", PlanFormat::text}, {"tsv", PlanFormat::tsv}};

void add_bands(CLI::App& app, CopyOptions& copies) {
    const auto share = [] { return number_within(1e-6, 1, "above 0 and up to 1"); };
    app.add_option("--jaccard", copies.threshold, "Least Jaccard similarity of a copy")
        ->check(share())
        ->capture_default_str()
        ->type_name("J");
    auto* const recall = app.add_option("--recall", copies.recall,
                                        "Of pairs right at that similarity, to plan bands by")
                             ->check(share())
                             ->capture_default_str()
                             ->type_name("SHARE");
    add_number(app, "--num-perm", copies.slots, 1, max_slots, "Permutations of a signature")
        ->capture_default_str();
    auto* const bands =
        add_number(app, "--bands", copies.bands, 1, max_slots, "Bands instead of a plan");
    auto* const rows = add_number(app, "--rows", copies.rows, 1, max_slots, "Rows a band");
    bands->needs(rows)->excludes(recall);
    rows->needs(bands);
}

}  // namespace

void add_plan(CLI::App& program, PlanArguments& arguments) {
    auto& app = *program.add_subcommand(
        "plan", "Before a run: bands, expected recall, candidates, time and memory");
    app.footer(
        "Without CORPUS only the arithmetic of the bands. Of CORPUS, blocks of neighbouring\n"
        "articles are drawn evenly, compared as pairs does, by --jaccard and by grade, and what\n"
        "that took on this machine is scaled to a tenth of N articles, N and ten times N.\n"
        "Exit codes: 0 done, 2 trouble.\n"
        "Example: wirecopy plan archive.jsonl.zst --articles 5000000 --window 7d");
    app.add_option("CORPUS", arguments.paths, "Articles to draw a sample of")->type_name("");
    add_bands(app, arguments.copies);
    add_number(app, "--articles", arguments.articles, 1, 4'000'000'000U,
               "Articles of the run; as many as CORPUS has unless given");
    add_number(app, "--sample", arguments.sample_articles, 1, 1'000'000, "Articles to draw at most")
        ->capture_default_str();
    arguments.compare.least_grade = Grade::rewrite;
    add_grade(app, arguments.compare.least_grade, grade_names(),
              "Grade that is looked for, and those above it; rewrite unless given");
    add_window(app, arguments.compare);
    add_number(app, "-n,--ngram", arguments.copies.width_words, 1, 1000, "Words in a shingle")
        ->capture_default_str();
    add_choice(app, "-f,--format", arguments.format, formats,
               "text on a terminal, else tsv, unless given");
    add_output(app, arguments.output);
    add_stats(app, arguments.stats);
    add_run_options(app, arguments.strict, arguments.copies.threads);
    add_read_options(app, arguments.read);
}

std::string problem_of(const PlanArguments& plan) {
    if (plan.paths.empty() && (plan.articles || plan.compare.window_days || plan.stats)) {
        return std::string(plan.articles              ? "--articles"
                           : plan.compare.window_days ? "--window"
                                                      : "--stats") +
               " needs a CORPUS to draw a sample of";
    }
    return problem_of_files("plan", {plan.paths}, plan.output);
}

}  // namespace wirecopy::cli
