#include "arguments_matrix.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "option_parts.hpp"

namespace wirecopy::cli {

namespace {

const std::map<std::string, MatrixFormat> matrix_formats{
    {"table", MatrixFormat::table}, {"csv", MatrixFormat::csv}, {"tsv", MatrixFormat::tsv},
    {"json", MatrixFormat::json},   {"npy", MatrixFormat::npy}, {"phylip", MatrixFormat::phylip}};
const std::map<std::string, bool> matrix_orders{{"input", false}, {"cluster", true}};
const std::map<std::string, bool> label_choices{{"id", false}, {"title", true}};

}  // namespace

void add_matrix(CLI::App& program, MatrixArguments& arguments) {
    auto& app = *program.add_subcommand(
        "matrix", "Similarity matrix of the articles: a heat map, or csv, tsv, json, npy, phylip");
    app.footer(
        "PATH is a text file, a folder of them, JSON Lines or CSV, each plain, gzip or\n"
        "zstd, or - for standard input. Exit codes: 0 done, 2 trouble.\n"
        "Example: wirecopy matrix --order cluster --measure tfidf articles.jsonl.gz");
    app.add_option("PATH", arguments.paths, "Articles to compare with each other")->type_name("");
    app.add_option("--rows", arguments.rows, "Articles that make the rows")->type_name("PATH");
    app.add_option("--columns", arguments.columns,
                   "Articles that make the columns; both or neither")
        ->type_name("PATH");

    add_measure(app, "-m,--measure", arguments.similarity,
                "What a cell says, derived unless given");
    add_choice(app, "-f,--format", arguments.format, matrix_formats,
               "table on a terminal, else by the ending of --output, else tsv");
    add_choice(app, "--order", arguments.cluster_order, matrix_orders,
               "cluster: families stand together (average linkage)");
    add_choice(app, "--label", arguments.title_labels, label_choices,
               "Name articles by id or, where they have one, by title");
    add_output(app, arguments.output);
    add_appearance(app, arguments.appearance, "table");
    add_run_options(app, arguments.strict, arguments.similarity.threads);
    add_tables(app, arguments.tables);
    add_read_options(app, arguments.read);
    app.callback([&app, &arguments] { arguments.given = given_options(app); });
}

std::string problem_of(const MatrixArguments& matrix) {
    const bool has_sets = !matrix.rows.empty() || !matrix.columns.empty();
    if (has_sets && !matrix.paths.empty()) {
        return "matrix: name PATHs, or --rows and --columns, not both";
    }
    if (has_sets && (matrix.rows.empty() || matrix.columns.empty())) {
        return matrix.rows.empty() ? "--columns requires --rows" : "--rows requires --columns";
    }
    if (!has_sets && matrix.paths.empty()) {
        return "matrix: name at least one PATH, or --rows and --columns";
    }
    return problem_of_files("matrix", {matrix.paths, matrix.rows, matrix.columns}, matrix.output);
}

}  // namespace wirecopy::cli
