#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <map>
#include <sstream>

#include "arguments_cluster.hpp"
#include "completion.hpp"
#include "option_parts.hpp"
#include "wirecopy/report.hpp"
#include "wirecopy/version.hpp"

namespace wirecopy::cli {

namespace {

const std::map<std::string, MatrixFormat> matrix_formats{
    {"table", MatrixFormat::table}, {"csv", MatrixFormat::csv}, {"tsv", MatrixFormat::tsv},
    {"json", MatrixFormat::json},   {"npy", MatrixFormat::npy}, {"phylip", MatrixFormat::phylip}};
const std::map<std::string, EvaluationFormat> evaluation_formats{{"text", EvaluationFormat::text},
                                                                 {"csv", EvaluationFormat::csv},
                                                                 {"tsv", EvaluationFormat::tsv},
                                                                 {"json", EvaluationFormat::json}};
const std::map<std::string, ExplainFormat> explain_formats{{"text", ExplainFormat::text},
                                                           {"json", ExplainFormat::json}};
const std::map<std::string, ColourChoice> colour_choices{{"auto", ColourChoice::automatic},
                                                         {"always", ColourChoice::always},
                                                         {"never", ColourChoice::never}};
const std::map<std::string, ShingleUnit> shingle_units{{"word", ShingleUnit::word},
                                                       {"char", ShingleUnit::character}};
const std::map<std::string, bool> matrix_orders{{"input", false}, {"cluster", true}};
const std::map<std::string, bool> label_choices{{"id", false}, {"title", true}};

// Numbers from `least` to `most`; CLI11 takes nan for one, and says its bounds with six decimals.
CLI::Validator number_within(double least, double most, const std::string& range) {
    return CLI::Validator(
        [=](const std::string& text) {
            double value = 0;
            const auto* const end = text.data() + text.size();
            const auto parsed = std::from_chars(text.data(), end, value);
            const bool is_number = parsed.ec == std::errc{} && parsed.ptr == end;
            const bool is_good = is_number && value >= least && value <= most;
            return is_good ? std::string() : printable(text) + " is no number " + range;
        },
        "");
}

// The measure, and what shingles it counts where it counts any.
void add_measure(CLI::App& app, const std::string& name, SimilarityOptions& similarity,
                 const std::string& text) {
    const auto names = measure_names();
    std::string listed;
    for (const auto known : names) {
        listed.append(listed.empty() ? "" : "|").append(known);
    }
    app.add_option_function<std::string>(
           name,
           [&similarity](const std::string& chosen) {
               similarity.measure = measure_from_name(chosen);
           },
           text + ":\n" + listed)
        ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())).description(""))
        ->type_name("NAME");
    add_number(app, "-n,--ngram", similarity.ngram, 1, 1000,
               "Words or characters in a shingle of jaccard and containment")
        ->capture_default_str();
    add_choice(app, "--unit", similarity.unit, shingle_units,
               "What shingles are made of; word unless given");
}

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
    app.add_option("-o,--output", arguments.output,
                   "File to write, complete or not at all; - is standard output")
        ->type_name("FILE");
    add_choice(app, "--color,--colour", arguments.colour, colour_choices,
               "Colours in a table; auto heeds NO_COLOR, TERM and COLORTERM");
    app.add_flag("--ascii", arguments.ascii, "Keep a table to ASCII, whatever the locale");
    add_number(app, "--width", arguments.width_columns, 20, 10000, "Columns a table may take");
    app.add_flag("--strict", arguments.strict, "End with 2 when any article was rejected");
    add_number(app, "-j,--threads", arguments.similarity.threads, 0, 1024,
               "Threads; 0 takes all the machine has")
        ->capture_default_str();
    add_tables(app, arguments.tables);
    add_read_options(app, arguments.read);
}

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

