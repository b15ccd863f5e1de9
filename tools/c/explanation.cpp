#include <memory>
#include <string>
#include <string_view>

#include "articles.hpp"
#include "names.hpp"
#include "options.hpp"
#include "status.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

struct wirecopy_explanation {
    wirecopy_pair pair;
    std::string reason;
    std::string json;
    std::string text;
};

namespace {

// As the command line: two seconds for all pairs of these, likely pairs of more.
constexpr std::size_t most_articles_compared = 5000;

std::unique_ptr<wirecopy_explanation> explain(const wirecopy_articles& articles,
                                              const wirecopy_options* options, std::size_t a,
                                              std::size_t b) {
    const auto size = articles.all.size();
    if (a >= size || b >= size) {
        throw wirecopy::Error(wirecopy::ErrorKind::option, "explanation: there is no article " +
                                                               std::to_string(a >= size ? a : b) +
                                                               " among " + std::to_string(size));
    }
    auto compare = wirecopy::c::compare_options(options);
    compare.search =
        size > most_articles_compared ? wirecopy::PairSearch::likely : wirecopy::PairSearch::all;
    const wirecopy::Comparison comparison(articles.all, compare);
    const auto found = comparison.explain(a, b, articles.all[a], articles.all[b]);
    auto made = std::make_unique<wirecopy_explanation>();
    made->pair = wirecopy::c::pair_of(a, b, found.verdict);
    made->reason = found.reason;
    wirecopy::write_json(found, [&](std::string_view block) { made->json += block; });
    wirecopy::write_text(found, {}, [&](std::string_view block) { made->text += block; });
    return made;
}

}  // namespace

extern "C" {

wirecopy_status wirecopy_explanation_make(const wirecopy_articles* articles,
                                          const wirecopy_options* options, size_t a, size_t b,
                                          wirecopy_explanation** explanation) {
    return wirecopy::c::make_handle(explanation, [&] {
        wirecopy::c::require(articles, "articles");
        return explain(*articles, options, a, b);
    });
}

void wirecopy_explanation_free(wirecopy_explanation* explanation) {
    const std::unique_ptr<wirecopy_explanation> owner(explanation);
}

wirecopy_pair wirecopy_explanation_pair(const wirecopy_explanation* explanation) {
    return explanation == nullptr ? wirecopy_pair{} : explanation->pair;
}

const char* wirecopy_explanation_reason(const wirecopy_explanation* explanation) {
    return explanation == nullptr ? nullptr : explanation->reason.c_str();
}

const char* wirecopy_explanation_json(const wirecopy_explanation* explanation) {
    return explanation == nullptr ? nullptr : explanation->json.c_str();
}

const char* wirecopy_explanation_text(const wirecopy_explanation* explanation) {
    return explanation == nullptr ? nullptr : explanation->text.c_str();
}

}  // extern "C"
