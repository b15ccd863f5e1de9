#include "evaluate_command.hpp"

#include <unistd.h>

#include <iostream>

#include "article_reader.hpp"
#include "output.hpp"
#include "rejections.hpp"
#include "run_log.hpp"
#include "terminal.hpp"
#include "wirecopy/evaluate.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

EvaluationFormat format_of(const EvaluateArguments& arguments) {
    if (arguments.format != EvaluationFormat::automatic) {
        return arguments.format;
    }
    const bool to_terminal = arguments.output == "-" && is_terminal(STDOUT_FILENO);
    return to_terminal ? EvaluationFormat::text : EvaluationFormat::tsv;
}

template <typename Evaluation>
void print(const Evaluation& evaluation, const EvaluateArguments& arguments, Output& output) {
    const ReportSink sink = [&](std::string_view block) { output.write(block); };
    switch (format_of(arguments)) {
        case EvaluationFormat::csv:
            write_csv(evaluation, sink);
            break;
        case EvaluationFormat::json:
            write_json(evaluation, sink);
            break;
        case EvaluationFormat::text:
            write_text(evaluation, style_of(arguments.output), sink);
            break;
        default:
            write_tsv(evaluation, sink);
    }
    output.commit();
}

std::string counted(std::uint64_t count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

// Names labels that could not be used, and counts them.
std::size_t report_rejected(const std::vector<Rejected>& rejected, std::size_t used) {
    Rejections rejections;
    for (const auto& one : rejected) {
        rejections.add(one);
    }
    rejections.print_rest();
    if (!rejected.empty()) {
        std::cerr << "wirecopy: " << counted(used, "label") << " used, " << rejected.size()
                  << " rejected\n";
    }
    return rejected.size();
}

int trouble(const std::string& sentence) {
    std::cerr << "wirecopy: evaluate: " << sentence << "\n";
    return exit_trouble;
}

// The calibrated probabilities mean what they say, so that half is where yes begins.
EvaluationOptions with_usual_threshold(const EvaluateArguments& arguments) {
    auto options = arguments.evaluation;
    const auto name = measure_names()[static_cast<std::size_t>(arguments.similarity.measure)];
    if (!options.threshold && (name == "story" || name == "derived")) {
        options.threshold = 0.5F;
    }
    return options;
}

PairEvaluation compare(const std::vector<Article>& articles, const LabelledPairs& pairs,
                       const EvaluateArguments& arguments, RunLog& log) {
    auto similarity = arguments.similarity;
    similarity.tables = read_tables(arguments.tables);
    similarity.progress = log.reporter();
    return evaluate_measure(articles, pairs, similarity, with_usual_threshold(arguments));
}

int evaluate_pairs(const EvaluateArguments& arguments, Output& output) {
    const auto labels = read_labels(arguments.labels, arguments.label);
    RunLog log(arguments.stats);
    ArticleReader reader(arguments.read, &log);
    const auto articles = reader.read({arguments.corpus});
    reader.print_summary();
    if (articles.empty()) {
        return trouble("no articles in the corpus");
    }
    const auto matched = match_labels(labels, arguments.classes, articles);
    const auto& pairs = matched.pairs;
    const auto rejected =
        report_rejected(matched.rejected, pairs.listed.size() + pairs.articles.size());
    if (matched.other_class > 0) {
        std::cerr << "wirecopy: " << labels.source << ": " << counted(matched.other_class, "pair")
                  << " labelled neither positive nor negative, left out\n";
    }
    if (pairs.size() == 0) {
        return trouble("no labelled pair to evaluate");
    }
    const auto evaluation = compare(articles, pairs, arguments, log);
    log.clear_line();
    print(evaluation, arguments, output);
    log.count("articles", reader.accepted());
    log.count("rejected", reader.rejected());
    log.count("labels", pairs.listed.size() + pairs.articles.size());
    log.count("pairs", pairs.size());
    log.finish();
    return arguments.strict && reader.rejected() + rejected > 0 ? exit_trouble : exit_done;
}

int evaluate_clustering(const EvaluateArguments& arguments, Output& output) {
    const auto labelled = read_labels(arguments.labels, arguments.label);
    const auto predicted = read_labels(
        arguments.clusters, {.kind = LabelKind::clusters, .column = arguments.cluster_column});
    const auto matched = match_clusters(labelled, predicted);
    const auto rejected = report_rejected(matched.rejected, matched.labelled.size());
    Rejections alone;
    for (const auto& one : matched.alone) {
        alone.add(one);
    }
    alone.print_rest();
    if (matched.unlabelled > 0) {
        std::cerr << "wirecopy: " << predicted.source << ": "
                  << counted(matched.unlabelled, "article") << " without a label, left out\n";
    }
    if (matched.labelled.empty()) {
        return trouble("no labelled article to evaluate");
    }
    print(evaluate_clusters(matched.labelled, matched.predicted), arguments, output);
    return arguments.strict && rejected > 0 ? exit_trouble : exit_done;
}

}  // namespace

int run_evaluate(const EvaluateArguments& arguments) {
    Output output(arguments.output);  // before the work: a folder that is not there is known now
    return arguments.clusters.empty() ? evaluate_pairs(arguments, output)
                                      : evaluate_clustering(arguments, output);
}

}  // namespace wirecopy::cli