void add_pairs(CLI::App& program, PairsArguments& arguments) {
    auto& app = *program.add_subcommand(
        "pairs", "Every pair that is worth naming: its grade, probabilities and scores");
    app.footer(
        "Grades: none, related (the same event), partial (a passage lifted), rewrite (from the\n"
        "same report), edited, copy. CORPUS as PATH of matrix. Pairs are found by rare words and\n"
        "shared passages, and scored exactly; --all compares every pair.\n"
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
    add_copies(app, arguments,
               {grade, all, app.get_option("--window"), app.get_option("--prior"),
                app.get_option("--no-credit"), app.get_option("--frequencies"),
                app.get_option("--model")});
    add_choice(app, "-f,--format", arguments.format, pair_formats(), "tsv unless given");
    app.add_option("-o,--output", arguments.output,
                   "File to write, complete or not at all; - is standard output")
        ->type_name("FILE");
    app.add_flag("--strict", arguments.strict, "End with 2 when any article was rejected");
    add_number(app, "-j,--threads", arguments.compare.threads, 0, 1024,
               "Threads; 0 takes all the machine has")
        ->capture_default_str();
    add_read_options(app, arguments.read);
}

void add_explain(CLI::App& program, ExplainArguments& arguments) {
    auto& app = *program.add_subcommand(
        "explain", "What two articles are to each other, and why: one pair, side by side");
    app.footer(
        "A and B are files of one article each, or ids of articles in the corpus; of a lone file\n"
        "of two articles A is enough. The corpus says how rare a word is and what else was\n"
        "written; files that it does not hold are added to it. Paths are as for matrix.\n"
        "Exit codes: 0 the grade is above none, 1 it is none, 2 trouble.\n"
        "Example: wirecopy explain --corpus articles.jsonl.gz id_of_a id_of_b");
    app.add_option("ARTICLE", arguments.articles, "A and B: files, or ids in the corpus")
        ->type_name("");
    app.add_option("--corpus", arguments.corpus,
                   "Articles to find ids in and to take term weights from; may be given again")
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("PATH");
    add_choice(app, "-f,--format", arguments.format, explain_formats,
               "text unless given, or json by the ending of --output");
    add_judging(app, arguments.compare, arguments.tables);
    app.add_option("-o,--output", arguments.output,
                   "File to write, complete or not at all; - is standard output")
        ->type_name("FILE");
    add_choice(app, "--color,--colour", arguments.colour, colour_choices,
               "Colours in a text; auto heeds NO_COLOR, TERM and COLORTERM");
    app.add_flag("--ascii", arguments.ascii, "Keep a text to ASCII, whatever the locale");
    add_number(app, "--width", arguments.width_columns, 20, 10000, "Columns a text may take");
    app.add_flag("--strict", arguments.strict, "End with 2 when any article was rejected");
    add_number(app, "-j,--threads", arguments.compare.threads, 0, 1024,
               "Threads; 0 takes all the machine has")
        ->capture_default_str();
    add_read_options(app, arguments.read);
}

// Labels between commas.
std::vector<std::string> split_labels(const std::string& option, const std::string& text) {
    std::vector<std::string> labels;
    std::istringstream rest(text);
    for (std::string label; std::getline(rest, label, ',');) {
        labels.push_back(label);
    }
    if (text.empty() || text.back() == ',' ||
        std::find(labels.begin(), labels.end(), "") != labels.end()) {
        throw CLI::ValidationError(option + ": a label is empty; write LABEL,LABEL");
    }
    return labels;
}

void add_label_options(CLI::App& app, EvaluateArguments& arguments) {
    constexpr auto group = "Labels";
    const auto classes = [&](const char* name, std::vector<std::string>& labels, const char* text) {
        app.add_option_function<std::string>(
               name,
               [&labels, name](const std::string& given) { labels = split_labels(name, given); },
               text)
            ->group(group)
            ->type_name("LABEL,...");
    };
    classes("--positive", arguments.classes.positive,
            "Labels of positive pairs; without these two 1, true, yes, ok and the like");
    classes("--negative", arguments.classes.negative,
            "Labels of negative pairs; all that are not positive, unless given");
    app.add_option("--label-column", arguments.label.column,
                   "Column of the label or cluster, by its name or its number from 1")
        ->group(group)
        ->type_name("NAME");
    app.add_option("--clusters", arguments.clusters,
                   "Evaluate these clusters (id, cluster) against LABELS, without a CORPUS")
        ->group(group)
        ->type_name("FILE");
    app.add_option("--cluster-column", arguments.cluster_column,
                   "Column of the cluster in the file of --clusters")
        ->group(group)
        ->type_name("NAME");
}

// The probability that two articles tell one story, where there is one.
Measure usual_score() {
    const auto names = measure_names();
    const bool has_story = std::find(names.begin(), names.end(), "story") != names.end();
    return measure_from_name(has_story ? "story" : "blend");
}

void add_evaluate(CLI::App& program, EvaluateArguments& arguments) {
    auto& app = *program.add_subcommand(
        "evaluate", "How well a score finds the pairs, or clusters match the groups, of labels");
    app.footer(
        "LABELS is CSV or TSV, with a header or without: id_a, id_b, label, or id, cluster, where\n"
        "all pairs of the articles named are evaluated. Exit codes: 0 done, 2 trouble.\n"
        "Example: wirecopy evaluate articles.jsonl.gz pairs.tsv --score tfidf --errors 10");
    app.add_option("CORPUS", arguments.corpus, "Articles: a file, a folder, or -")->type_name("");
    app.add_option("LABELS", arguments.labels, "What is known of them")->type_name("");
    arguments.similarity.measure = usual_score();
    add_measure(
        app, "-m,--score,--measure", arguments.similarity,
        "What is evaluated, " +
            std::string(measure_names()[static_cast<std::size_t>(arguments.similarity.measure)]) +
            " unless given");
    app.add_option("-t,--threshold", arguments.evaluation.threshold,
                   "Also say what follows from taking this score or more for positive; .5 for\n"
                   "story and derived, unless given")
        ->check(number_within(0, 1e9, "from 0 on"))
        ->type_name("SCORE");
    add_number(app, "--errors", arguments.evaluation.limit_errors, 0, 1'000'000,
               "Name up to so many of the worst false positives, and false negatives");
    app.add_option("--floor", arguments.evaluation.floor,
                   "Least score that reliability counts in its bins")
        ->check(number_within(0, 1, "from 0 to 1"))
        ->type_name("SCORE")
        ->capture_default_str();
    add_number(app, "--bins", arguments.evaluation.bins, 1, 1000, "Bins of reliability")
        ->capture_default_str();
    add_choice(app, "-f,--format", arguments.format, evaluation_formats,
               "text on a terminal, else tsv, unless given");
    app.add_option("-o,--output", arguments.output,
                   "File to write, complete or not at all; - is standard output")
        ->type_name("FILE");
    app.add_flag("--strict", arguments.strict, "End with 2 when any article or label was rejected");
    add_number(app, "-j,--threads", arguments.similarity.threads, 0, 1024,
               "Threads; 0 takes all the machine has")
        ->capture_default_str();
    add_label_options(app, arguments);
    add_tables(app, arguments.tables);
    add_read_options(app, arguments.read);
}

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
    app.add_option("-o,--output", arguments.output,
                   "File to write, complete or not at all; - is standard output")
        ->type_name("FILE");
    app.add_flag("--strict", arguments.strict, "End with 2 when any article was rejected");
    add_number(app, "-j,--threads", arguments.threads, 0, 1024,
               "Threads; 0 takes all the machine has")
        ->capture_default_str();
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
    app.add_flag("--strict", arguments.strict, "End with 2 when any article or label was rejected");
    add_number(app, "-j,--threads", arguments.learn.threads, 0, 1024,
               "Threads; 0 takes all the machine has")
        ->capture_default_str();
    add_tables(app, arguments.tables, false);
    add_read_options(app, arguments.read);
}

