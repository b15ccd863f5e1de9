#include <memory>
#include <vector>

#include "articles.hpp"
#include "names.hpp"
#include "options.hpp"
#include "status.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/copies.hpp"

struct wirecopy_pairs {
    std::vector<wirecopy_pair> all;
};

namespace {

using wirecopy::Comparison;
using wirecopy::Grade;
using wirecopy::c::pair_of;

void find_copies(const wirecopy_articles& articles, const wirecopy_options& options,
                 std::vector<wirecopy_pair>& found) {
    wirecopy::find_copies(articles.all, wirecopy::c::copy_options(options),
                          [&](const wirecopy::CopyPair& pair) {
                              wirecopy::PairVerdict verdict;
                              verdict.jaccard = pair.jaccard;
                              verdict.containment_a = pair.containment_a;
                              verdict.containment_b = pair.containment_b;
                              found.push_back(pair_of(pair.a, pair.b, verdict));
                          });
}

void find_all(const wirecopy_articles& articles, const wirecopy_options& options,
              std::vector<wirecopy_pair>& found) {
    const Comparison comparison(articles.all, options.compare);
    const auto least = options.grade.value_or(Grade::none);
    comparison.compare_all([&](std::size_t a, auto later) {
        for (std::size_t i = 0; i < later.size(); ++i) {
            if (later[i].grade >= least) {
                found.push_back(pair_of(a, a + 1 + i, later[i]));
            }
        }
    });
}

void find_likely(const wirecopy_articles& articles, const wirecopy_options* options,
                 std::vector<wirecopy_pair>& found) {
    auto compare = wirecopy::c::compare_options(options);
    compare.search = wirecopy::PairSearch::likely;
    compare.least_grade =
        options == nullptr ? Grade::rewrite : options->grade.value_or(Grade::rewrite);
    const Comparison comparison(articles.all, compare);
    comparison.compare_likely([&](std::size_t a, auto later) {
        for (const auto& [b, verdict] : later) {
            found.push_back(pair_of(a, b, verdict));
        }
    });
}

}  // namespace

extern "C" {

wirecopy_status wirecopy_pairs_find(const wirecopy_articles* articles,
                                    const wirecopy_options* options, wirecopy_pairs** pairs) {
    return wirecopy::c::make_handle(pairs, [&] {
        wirecopy::c::require(articles, "articles");
        auto made = std::make_unique<wirecopy_pairs>();
        if (options != nullptr && options->jaccard) {
            find_copies(*articles, *options, made->all);
        } else if (options != nullptr && options->all) {
            find_all(*articles, *options, made->all);
        } else {
            find_likely(*articles, options, made->all);
        }
        return made;
    });
}

void wirecopy_pairs_free(wirecopy_pairs* pairs) {
    const std::unique_ptr<wirecopy_pairs> owner(pairs);
}

size_t wirecopy_pairs_count(const wirecopy_pairs* pairs) {
    return pairs == nullptr ? 0 : pairs->all.size();
}

const wirecopy_pair* wirecopy_pairs_data(const wirecopy_pairs* pairs) {
    return pairs == nullptr || pairs->all.empty() ? nullptr : pairs->all.data();
}

}  // extern "C"
