#include <array>
#include <utility>

#include "read/id_registry.hpp"
#include "read/utf8_check.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy {

struct ArticleCheck::State {
    read::IdRegistry ids;
};

ArticleCheck::ArticleCheck() : state_(std::make_unique<State>()) {
    state_->ids.enter_source({});
}
ArticleCheck::~ArticleCheck() = default;
ArticleCheck::ArticleCheck(ArticleCheck&&) noexcept = default;
ArticleCheck& ArticleCheck::operator=(ArticleCheck&&) noexcept = default;

std::optional<std::string> ArticleCheck::problem(const Article& article, std::uint64_t number) {
    const std::array<std::pair<const char*, const std::string*>, 5> strings{
        {{"id", &article.id},
         {"text", &article.text},
         {"title", &article.title},
         {"source", &article.source},
         {"date", &article.date}}};
    for (const auto& [name, value] : strings) {
        if (auto problem = read::text_problem(*value)) {
            return *problem + " of " + name;
        }
    }
    if (article.id.empty()) {
        return "empty id";
    }
    if (read::is_blank(article.text)) {
        return "empty article: no text but white space";
    }
    if (const auto first = state_->ids.add(article.id, number)) {
        return "duplicate id, first that of article " + std::to_string(first->line);
    }
    return std::nullopt;
}

}  // namespace wirecopy