void add_completion(CLI::App& program, std::string& shell) {
    program.add_subcommand("completion", "Print a completion script")
        ->add_option("SHELL", shell, "For which shell")
        ->check(CLI::IsMember({"bash", "zsh"}).description(""))
        ->type_name("bash|zsh")
        ->capture_default_str();
}

std::string command_names(const CLI::App& program) {
    std::string names;
    for (const auto* command : program.get_subcommands({})) {
        names.append(names.empty() ? "" : ", ").append(command->get_name());
    }
    return names;
}

// By their first long names.
std::vector<std::string> given_options(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options()) {
        if (option->count() > 0 && !option->get_lnames().empty()) {
            names.push_back("--" + option->get_lnames().front());
        }
    }
    return names;
}

Parsed answer(std::string text, int exit_code) {
    Parsed parsed;
    parsed.answer = std::move(text);
    parsed.exit_code = exit_code;
    return parsed;
}

// Says what is wrong with the line and where help is.
Parsed refuse(const CLI::App& program, const std::string& sentence) {
    std::string command;
    for (const auto* parsed : program.get_subcommands()) {
        command = " " + parsed->get_name();
    }
    std::cerr << "wirecopy: " << sentence << "\nTry: wirecopy" << command << " --help\n";
    return answer({}, exit_trouble);
}

