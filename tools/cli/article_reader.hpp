// Article reader: articles from the paths of a command line, with what could not be read named on
// standard error.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "rejections.hpp"
#include "run_log.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::cli {

/// Names as a sentence lists them, printable; of many only the first.
[[nodiscard]] std::string listed(const std::vector<std::string>& names);

class ArticleReader {
public:
    /// `options` must outlive the reader, and `log`, which is told of every article where given.
    explicit ArticleReader(const ReadOptions& options, RunLog* log = nullptr)
        : options_(options), log_(log) {}

    /// The articles of one set, without the fields that nothing uses. May be called again for
    /// another set.
    [[nodiscard]] std::vector<Article> read(const std::vector<std::string>& paths);

    /// The same; `take` sees each article with what it was cut from.
    using RecordTaker = std::function<void(const Article&, const ArticleRecord&)>;
    [[nodiscard]] std::vector<Article> read(const std::vector<std::string>& paths,
                                            const RecordTaker& take);

    /// Hands on the articles of one set one by one, and keeps none.
    void stream(const std::vector<std::string>& paths,
                const std::function<void(Article&&)>& accept);

    /// The same with the record of each.
    using ArticleTaker = std::function<void(Article&&, const ArticleRecord&)>;
    void read_each(const std::vector<std::string>& paths, const ArticleTaker& take);

    [[nodiscard]] std::size_t accepted() const noexcept { return accepted_; }
    [[nodiscard]] std::size_t rejected() const noexcept { return rejections_.count(); }

    /// Says how many were read and rejected, if any was, and what helps against equal ids.
    void print_summary() const;

private:
    void note_duplicate(const Rejected& rejected);

    const ReadOptions& options_;
    RunLog* log_;
    std::size_t sets_ = 0;
    std::size_t accepted_ = 0;
    Rejections rejections_;
    bool has_duplicates_ = false;
    bool duplicates_span_files_ = false;
};

}  // namespace wirecopy::cli
