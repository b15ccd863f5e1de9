#include "stream_command.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

#include "article_reader.hpp"
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

bool input_waits() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ::poll(&input, 1, 0) > 0;
}

IndexOptions options_of(const StreamArguments& arguments) {
    auto options = arguments.index;
    options.base_rate = arguments.compare.base_rate;
    options.use_credit = arguments.compare.use_credit;
    options.ngram = arguments.compare.ngram;
    options.tables = read_tables(arguments.tables);
    options.window_days = arguments.compare.window_days;
    options.expires = true;
    return options;
}

}  // namespace

int run_stream(const StreamArguments& arguments) {
    Output output("-");
    Index index(options_of(arguments));
    if (!arguments.paths.empty()) {
        ArticleReader reader(arguments.read);
        reader.stream(arguments.paths, [&](Article&& article) { index.learn(article); });
        reader.print_summary();
    }
    if (is_terminal(STDIN_FILENO)) {
        std::cerr << "wirecopy: reading standard input, which is this terminal; Ctrl-D ends it\n";
    }
    end_input_at_signals();
    AnswerLines lines([&](std::string_view block) { output.write(block); });
    std::size_t accepted = 0;
    std::size_t rejected = 0;
    const auto flush_when_idle = [&] {
        if (!input_waits()) {
            lines.flush();
        }
    };
    read_stream(
        arguments.read,
        [&](Article&& article) {
            lines.write(index.add(article));
            ++accepted;
            flush_when_idle();
        },
        [&](Rejected&& line) {
            lines.write(line);
            ++rejected;
            flush_when_idle();
        });
    lines.flush();
    output.commit();
    if (rejected > 0) {
        std::cerr << "wirecopy: " << accepted << (accepted == 1 ? " article" : " articles")
                  << " read, " << rejected << " rejected\n";
    }
    return arguments.strict && rejected > 0 ? exit_trouble : exit_done;
}

}  // namespace wirecopy::cli
