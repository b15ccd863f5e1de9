#include "article_list.hpp"

#include <utility>

#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::python {

void ArticleList::add(Article&& article) {
    if (article.id.empty()) {
        article.id = std::to_string(rows_);
    }
    if (auto problem = check_.problem(article, rows_)) {
        reject(std::move(article.id), std::move(*problem));
        return;
    }
    articles_.push_back(std::move(article));
    places_.push_back(rows_++);
}

void ArticleList::reject(std::string id, std::string reason) {
    if (strict_) {
        const auto named = id.empty() ? std::string() : " (" + printable(id) + ")";
        throw Error(ErrorKind::input,
                    "articles: row " + std::to_string(rows_) + named + ": " + reason);
    }
    rejected_.push_back(
        {.source = "articles", .line = rows_, .id = std::move(id), .reason = std::move(reason)});
    ++rows_;
}

ArticleList ArticleList::extended(const ArticleList& by) const {
    ArticleList made(strict_);
    made.articles_ = articles_;
    made.articles_.insert(made.articles_.end(), by.articles_.begin(), by.articles_.end());
    return made;
}

std::optional<std::size_t> ArticleList::place_of(std::string Article::*field,
                                                 std::string_view value) const {
    for (std::size_t place = 0; place < articles_.size(); ++place) {
        if (articles_[place].*field == value) {
            return place;
        }
    }
    return std::nullopt;
}

ArticleList read_list(const std::vector<std::string>& paths, const FieldNames& names, bool strict) {
    ReadOptions options;
    options.id_field = names.id;
    options.text_field = names.text;
    options.title_field = names.title;
    options.source_field = names.source;
    options.date_field = names.date;
    ArticleList list(false);
    read_articles(
        paths, options, [&](Article&& article) { list.add(std::move(article)); },
        [&](Rejected&& one) {
            if (strict) {
                const auto line = one.line > 0 ? ":" + std::to_string(one.line) : std::string();
                throw Error(ErrorKind::input, one.source + line + ": " + one.reason);
            }
            list.reject_file(std::move(one));
        });
    return list;
}

}  // namespace wirecopy::python
