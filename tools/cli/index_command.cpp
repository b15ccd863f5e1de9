#include "index_command.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string_view>

#include "article_reader.hpp"
#include "memory.hpp"
#include "output.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

Index open_to_read(const IndexArguments& arguments) {
    Index index(arguments.folder, IndexAccess::read, nullptr, index_memory(arguments.memory));
    index.show(arguments.index.least_grade, arguments.index.most_matches);
    return index;
}

Index open_to_write(const IndexArguments& arguments) {
    if (!is_index(arguments.folder) && arguments.action != IndexAction::add) {
        throw Error(ErrorKind::input, "index: " + printable(arguments.folder) + " holds no index");
    }
    const auto options = options_to_write(
        arguments.folder, index_options(arguments.index, arguments.compare, arguments.tables),
        arguments.given);
    return {arguments.folder, IndexAccess::write, &options, index_memory(arguments.memory)};
}

// Articles of files, or of standard input, where an id may come again.
template <typename Take>
std::size_t read_each(const IndexArguments& arguments, const Take& take) {
    if (!arguments.paths.empty() && arguments.paths != std::vector<std::string>{"-"}) {
        ArticleReader reader(arguments.read);
        reader.stream(arguments.paths, [&](Article&& article) { take(article); });
        reader.print_summary();
        return reader.rejected();
    }
    Rejections rejections;
    read_stream(
        arguments.read, [&](Article&& article) { take(article); },
        [&](Rejected&& rejected) { rejections.add(rejected); });
    rejections.print_rest();
    return rejections.count();
}

int add(const IndexArguments& arguments) {
    auto index = open_to_write(arguments);
    Output output("-");
    std::string waiting;  // answers, until what they say is kept
    AnswerLines lines([&](std::string_view block) { waiting += block; });
    const auto commit = [&] {
        index.commit();
        lines.flush();
        output.write(waiting);
        waiting.clear();
    };
    std::size_t count = 0;
    const auto rejected = read_each(arguments, [&](const Article& article) {
        lines.write(index.add(article));
        if (++count % arguments.commit_articles == 0) {
            commit();
        }
    });
    commit();
    index.checkpoint();
    return arguments.strict && rejected > 0 ? exit_trouble : exit_done;
}

int query(const IndexArguments& arguments) {
    auto index = open_to_read(arguments);
    Output output("-");
    AnswerLines lines([&](std::string_view block) { output.write(block); });
    bool any = false;
    const auto write = [&](const IndexAnswer& answer) {
        any |= answer.grade > Grade::none && answer.grade >= arguments.index.least_grade;
        lines.write(answer);
    };
    for (const auto& id : arguments.ids) {
        if (const auto answer = index.query(std::string_view(id))) {
            write(*answer);
        } else {
            std::cerr << "wirecopy: no article " << printable(id) << "\n";
        }
    }
    std::size_t rejected = 0;
    if (!arguments.paths.empty()) {
        rejected =
            read_each(arguments, [&](const Article& article) { write(index.query(article)); });
    }
    lines.flush();
    if (arguments.strict && rejected > 0) {
        return exit_trouble;
    }
    return any ? exit_done : exit_nothing;
}

int say_count(std::size_t count, const std::string& what) {
    std::cerr << "wirecopy: " << count << (count == 1 ? " article " : " articles ") << what << "\n";
    return count > 0 ? exit_done : exit_nothing;
}

int remove(const IndexArguments& arguments) {
    auto index = open_to_write(arguments);
    std::size_t count = 0;
    for (const auto& id : arguments.ids) {
        if (index.remove(id)) {
            ++count;
        } else {
            std::cerr << "wirecopy: no article " << printable(id) << "\n";
        }
    }
    index.checkpoint();
    return say_count(count, "removed");
}

std::string date_of(std::int32_t day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    std::ostringstream out;
    out << std::setfill('0') << std::setw(4) << static_cast<int>(date.year()) << '-' << std::setw(2)
        << static_cast<unsigned>(date.month()) << '-' << std::setw(2)
        << static_cast<unsigned>(date.day());
    return out.str();
}

int expire(const IndexArguments& arguments) {
    auto index = open_to_write(arguments);
    const auto latest = index.info().latest_day;
    std::optional<std::int32_t> day;
    if (arguments.age_days) {
        day = latest ? std::optional(*latest - static_cast<std::int32_t>(*arguments.age_days) + 1)
                     : std::nullopt;
    } else {
        day = day_of_date(arguments.before);
        if (!day) {
            throw Error(ErrorKind::option,
                        "index: " + printable(arguments.before) + " is no date; write 2024-12-31");
        }
    }
    const auto count = day ? index.expire_before(*day) : 0;
    index.checkpoint();
    return say_count(count, day ? "of days before " + date_of(*day) + " expired" : "expired");
}