// CLI11's sentences where they are clear, ours where they are not.
std::string sentence_of(const CLI::App& program, const CLI::ParseError& error,
                        const std::string& first) {
    const bool has_command = !program.get_subcommands().empty();
    if (!has_command && first.empty()) {
        return "name a command: " + command_names(program);
    }
    if (!has_command && first.front() != '-') {
        return "no command " + printable(first) + "; the commands are " + command_names(program);
    }
    const std::string said = error.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        return said.substr(0, said.find(':')) + " needs a value";
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && !has_command) {
        return "name a command: " + command_names(program);
    }
    for (const auto* command : program.get_subcommands()) {
        const auto below = command_names(*command);
        if (!below.empty() && command->get_subcommands().empty()) {
            return command->get_name() + ": name what to do: " + below;
        }
    }
    return printable(said);
}

// What is wrong with options that go wrong only together; empty when nothing is.
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
    std::ptrdiff_t reads_of_stdin = 0;
    for (const auto* paths : {&matrix.paths, &matrix.rows, &matrix.columns}) {
        reads_of_stdin += std::count(paths->begin(), paths->end(), "-");
    }
    if (reads_of_stdin > 1) {
        return "matrix: standard input can be read once; name - only once";
    }
    if (matrix.output.empty()) {
        return "--output: the file name is empty";
    }
    return "";
}

std::string problem_of(const ExplainArguments& explain) {
    if (explain.articles.size() > 2) {
        return "explain: name two articles, not " + std::to_string(explain.articles.size());
    }
    if (explain.articles.empty() || (explain.articles.size() == 1 && !explain.corpus.empty())) {
        return "explain: name two articles";
    }
    std::ptrdiff_t reads_of_stdin = 0;
    for (const auto* paths : {&explain.articles, &explain.corpus}) {
        reads_of_stdin += std::count(paths->begin(), paths->end(), "-");
    }
    if (reads_of_stdin > 1) {
        return "explain: standard input can be read once; name - only once";
    }
    return explain.output.empty() ? "--output: the file name is empty" : "";
}

std::string problem_of(const PairsArguments& pairs) {
    if (std::count(pairs.paths.begin(), pairs.paths.end(), "-") > 1) {
        return "pairs: standard input can be read once; name - only once";
    }
    return pairs.output.empty() ? "--output: the file name is empty" : "";
}

std::string problem_of(EvaluateArguments& evaluate) {
    if (!evaluate.clusters.empty() && !evaluate.labels.empty()) {
        return "evaluate: --clusters are compared with LABELS alone; name no CORPUS";
    }
    if (!evaluate.clusters.empty()) {
        std::swap(evaluate.corpus, evaluate.labels);
    }
    if (evaluate.labels.empty() || (evaluate.clusters.empty() && evaluate.corpus.empty())) {
        return "evaluate: name a CORPUS and LABELS, or LABELS and --clusters";
    }
    if (!evaluate.cluster_column.empty() && evaluate.clusters.empty()) {
        return "--cluster-column requires --clusters";
    }
    if ((evaluate.labels == "-") + (evaluate.corpus == "-") + (evaluate.clusters == "-") > 1) {
        return "evaluate: standard input can be read once; name - only once";
    }
    if (evaluate.output.empty()) {
        return "--output: the file name is empty";
    }
    return "";
}

