#include "arguments_pairs.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <vector>

#include "option_parts.hpp"

namespace wirecopy::cli {

namespace {

// The peers' way: pairs by the Jaccard similarity of their shingles, found by bands of MinHash.
void add_copies(CLI::App& app, PairsArguments& arguments,
                const std::vector<CLI::Option*>& verdicts_alone) {
    constexpr auto group = "Copies alone";
    auto& copies = arguments.copies.emplace();
    const auto share = [](double least) { return number_within(least, 1, "above 0 and up to 1"); };
    auto* const jaccard =
        app.add_option("--jaccard", copies.threshold,
                       "Pairs of at least this Jaccard similarity, found by MinHash and verified\n"
                       "exactly; no grades")
            ->check(share(1e-6))
            ->group(group)
            ->type_name("J");
    for (auto* const option : verdicts_alone) {
        jaccard->excludes(option);
    }
    const auto needs_jaccard = [&](CLI::Option* option) {
        return option->needs(jaccard)->group(group);
    };
    auto* const recall =
        needs_jaccard(app.add_option("--recall", copies.recall,
                                     "Of pairs right at that similarity, to plan bands by"))
            ->check(share(1e-6))
            ->capture_default_str()
            ->type_name("SHARE");
    needs_jaccard(
        add_number(app, "--num-perm", copies.slots, 1, max_slots, "Permutations of a signature"))
        ->capture_default_str();
    auto* const bands = needs_jaccard(
        add_number(app, "--bands", copies.bands, 1, max_slots, "Bands instead of a plan"));
    auto* const rows =
        needs_jaccard(add_number(app, "--rows", copies.rows, 1, max_slots, "Rows a band"));
    bands->needs(rows)->excludes(recall);
    rows->needs(bands);
    needs_jaccard(add_number(app, "--seed", copies.seed, 0, 4'000'000'000U, "Which permutations"))
        ->capture_default_str();
}

}  // namespace

void add_pairs(CLI::App& program, PairsArguments& arguments) {
    auto& app = *program.add_subcommand(
        "pairs", "Every pair that is worth naming: its grade, probabilities and scores");
    app.footer(
        "Grades: none, related (the same event), partial (a passage lifted), rewrite (from the\n"
        "same report), edited, copy. CORPUS as PATH of matrix. Pairs are found by rare words and\n"
        "shared passages, and scored exactly; --all compares every pair. With --jaccard CORPUS "
        "may\n"
        "be files that sketch wrote: similarities are estimates then.\n"
        "Exit codes: 0 done, 1 no such pair, 2 trouble.\n"
        "Example: wirecopy pairs --grade related articles.jsonl.gz > pairs.tsv");
    app.add_option("CORPUS", arguments.paths, "Articles to compare with each other")
        ->type_name("")
        ->required();
    auto* const grade = add_grade(app, arguments.grade, grade_names(),
                                  "Pairs of this grade and those above it; rewrite unless given");
    auto* const all = app.add_flag("--all", arguments.all, "Every pair, whatever its grade");
    all->excludes(grade);
    add_judging(app, arguments.compare, arguments.tables);
    add_window(app, arguments.compare);
    app.get_option("--window")->excludes(all);
    add_sides(app, arguments, "Only pairs of CORPUS with these; ids of both sides may be the same",
              "Only pairs of different sources; without one an article is its own");
    add_copies(app, arguments,
               {grade, all, app.get_option("--window"), app.get_option("--prior"),
                app.get_option("--no-credit"), app.get_option("--frequencies"),
                app.get_option("--model")});
    add_pair_format(app, arguments.format, "By the ending of --output, else tsv, unless given");
    add_output(app, arguments.output);
    add_work(app, arguments.work);
    add_memory(app, arguments.memory)->excludes(all);
    add_resume(app, arguments.resume)->excludes(all);
    add_stats(app, arguments.stats);
    add_run_options(app, arguments.strict, arguments.compare.threads);
    add_read_options(app, arguments.read);
    app.callback([&app, &arguments] {
        arguments.given = given_options(app);
        take_ending(app, arguments.output, arguments.format);
        if (app.get_option("--jaccard")->count() == 0) {
            arguments.copies.reset();
        }
    });
}

std::string problem_of(const PairsArguments& pairs) {
    return problem_of_files("pairs", {pairs.paths, pairs.against}, pairs.output);
}

}  // namespace wirecopy::cli
