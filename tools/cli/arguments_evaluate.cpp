#include "arguments_evaluate.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <sstream>
#include <vector>

#include "option_parts.hpp"

namespace wirecopy::cli {

namespace {

const std::map<std::string, EvaluationFormat> evaluation_formats{{"text", EvaluationFormat::text},
                                                                 {"csv", EvaluationFormat::csv},
                                                                 {"tsv", EvaluationFormat::tsv},
                                                                 {"json", EvaluationFormat::json}};

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

}  // namespace

void add_evaluate(CLI::App& program, EvaluateArguments& arguments) {
    auto& app = *program.add_subcommand(
        "evaluate", "How well a score finds the pairs, or clusters match the groups, of labels");
    app.footer(
        "LABELS is CSV or TSV, with a header or without: id_a, id_b, label, or id, cluster, where\n"
        "all pairs of the articles named are evaluated. Exit codes: 0 done, 2 trouble.\n"
        "Example: wirecopy evaluate articles.jsonl.gz pairs.tsv --score tfidf --errors 10");
    app.add_option("CORPUS", arguments.corpus, "Articles: a file, a folder, or -")->type_name("");
    app.add_option("LABELS", arguments.labels, "What is known of them")->type_name("");
    arguments.similarity.measure = Measure::story;
    add_measure(app, "-m,--score,--measure", arguments.similarity,
                "What is evaluated, story unless given");
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
    add_output(app, arguments.output);
    add_stats(app, arguments.stats);
    add_run_options(app, arguments.strict, arguments.similarity.threads, "article or label");
    add_label_options(app, arguments);
    add_tables(app, arguments.tables);
    add_read_options(app, arguments.read);
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
    if (evaluate.stats && !evaluate.clusters.empty()) {
        return "--stats needs a CORPUS: clusters are compared at once";
    }
    return problem_of_files("evaluate", {{evaluate.labels, evaluate.corpus, evaluate.clusters}},
                            evaluate.output);
}

}  // namespace wirecopy::cli
