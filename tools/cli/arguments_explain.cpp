#include "arguments_explain.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "option_parts.hpp"

namespace wirecopy::cli {

namespace {

const std::map<std::string, ExplainFormat> explain_formats{{"text", ExplainFormat::text},
                                                           {"json", ExplainFormat::json}};

}  // namespace

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
    add_output(app, arguments.output);
    add_appearance(app, arguments.appearance, "text");
    add_stats(app, arguments.stats);
    add_run_options(app, arguments.strict, arguments.compare.threads);
    add_read_options(app, arguments.read);
    app.callback([&app, &arguments] { arguments.given = given_options(app); });
}

std::string problem_of(const ExplainArguments& explain) {
    if (explain.articles.size() > 2) {
        return "explain: name two articles, not " + std::to_string(explain.articles.size());
    }
    if (explain.articles.empty() || (explain.articles.size() == 1 && !explain.corpus.empty())) {
        return "explain: name two articles";
    }
    return problem_of_files("explain", {explain.articles, explain.corpus}, explain.output);
}

}  // namespace wirecopy::cli
