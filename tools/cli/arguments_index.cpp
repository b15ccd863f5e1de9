#include "arguments_index.hpp"

#include <CLI/CLI.hpp>

#include "option_parts.hpp"

namespace wirecopy::cli {

namespace {

CLI::App& add_action(CLI::App& index, IndexArguments& arguments, IndexAction action,
                     const std::string& name, const std::string& text) {
    auto& app = *index.add_subcommand(name, text);
    app.add_option("DIR", arguments.folder, "Folder of the index")->type_name("")->required();
    if (action != IndexAction::info && action != IndexAction::compact) {
        add_index_memory(app, arguments.memory);
    }
    app.callback([&app, &arguments, action] {
        arguments.action = action;
        arguments.given = given_options(app);
    });
    return app;
}

void add_articles(CLI::App& app, IndexArguments& arguments, const std::string& text) {
    app.add_option("CORPUS", arguments.paths, text)->type_name("");
    app.add_flag("--strict", arguments.strict, "End with 2 when any article was rejected");
    add_read_options(app, arguments.read);
}

}  // namespace

void add_index(CLI::App& program, IndexArguments& arguments) {
    auto& index = *program.add_subcommand(
        "index", "A corpus on disk that grows and shrinks: add, query, remove, expire");
    index.require_subcommand(1);
    index.footer(
        "One process writes an index while others read it. Answers are JSON Lines as those of\n"
        "stream, and come when what they say is on the disk.\n"
        "Exit codes: 0 done, 1 nothing found (query, remove, expire), 2 trouble.\n"
        "Example: wirecopy index add news articles.jsonl.gz > answers.jsonl");
    auto& add = add_action(index, arguments, IndexAction::add, "add",
                           "Take articles in, and say of each what it is to those before it");
    add_window(add, arguments.compare);
    add_epochs(add, arguments.index, "Articles to keep: the oldest leave; 0: any number");
    add_number(add, "--commit", arguments.commit_articles, 1, 1'000'000,
               "Articles a commit: what is lost at most when the machine fails, unanswered")
        ->capture_default_str();
    add_answers(add, arguments.index);
    add_judging(add, arguments.compare, arguments.tables);
    add_articles(add, arguments, "Articles; none, or -, is standard input");
    auto& query = add_action(index, arguments, IndexAction::query, "query",
                             "What articles are to those that are there");
    query.add_option("--id", arguments.ids, "Ask about an article that is there")->type_name("ID");
    add_answers(query, arguments.index);
    add_articles(query, arguments, "Articles to ask about, which are not taken in");
    auto& remove = add_action(index, arguments, IndexAction::remove, "remove", "Take articles out");
    remove.add_option("ID", arguments.ids, "Their ids")->type_name("")->required();
    auto& expire =
        add_action(index, arguments, IndexAction::expire, "expire", "Take old articles out");
    auto* const before = expire.add_option("--before", arguments.before,
                                           "Those of days before this date: 2024-12-31");
    before->type_name("DATE");
    add_number(expire, "--age", arguments.age_days, 0, 1'000'000,
               "Those so many days and more before the latest article")
        ->excludes(before)
        ->type_name("DAYS");
    add_action(index, arguments, IndexAction::info, "info", "What there is, as JSON");
    add_action(index, arguments, IndexAction::verify, "verify",
               "Read everything, and group all articles anew");
    add_action(index, arguments, IndexAction::compact, "compact", "Make its file small");
}

std::string problem_of(const IndexArguments& index) {
    if (index.action == IndexAction::query && index.ids.empty() && index.paths.empty()) {
        return "index query: name articles to ask about, or --id";
    }
    if (index.action == IndexAction::expire && index.before.empty() && !index.age_days) {
        return "index expire: give --before or --age";
    }
    return problem_of_files("index", {index.paths}, index.output);
}

}  // namespace wirecopy::cli
