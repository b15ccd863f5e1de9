#include "index_command.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
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
    const auto options = index_options(arguments.index, arguments.compare, arguments.tables);
    const bool is_told = changes_answers(arguments.given) || !is_index(arguments.folder);
    Index index(arguments.folder, IndexAccess::write, is_told ? &options : nullptr,
                index_memory(arguments.memory));
    index.show(options.least_grade, options.most_matches);
    return index;
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
        any |= !answer.matches.empty();
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

int say_count(std::size_t count, const char* what) {
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
    return say_count(count, "expired");
}

int verify(const IndexArguments& arguments) {
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

bool changes_answers(const std::vector<std::string>& given) {
    constexpr std::array<std::string_view, 8> changing{"--window", "--epoch",    "--most-articles",
                                                       "--ngram",  "--prior",    "--frequencies",
                                                       "--model",  "--no-credit"};
    return std::ranges::any_of(given, [&](const std::string& option) {
        return std::ranges::find(changing, option) != changing.end();
    });
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
    const Index index(arguments.folder, IndexAccess::read);
    AnswerLines lines([](std::string_view block) { std::cout << block; });
    lines.write(index.info());
    lines.flush();
    return exit_done;
}

}  // namespace wirecopy::cli
