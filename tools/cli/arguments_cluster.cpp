#include "arguments_cluster.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>

#include "option_parts.hpp"

namespace wirecopy::cli {

namespace {

constexpr std::string_view of_source = "source:";

// --keep: earliest, longest, or source:NAME.
void add_keep(CLI::App& app, ClusterOptions& cluster, const std::string& text) {
    app.add_option_function<std::string>(
           "--keep",
           [&cluster](const std::string& given) {
               if (given == "earliest") {
                   cluster.keep = Keep::earliest;
               } else if (given == "longest") {
                   cluster.keep = Keep::longest;
               } else if (given.starts_with(of_source) && given.size() > of_source.size()) {
                   cluster.keep = Keep::source;
                   cluster.keep_source = given.substr(of_source.size());
               } else {
                   throw CLI::ValidationError("--keep: " + (given.empty() ? "\"\"" : given) +
                                              " is none of earliest, longest, source:NAME");
               }
           },
           text)
        ->type_name("earliest|longest|source:NAME");
}

template <typename Arguments>
void add_common(CLI::App& app, Arguments& arguments) {
    add_judging(app, arguments.cluster.compare, arguments.tables);
    add_window(app, arguments.cluster.compare);
    add_work(app, arguments.work);
    add_memory(app, arguments.memory);
    add_resume(app, arguments.resume);
    add_stats(app, arguments.stats);
    add_run_options(app, arguments.strict, arguments.cluster.compare.threads);
    add_read_options(app, arguments.read);
}

}  // namespace

void add_cluster(CLI::App& program, ClusterArguments& arguments) {
    auto& app = *program.add_subcommand(
        "cluster", "Which articles tell one story, and which of these come from one report");
    app.footer(
        "A line an article: its story, its origin in the story and its role there: alone,\n"
        "independent (the only one of its origin), representative, rewrite, edited, copy. Stories\n"
        "and origins are named after their first article. CORPUS as PATH of matrix.\n"
        "Exit codes: 0 done, 2 trouble.\n"
        "Example: wirecopy cluster --window 7d articles.jsonl.gz > stories.tsv");
    app.add_option("CORPUS", arguments.paths, "Articles to group")->type_name("")->required();
    add_grade(app, arguments.cluster.least, grade_names().subspan(1),
              "What makes articles belong together: this grade and those above it; related\n"
              "unless given");
    add_keep(app, arguments.cluster, "Which article represents an origin; earliest unless given");
    app.add_flag("--summary", arguments.summary,
                 "A line a story instead: how many articles, outlets and origins, whose reports,\n"
                 "and the weakest link");
    add_sides(app, arguments,
              "Only articles of CORPUS and of these are linked with each other; no id may be in\n"
              "both. Two of one side are in one story where others join them",
              "Only articles of different sources are linked; without one an article is its own.\n"
              "Two of one source are in one story where others join them");
    add_pair_format(app, arguments.format, "By the ending of --output, else tsv, unless given");
    app.callback([&] { take_ending(app, arguments.output, arguments.format); });
    add_output(app, arguments.output);
    add_common(app, arguments);
}

void add_dedup(CLI::App& program, DedupArguments& arguments) {
    auto& app =
        *program.add_subcommand("dedup", "The corpus without its copies, and a list of what left");
    app.footer(
        "Lines of JSON Lines and rows of tables leave as they came, in their order, unpacked; of\n"
        "text files the paths. What leaves was compared with what stays. CORPUS as PATH of\n"
        "matrix, all of one format; plain files must not change before it ends.\n"
        "Exit codes: 0 done, 2 trouble.\n"
        "Example: wirecopy dedup articles.jsonl.gz -o kept.jsonl --removed removed.tsv");
    app.add_option("CORPUS", arguments.paths, "Articles to choose from")->type_name("")->required();
    arguments.cluster.least = Grade::edited;
    add_grade(app, arguments.cluster.least, grade_names().subspan(1),
              "What leaves is of this grade or above with what stays; edited unless given");
    add_keep(app, arguments.cluster, "Which of several articles stays; earliest unless given");
    app.add_option("-o,--output", arguments.output,
                   "File for what stays, complete or not at all; - is standard output")
        ->type_name("FILE");
    app.add_option("--removed", arguments.removed,
                   "File for what leaves: id, kept, grade, story, derived, jaccard")
        ->type_name("FILE");
    add_pair_format(app, arguments.format,
                    "Format of that list; by the ending of --removed, else tsv, unless given");
    app.callback([&] { take_ending(app, arguments.removed, arguments.format); });
    add_common(app, arguments);
}

std::string problem_of(const ClusterArguments& arguments) {
    return problem_of_files("cluster", {arguments.paths, arguments.against}, arguments.output);
}

std::string problem_of(const DedupArguments& arguments) {
    if (!arguments.output.empty() && arguments.removed == arguments.output) {
        return "dedup: --output and --removed are one file";
    }
    return problem_of_files("dedup", {arguments.paths}, arguments.output);
}

}  // namespace wirecopy::cli