// Damage in the pages of the store, which have no checksums of their own, may end the process that
// reads them: so another one reads.
int in_another_process(const std::string& folder, const std::function<int()>& work) {
    std::cout.flush();
    const auto child = ::fork();
    if (child < 0) {
        return work();
    }
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        int code = exit_trouble;
        try {
            code = work();
            std::cout.flush();
        } catch (const std::exception& error) {
            std::cerr << "wirecopy: " << error.what() << "\n";
        }
        ::_exit(code);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFSIGNALED(status)) {
        return WEXITSTATUS(status);
    }
    const int signal = WTERMSIG(status);
    const bool is_damage = signal == SIGSEGV || signal == SIGBUS || signal == SIGABRT;
    throw Error(is_damage ? ErrorKind::format : ErrorKind::input,
                "index: " + printable(folder) + ": " +
                    (is_damage ? "its file is damaged, and what read it" : "what read it") +
                    " was ended by signal " + std::to_string(signal));
}

int look_at_all(const IndexArguments& arguments) {
    const Index index(arguments.folder, IndexAccess::check, nullptr,
                      index_memory(arguments.memory));
    const auto misplaced = index.misplaced();
    if (misplaced > 0) {
        throw Error(ErrorKind::format, "index: " + std::to_string(misplaced) +
                                           " articles are not in the story of their pairs");
    }
    std::cout << index.size() << " articles, all whole\n";
    return exit_done;
}

int verify(const IndexArguments& arguments) {
    return in_another_process(arguments.folder, [&] { return look_at_all(arguments); });
}

}  // namespace

IndexOptions index_options(const IndexOptions& index, const CompareOptions& compare,
                           const TableFiles& tables) {
    auto options = index;
    options.base_rate = compare.base_rate;
    options.use_credit = compare.use_credit;
    options.ngram = compare.ngram;
    options.tables = read_tables(tables);
    options.window_days = compare.window_days;
    return options;
}

IndexOptions options_to_write(const std::string& folder, const IndexOptions& wanted,
                              const std::vector<std::string>& given) {
    if (!is_index(folder)) {
        return wanted;
    }
    IndexOptions options;
    try {
        options = Index::info_of(folder).options;
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::format) {
            return wanted;  // ended while it was made; or damaged, as opening it will say
        }
        throw;
    }
    options.least_grade = wanted.least_grade;
    options.most_matches = wanted.most_matches;
    options.threads = wanted.threads;
    const auto take = [&](std::string_view option, auto member) {
        if (std::ranges::find(given, option) != given.end()) {
            options.*member = wanted.*member;
        }
    };
    take("--window", &IndexOptions::window_days);
    take("--epoch", &IndexOptions::epoch_articles);
    take("--most-articles", &IndexOptions::most_articles);
    take("--ngram", &IndexOptions::ngram);
    take("--prior", &IndexOptions::base_rate);
    take("--no-credit", &IndexOptions::use_credit);
    if (std::ranges::find(given, "--frequencies") != given.end()) {
        options.tables.prior = wanted.tables.prior;
    }
    if (std::ranges::find(given, "--model") != given.end()) {
        options.tables.model = wanted.tables.model;
    }
    return options;
}

std::uint64_t index_memory(std::uint64_t given) {
    return given == 0 ? half_of_machine() : given;
}

bool is_index(const std::string& folder) {
    std::error_code ignored;
    return std::filesystem::exists(folder + "/data.mdb", ignored);
}

int run_index(const IndexArguments& arguments) {
    switch (arguments.action) {
        case IndexAction::add:
            return add(arguments);
        case IndexAction::query:
            return query(arguments);
        case IndexAction::remove:
            return remove(arguments);
        case IndexAction::expire:
            return expire(arguments);
        case IndexAction::verify:
            return verify(arguments);
        case IndexAction::compact:
            Index::compact(arguments.folder);
            return exit_done;
        case IndexAction::info:
            break;
    }
    AnswerLines lines([](std::string_view block) { std::cout << block; });
    lines.write(Index::info_of(arguments.folder));
    lines.flush();
    return exit_done;
}

}  // namespace wirecopy::cli
