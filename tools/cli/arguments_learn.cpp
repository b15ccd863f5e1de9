#include "arguments_learn.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "option_parts.hpp"

namespace wirecopy::cli {

void add_learn_prior(CLI::App& learn, LearnPriorArguments& arguments) {
    auto& app = *learn.add_subcommand(
        "prior", "In what share of many articles each term stands: for corpora too small to tell");
    app.footer(
        "Terms are kept as hashes. Exit codes: 0 done, 2 trouble.\n"
        "Example: wirecopy learn prior news.jsonl.zst -o news.prior");
    app.add_option("CORPUS", arguments.paths, "Articles to count")->type_name("")->required();
    add_number(app, "--least", arguments.least_articles, 1, 1'000'000,
               "Articles that a term must stand in to be kept; of too many terms for 256 kB\n"
               "the most frequent are kept")
        ->capture_default_str();
    add_output(app, arguments.output);
    add_run_options(app, arguments.strict, arguments.threads);
    add_read_options(app, arguments.read);
}

void add_learn_model(CLI::App& learn, LearnModelArguments& arguments) {
    auto& app = *learn.add_subcommand(
        "model", "Weights of story and derived from labelled pairs, cross-validated");
    app.footer(
        "RECIPE is a JSON file that names the sets (core/score/README.md). Exit codes: 0 done,\n"
        "2 trouble.\n"
        "Example: wirecopy learn model english.recipe.json --data labelled -o english.model");
    app.add_option("RECIPE", arguments.recipe, "Which labelled sets, and how they count")
        ->type_name("")
        ->required();
    app.add_option("--data", arguments.data, "Folder that {data} stands for in the recipe")
        ->type_name("DIR");
    app.add_option("-o,--output", arguments.output,
                   "File for the model, complete or not at all; - is standard output")
        ->type_name("FILE");
    app.add_option("--figures", arguments.figures, "CSV file for the figures of every set")
        ->type_name("FILE");
    app.add_option("--reliability", arguments.reliability,
                   "CSV file for the bins of the population's reliability")
        ->type_name("FILE");
    app.add_option("--scores", arguments.scores,
                   "CSV file for the cross-validated probabilities of every pair")
        ->type_name("FILE");
    add_number(app, "--folds", arguments.learn.folds, 2, 1000, "Folds of cross-validation")
        ->capture_default_str();
    add_number(app, "--seed", arguments.learn.seed, 0, 4'000'000'000U,
               "Which articles fall into which fold")
        ->capture_default_str();
    app.add_flag_callback(
        "--no-credit", [&] { arguments.learn.use_credit = false; },
        "As if no article said where it has its report from");
    add_run_options(app, arguments.strict, arguments.learn.threads, "article or label");
    add_tables(app, arguments.tables, false);
    add_read_options(app, arguments.read);
}

std::string problem_of(const LearnPriorArguments& prior) {
    return problem_of_files("learn prior", {prior.paths}, prior.output);
}

std::string problem_of(const LearnModelArguments& model) {
    return problem_of_files("learn model", {}, model.output);
}

}  // namespace wirecopy::cli
