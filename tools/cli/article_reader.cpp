#include "article_reader.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string_view>

#include "progress.hpp"
#include "terminal.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

// Rejected articles are named one by one up to here, then counted: a broken file of a million
// lines must not bury what else was said.
constexpr std::size_t rejections_named = 20;

// The reader has escaped what a terminal would act on in names of files.
std::string name_of(const std::string& source) {
    if (source.empty()) {
        return "\"\"";
    }
    return source == "-" ? "standard input" : source;
}

// A reason may quote the data, which must not reach the terminal raw. Its own backslashes stay
// single: they stand in notation such as \u0000.
std::string sentence_of(const std::string& reason) {
    std::string sentence;
    for (const char byte : printable(reason)) {
        if (byte != '\\' || sentence.empty() || sentence.back() != '\\') {
            sentence += byte;
        }
    }
    return sentence;
}

void report(const Rejected& rejected) {
    std::cerr << "wirecopy: " << name_of(rejected.source);
    if (rejected.line != 0) {
        std::cerr << ":" << rejected.line;
        if (!rejected.id.empty()) {
            std::cerr << " (" << printable(rejected.id) << ")";
        }
    }
    std::cerr << ": " << sentence_of(rejected.reason) << "\n";
}

}  // namespace

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
    if (!paths.empty()) {
        ++sets_;
    }
    if (std::ranges::find(paths, "-") != paths.end() && is_terminal(STDIN_FILENO)) {
        std::cerr << "wirecopy: reading standard input, which is this terminal; Ctrl-D ends it\n";
    }
    std::vector<Article> articles;
    ProgressLine line("reading", "articles");
    read_articles(
        paths, options_,
        [&](Article&& article) {
            // Nothing here hands them back, and of a wide table they are most of the memory.
            std::vector<ExtraField>().swap(article.extra);
            articles.push_back(std::move(article));
            line.show(articles.size());
        },
        [&](Rejected&& rejected) {
            note_duplicate(rejected);
            if (++rejected_ <= rejections_named) {
                line.clear();
                report(rejected);
            }
        });
    accepted_ += articles.size();
    return articles;
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
    if (rejected_ > rejections_named) {
        std::cerr << "wirecopy: ... and " << rejected_ - rejections_named << " more\n";
    }
    if (rejected_ > 0) {
        std::cerr << "wirecopy: " << accepted_ << (accepted_ == 1 ? " article" : " articles")
                  << " read, " << rejected_ << " rejected\n";
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
