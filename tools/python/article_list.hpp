// Article list: the articles of one call, however they came, held to what the readers hold theirs
// to.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::python {

/// What the columns or keys of articles are called.
struct FieldNames {
    std::string id = "id";
    std::string text = "text";
    std::string title = "title";
    std::string source = "source";
    std::string date = "date";
};

class ArticleList {
public:
    /// What cannot be used is passed over and listed, or, when strict, Error{input}.
    explicit ArticleList(bool strict) : strict_(strict) {}

    /// The next row. One without an id gets its number, from 0.
    void add(Article&& article);
    /// A row that has no text, or is none.
    void reject(std::string id, std::string reason);

    /// An article of a file, or the file, that could not be read.
    void reject_file(Rejected&& rejected) { rejected_.push_back(std::move(rejected)); }

    /// The articles of two lists in a row, whatever their ids: texts beside their company.
    [[nodiscard]] ArticleList extended(const ArticleList& by) const;

    /// The first article whose id or text this is.
    [[nodiscard]] std::optional<std::size_t> place_of(std::string Article::*field,
                                                      std::string_view value) const;

    [[nodiscard]] const std::vector<Article>& articles() const noexcept { return articles_; }
    [[nodiscard]] const std::vector<Rejected>& rejected() const noexcept { return rejected_; }

    /// The row, from 0, that each article came from.
    [[nodiscard]] const std::vector<std::size_t>& places() const noexcept { return places_; }

private:
    bool strict_;
    std::size_t rows_ = 0;
    std::vector<Article> articles_;
    std::vector<std::size_t> places_;
    std::vector<Rejected> rejected_;
    ArticleCheck check_;
};

/// The articles of files and folders.
[[nodiscard]] ArticleList read_list(const std::vector<std::string>& paths, const FieldNames& names,
                                    bool strict);

}  // namespace wirecopy::python
