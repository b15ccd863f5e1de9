#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

#include "completion.hpp"
#include "wirecopy/version.hpp"

namespace wirecopy::cli {

namespace {

const std::map<std::string, MatrixFormat> matrix_formats{
    {"table", MatrixFormat::table}, {"csv", MatrixFormat::csv}, {"tsv", MatrixFormat::tsv},
    {"json", MatrixFormat::json},   {"npy", MatrixFormat::npy}, {"phylip", MatrixFormat::phylip}};
const std::map<std::string, ColourChoice> colour_choices{{"auto", ColourChoice::automatic},
                                                         {"always", ColourChoice::always},
                                                         {"never", ColourChoice::never}};
const std::map<std::string, InputFormat> input_formats{{"auto", InputFormat::automatic},
                                                       {"text", InputFormat::text},
                                                       {"jsonl", InputFormat::jsonl},
                                                       {"csv", InputFormat::csv},
                                                       {"tsv", InputFormat::tsv}};
const std::map<std::string, ShingleUnit> shingle_units{{"word", ShingleUnit::word},
                                                       {"char", ShingleUnit::character}};

// Accepts the names of a table and turns them into its values; help lists the names alone.
template <typename Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        const std::map<std::string, Value>& choices, const std::string& text) {
    std::vector<std::string> names;
    for (const auto& [choice, unused] : choices) {
        names.push_back(choice);
    }
    return app
        .add_option_function<std::string>(
            name, [&value, &choices](const std::string& chosen) { value = choices.at(chosen); },
            text)
        ->check(CLI::IsMember(names));
}

void add_read_options(CLI::App& app, ReadOptions& read) {
    constexpr auto group = "Reading";
    add_choice(app, "--input-format", read.format, input_formats,
               "How files are read; auto goes by name, then by the first bytes")
        ->group(group);
    const auto field = [&](const char* name, std::string& value, const char* text) {
        app.add_option(name, value, text)->group(group)->capture_default_str()->type_name("NAME");
    };
    field("--id-field", read.id_field, "Field or column that names an article");
    field("--text-field", read.text_field, "Field or column with its text");
    field("--title-field", read.title_field, "Field or column with its title");
    field("--source-field", read.source_field, "Field or column with its outlet");
    field("--date-field", read.date_field, "Field or column with its date");
    app.add_option("--limit-bytes", read.limit_bytes,
                   "Longest line, row or text file; suffixes such as KiB or MB may follow")
        ->group(group)
        ->transform(CLI::AsSizeValue(false))
        ->type_name("BYTES");
}

void add_matrix(CLI::App& program, MatrixArguments& arguments) {
    auto& app = *program.add_subcommand(
        "matrix", "Similarity matrix of the articles: a heat map, or csv, tsv, json, npy, phylip");
    app.footer(
        "PATH is a text file, a folder of them, JSON Lines or CSV, each plain, gzip or zstd, or -\n"
        "for standard input. Exit codes: 0 done, 2 trouble.\n"
        "Example: wirecopy matrix --order cluster --measure tfidf articles.jsonl.gz");
    auto* paths = app.add_option("PATH", arguments.paths, "Articles to compare with each other");
    auto* rows = app.add_option("--rows", arguments.rows, "Articles that make the rows")
                     ->type_name("PATH");
    auto* columns = app.add_option("--columns", arguments.columns,
                                   "Articles that make the columns; needs --rows")
                        ->type_name("PATH");
    rows->needs(columns)->excludes(paths);
    columns->needs(rows)->excludes(paths);

    const auto names = measure_names();
    app.add_option_function<std::string>(
           "-m,--measure",
           [&](const std::string& name) {
               arguments.similarity.measure = measure_from_name(name);
           },
           "What a cell says; blend unless given")
        ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())));
    app.add_option("-n,--ngram", arguments.similarity.ngram,
                   "Words or characters in a shingle of jaccard and containment")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000));
    add_choice(app, "--unit", arguments.similarity.unit, shingle_units,
               "What shingles are made of; word unless given");
    add_choice(app, "-f,--format", arguments.format, matrix_formats,
               "table on a terminal, else tsv, unless given");
    app.add_option_function<std::string>(
           "--order",
           [&](const std::string& order) { arguments.cluster_order = order == "cluster"; },
           "input, or cluster: families stand together (average linkage)")
        ->check(CLI::IsMember({"input", "cluster"}));
    app.add_option_function<std::string>(
           "--label",
           [&](const std::string& label) { arguments.title_labels = label == "title"; },
           "Name articles by id or, where they have one, by title")
        ->check(CLI::IsMember({"id", "title"}));
    app.add_option("-o,--output", arguments.output,
                   "File to write, complete or not at all; - is standard output")
        ->type_name("FILE");
    add_choice(app, "--color,--colour", arguments.colour, colour_choices,
               "Colours in a table; auto heeds NO_COLOR, TERM and COLORTERM");
    app.add_flag("--ascii", arguments.ascii, "Keep a table to ASCII, whatever the locale");
    app.add_option("--width", arguments.width_columns, "Columns a table may take")
        ->check(CLI::Range(20, 10000));
    app.add_flag("--strict", arguments.strict, "End with 2 when any article was rejected");
    app.add_option("-j,--threads", arguments.similarity.threads,
                   "Threads; 0 takes all the machine has")
        ->capture_default_str()
        ->check(CLI::Range(0, 1024));
    add_read_options(app, arguments.read);
}

}  // namespace

Parsed parse_arguments(int argc, char** argv) {
    CLI::App program("wirecopy tells which news articles are the same wire story.", "wirecopy");
    program.set_version_flag("-V,--version", "wirecopy " + std::string(version));
    program.require_subcommand(1);
    MatrixArguments matrix;
    add_matrix(program, matrix);
    std::string shell = "bash";
    auto* completion = program.add_subcommand("completion", "Print a completion script");
    completion->add_option("SHELL", shell, "bash or zsh")
        ->check(CLI::IsMember({"bash", "zsh"}))
        ->capture_default_str();
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool is_answer = error.get_exit_code() == 0;  // help and version
        if (is_answer) {
            return {std::nullopt, program.exit(error, std::cout, std::cerr)};
        }
        std::cerr << "wirecopy: " << error.what() << "\nTry: wirecopy --help\n";
        return {std::nullopt, exit_trouble};
    }
    if (completion->parsed()) {
        print_completion(program, shell, std::cout);
        return {};
    }
    if (matrix.paths.empty() && matrix.rows.empty()) {
        std::cerr << "wirecopy: matrix: name at least one PATH, or --rows and --columns\n";
        return {std::nullopt, exit_trouble};
    }
    return {std::move(matrix), exit_done};
}

}  // namespace wirecopy::cli
