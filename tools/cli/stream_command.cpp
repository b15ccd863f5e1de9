#include "stream_command.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

#include "article_reader.hpp"
#include "index_command.hpp"
#include "output.hpp"
#include "terminal.hpp"
#include "wirecopy/index.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

int nothing_to_read = -1;  // /dev/null, for the handler

// From now on standard input is at its end, also for a read that waits: it is interrupted and asks
// again. What was read before is answered.
void end_input(int /*signal*/) {
    ::dup2(nothing_to_read, STDIN_FILENO);
}

void end_input_at_signals() {
    nothing_to_read = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) {
            struct sigaction action {};
            action.sa_handler = end_input;
            sigemptyset(&action.sa_mask);
            ::sigaction(signal, &action, nullptr);
        }
    }
}

// What is answered is kept; but for a pause, so many answers wait for their commit together.
constexpr std::size_t most_uncommitted = 1000;

Index open_index(const StreamArguments& arguments) {
    auto options = index_options(arguments.index, arguments.compare, arguments.tables);
    options.expires = true;
    if (arguments.folder.empty()) {
        return Index(options);
    }
    options = options_to_write(arguments.folder, options, arguments.given);
    return {arguments.folder, IndexAccess::write, &options, index_memory(arguments.memory)};
}

}  // namespace

int run_stream(const StreamArguments& arguments) {
    Output output("-");
    auto index = open_index(arguments);
    if (!arguments.paths.empty() && index.size() == 0) {
        ArticleReader reader(arguments.read);
        reader.stream(arguments.paths, [&](Article&& article) { index.learn(article); });
        reader.print_summary();
    }
    if (is_terminal(STDIN_FILENO)) {
        std::cerr << "wirecopy: reading standard input, which is this terminal; Ctrl-D ends it\n";
    }
    end_input_at_signals();
    // A block of answers waits until what it says is kept.
    std::string waiting;
    AnswerLines lines([&](std::string_view block) { waiting += block; });
    const auto flush = [&] {
        index.commit();
        lines.flush();
        output.write(waiting);
        waiting.clear();
    };
    std::size_t accepted = 0;
    std::size_t rejected = 0;
    const auto flush_many = [&] {
        if ((accepted + rejected) % most_uncommitted == 0) {
            flush();
        }
    };
    read_stream(
        arguments.read,
        [&](Article&& article) {
            lines.write(index.add(article));
            ++accepted;
            flush_many();
        },
        [&](Rejected&& line) {
            lines.write(line);
            ++rejected;
            flush_many();
        },
        flush);
    flush();
    output.commit();
    index.checkpoint();
    if (rejected > 0) {
        std::cerr << "wirecopy: " << accepted << (accepted == 1 ? " article" : " articles")
                  << " read, " << rejected << " rejected\n";
    }
    return arguments.strict && rejected > 0 ? exit_trouble : exit_done;
}

}  // namespace wirecopy::cli
