#include "read/article_sink.hpp"

#include <utility>

#include "read/utf8_check.hpp"

namespace wirecopy::read {

void ArticleSink::enter_source(std::string name) {
    registry_.enter_source(name);
    source_ = std::move(name);
}

void ArticleSink::enter_format(InputFormat format, std::string header) {
    header_ = std::move(header);
    record_ = {.format = format, .header = header_, .bytes = {}, .path = path_};
}

void ArticleSink::enter_path(std::string path) {
    path_ = std::move(path);
    record_.path = path_;
}

void ArticleSink::deliver(Article&& article, std::uint64_t line) {
    if (is_blank(article.text)) {
        reject(line, std::move(article.id), "empty article: no text but white space");
        return;
    }
    if (ids_ == Ids::may_repeat) {
        accept_(std::move(article));
        return;
    }
    if (const auto first = registry_.add(article.id, line)) {
        auto reason = "duplicate id, first seen in " + std::string(first->source);
        if (first->line > 0) {
            reason += ", line " + std::to_string(first->line);
        }
        reject(line, std::move(article.id), std::move(reason));
        return;
    }
    accept_(std::move(article));
}

void ArticleSink::reject(std::uint64_t line, std::string id, std::string reason) {
    reject_({.source = source_, .line = line, .id = std::move(id), .reason = std::move(reason)});
}

}  // namespace wirecopy::read
