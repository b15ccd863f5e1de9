#include "arguments_stream.hpp"

#include <CLI/CLI.hpp>

#include "option_parts.hpp"

namespace wirecopy::cli {

void add_stream(CLI::App& program, StreamArguments& arguments) {
    auto& app = *program.add_subcommand(
        "stream", "Articles come on standard input, what each is to those before it goes out");
    app.footer(
        "JSON Lines in, JSON Lines out: a line for each that is not blank, in order, as soon as "
        "no\n"
        "more wait. An answer has id, story, origin (numbers that stay), grade (of the best "
        "match),\n"
        "novel (nothing before comes from the same report), matches, credits, and events where\n"
        "stories merged or split. A line that is no article gives one with line and error. An\n"
        "article that comes again unchanged changes nothing; a changed one takes its old place.\n"
        "Ends with its input, and at SIGTERM when what was read is answered.\n"
        "Exit codes: 0 done, 2 trouble.\n"
        "Example: tail -n +1 -f news.jsonl | wirecopy stream --window 3d");
    arguments.compare.window_days = 7;
    add_window(app, arguments.compare);
    app.get_option("--window")
        ->description(
            "Days that an article is looked at for, by the dates of those that come; 7 unless\n"
            "given. One without a date has the day of the latest before it");
    add_epochs(app, arguments.index,
               "Articles to look back at, whatever their days: the oldest leave; 0: any number");
    app.add_option("--corpus", arguments.paths,
                   "Learn the first weights of words from these articles")
        ->type_name("PATH");
    app.add_option(
           "--index", arguments.folder,
           "Folder of a lasting index to begin with and to add to; what is answered is kept")
        ->type_name("DIR");
    add_index_memory(app, arguments.memory)->needs("--index");
    add_answers(app, arguments.index);
    add_judging(app, arguments.compare, arguments.tables);
    app.add_flag("--strict", arguments.strict, "End with 2 when any line was no article");
    add_read_options(app, arguments.read);
    app.callback([&app, &arguments] { arguments.given = given_options(app); });
}

std::string problem_of(const StreamArguments& stream) {
    const auto format = stream.read.format;
    if (format != InputFormat::automatic && format != InputFormat::jsonl) {
        return "stream: standard input is JSON Lines, whatever --input-format says";
    }
    return problem_of_files("stream", {{"-"}, stream.paths}, stream.output);
}

}  // namespace wirecopy::cli