std::string problem_of(const LearnPriorArguments& prior, const LearnModelArguments& model) {
    if (std::count(prior.paths.begin(), prior.paths.end(), "-") > 1) {
        return "learn prior: standard input can be read once; name - only once";
    }
    return prior.output.empty() || model.output.empty() ? "--output: the file name is empty" : "";
}

}  // namespace

Parsed parse_arguments(int argc, char** argv) {
    CLI::App program("wirecopy tells which news articles are the same wire story.", "wirecopy");
    program.set_version_flag("-V,--version", "wirecopy " + std::string(version));
    program.require_subcommand(1);
    // What an alias or a script says can be said anew behind it. Options of many values keep all.
    program.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    program.get_formatter()->label("SUBCOMMAND", "COMMAND");
    program.get_formatter()->label("Subcommands", "Commands");
    MatrixArguments matrix;
    EvaluateArguments evaluate;
    std::string shell = "bash";
    add_matrix(program, matrix);
    PairsArguments pairs;
    add_pairs(program, pairs);
    ClusterArguments cluster;
    add_cluster(program, cluster);
    DedupArguments dedup;
    add_dedup(program, dedup);
    ExplainArguments explain;
    add_explain(program, explain);
    add_evaluate(program, evaluate);
    LearnPriorArguments learn_prior;
    LearnModelArguments learn_model;
    auto& learn = *program.add_subcommand("learn", "Make the tables that pairs are judged by");
    learn.require_subcommand(1);
    add_learn_prior(learn, learn_prior);
    add_learn_model(learn, learn_model);
    add_completion(program, shell);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0) {
            return refuse(program, sentence_of(program, error, argc > 1 ? argv[1] : ""));
        }
        std::ostringstream text;  // help or version
        program.exit(error, text, text);
        return answer(text.str(), exit_done);
    }
    if (program.got_subcommand("completion")) {
        std::ostringstream script;
        print_completion(program, shell, script);
        return answer(script.str(), exit_done);
    }
    const bool evaluates = program.got_subcommand("evaluate");
    const bool pairs_up = program.got_subcommand("pairs");
    const bool clusters = program.got_subcommand("cluster");
    const bool dedups = program.got_subcommand("dedup");
    const bool learns = program.got_subcommand(&learn);
    const bool explains = program.got_subcommand("explain");
    const auto problem = evaluates  ? problem_of(evaluate)
                         : pairs_up ? problem_of(pairs)
                         : clusters ? problem_of(cluster)
                         : dedups   ? problem_of(dedup)
                         : learns   ? problem_of(learn_prior, learn_model)
                         : explains ? problem_of(explain)
                                    : problem_of(matrix);
    if (!problem.empty()) {
        return refuse(program, problem);
    }
    Parsed parsed;
    if (evaluates) {
        parsed.evaluate = std::move(evaluate);
    } else if (pairs_up) {
        if (program.get_subcommand("pairs")->get_option("--jaccard")->count() == 0) {
            pairs.copies.reset();
        }
        parsed.pairs = std::move(pairs);
    } else if (clusters) {
        parsed.cluster = std::move(cluster);
    } else if (dedups) {
        parsed.dedup = std::move(dedup);
    } else if (learn.got_subcommand("prior")) {
        parsed.learn_prior = std::move(learn_prior);
    } else if (learns) {
        parsed.learn_model = std::move(learn_model);
    } else if (explains) {
        explain.given = given_options(*program.get_subcommand("explain"));
        parsed.explain = std::move(explain);
    } else {
        matrix.given = given_options(*program.get_subcommand("matrix"));
        parsed.matrix = std::move(matrix);
    }
    return parsed;
}

}  // namespace wirecopy::cli
