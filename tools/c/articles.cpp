#include "articles.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "options.hpp"
#include "status.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/signatures.hpp"

namespace {

using wirecopy::c::guarded;
using wirecopy::c::require;

std::string string_or_nothing(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

// Why it was not added; empty when it was.
std::string add(wirecopy_articles& articles, wirecopy::Article&& article) {
    if (auto problem = articles.check.problem(article, articles.all.size())) {
        return std::move(*problem);
    }
    articles.all.push_back(std::move(article));
    return {};
}

}  // namespace

wirecopy::Article wirecopy::c::article_of(const char* id, const char* text, std::size_t text_bytes,
                                          const char* title, const char* source, const char* date) {
    require(id, "id");
    require(text, "text");
    return {.id = id,
            .title = string_or_nothing(title),
            .text = std::string(text, text_bytes),
            .source = string_or_nothing(source),
            .date = string_or_nothing(date),
            .extra = {}};
}

std::vector<std::uint32_t> wirecopy::c::groups_of(std::span<const Article> articles,
                                                  const wirecopy_options* options) {
    if (options == nullptr || !options->across_sources) {
        return {};
    }
    std::vector<std::string_view> sources;
    sources.reserve(articles.size());
    for (const auto& article : articles) {
        sources.push_back(article.source);
    }
    return groups_of_sources(sources);
}

extern "C" {

wirecopy_status wirecopy_articles_new(wirecopy_articles** articles) {
    return wirecopy::c::make_handle(articles, [] { return std::make_unique<wirecopy_articles>(); });
}

void wirecopy_articles_free(wirecopy_articles* articles) {
    const std::unique_ptr<wirecopy_articles> owner(articles);
}

wirecopy_status wirecopy_articles_add(wirecopy_articles* articles, const char* id, const char* text,
                                      size_t text_bytes, const char* title, const char* source,
                                      const char* date) {
    return guarded([&] {
        require(articles, "articles");
        const auto problem =
            add(*articles, wirecopy::c::article_of(id, text, text_bytes, title, source, date));
        if (!problem.empty()) {
            throw wirecopy::Error(
                wirecopy::ErrorKind::input,
                "article " + std::to_string(articles->all.size()) + ": " + problem);
        }
    });
}

wirecopy_status wirecopy_articles_read(wirecopy_articles* articles, const char* path,
                                       wirecopy_reject_function reject, void* context) {
    return guarded([&] {
        require(articles, "articles");
        require(path, "path");
        const auto pass_on = [&](const wirecopy::Rejected& rejected) {
            if (reject != nullptr) {
                const auto line =
                    rejected.line > 0 ? ":" + std::to_string(rejected.line) : std::string();
                reject((rejected.source + line + ": " + rejected.reason).c_str(), context);
            }
        };
        const std::array<std::string, 1> paths{path};
        wirecopy::read_articles(
            paths, {},
            [&](wirecopy::Article&& article) {
                auto id = article.id;
                auto problem = add(*articles, std::move(article));
                if (!problem.empty()) {
                    pass_on({path, 0, std::move(id), std::move(problem)});
                }
            },
            pass_on);
    });
}

size_t wirecopy_articles_count(const wirecopy_articles* articles) {
    return articles == nullptr ? 0 : articles->all.size();
}

const char* wirecopy_articles_id(const wirecopy_articles* articles, size_t place) {
    return place < wirecopy_articles_count(articles) ? articles->all[place].id.c_str() : nullptr;
}

}  // extern "C"
