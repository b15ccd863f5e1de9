#include "article_reader.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <string_view>

#include "terminal.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most_named = 3;
    const auto named = std::min(names.size(), most_named);
    std::string list;
    for (std::size_t i = 0; i < named; ++i) {
        list += i == 0 ? "" : ", ";
        list += names[i].empty() ? "\"\"" : printable(names[i]);
    }
    const auto left = names.size() - named;
    return left == 0 ? list : list + " and " + std::to_string(left) + " more";
}

std::vector<Article> ArticleReader::read(const std::vector<std::string>& paths) {
    return read(paths, [](const Article& /*article*/, const ArticleRecord& /*record*/) {});
}

std::vector<Article> ArticleReader::read(const std::vector<std::string>& paths,
                                         const RecordTaker& take) {
    std::vector<Article> articles;
    read_each(paths, [&](Article&& article, const ArticleRecord& record) {
        take(article, record);
        // Nothing here hands them back, and of a wide table they are most of the memory.
        std::vector<ExtraField>().swap(article.extra);
        articles.push_back(std::move(article));
    });
    return articles;
}

void ArticleReader::stream(const std::vector<std::string>& paths,
                           const std::function<void(Article&&)>& accept) {
    read_each(paths, [&](Article&& article, const ArticleRecord& /*record*/) {
        accept(std::move(article));
    });
}

void ArticleReader::read_each(const std::vector<std::string>& paths, const ArticleTaker& take) {
    if (!paths.empty()) {
        ++sets_;
    }
    if (std::ranges::find(paths, "-") != paths.end() && is_terminal(STDIN_FILENO)) {
        std::cerr << "wirecopy: reading standard input, which is this terminal; Ctrl-D ends it\n";
    }
    std::size_t count = 0;
    std::optional<RunLog> own;
    auto& log = log_ != nullptr ? *log_ : own.emplace(false);
    read_records(
        paths, options_,
        [&](Article&& article, const ArticleRecord& record) {
            take(std::move(article), record);
            log.note({"reading", accepted_ + ++count, 0});
        },
        [&](Rejected&& rejected) {
            note_duplicate(rejected);
            log.clear_line();
            rejections_.add(rejected);
        });
    accepted_ += count;
    log.clear_line();
}

// Of text files the path is the id: there is nothing to advise.
void ArticleReader::note_duplicate(const Rejected& rejected) {
    constexpr std::string_view opening = "duplicate id, first seen in ";
    if (rejected.line != 0 && rejected.reason.starts_with(opening)) {
        has_duplicates_ = true;
        const auto first = std::string_view(rejected.reason).substr(opening.size());
        duplicates_span_files_ |= !first.starts_with(rejected.source + ", line ");
    }
}

void ArticleReader::print_summary() const {
    rejections_.print_rest();
    if (rejected() > 0) {
        std::cerr << "wirecopy: " << accepted_ << (accepted_ == 1 ? " article" : " articles")
                  << " read, " << rejected() << " rejected\n";
    }
    if (has_duplicates_) {
        std::cerr << "wirecopy: ids must be unique: --id-field names another field"
                  << (duplicates_span_files_ && sets_ == 1
                          ? "; --rows and --columns compare one file with another"
                          : "")
                  << "\n";
    }
}

}  // namespace wirecopy::cli
