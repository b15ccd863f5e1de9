#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
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

using wirecopy::Article;
using wirecopy::Comparison;
using wirecopy::Grade;
using wirecopy::c::pair_of;

// What is compared: articles, and, where there are groups, of different ones alone.
struct Sides {
    std::span<const Article> articles;
    std::vector<std::uint32_t> groups;
};

std::vector<wirecopy_pair> find_copies(Sides&& sides, const wirecopy_options& options) {
    auto copies = wirecopy::c::copy_options(options);
    copies.groups = sides.groups;
    std::vector<wirecopy_pair> found;
    wirecopy::find_copies(sides.articles, copies, [&](const wirecopy::CopyPair& pair) {
        wirecopy::PairVerdict verdict;
        verdict.jaccard = pair.jaccard;
        verdict.containment_a = pair.containment_a;
        verdict.containment_b = pair.containment_b;
        found.push_back(pair_of(pair.a, pair.b, verdict));
    });
    return found;
}

std::vector<wirecopy_pair> find_all(Sides&& sides, const wirecopy_options& options) {
    auto compare = options.compare;
    const auto groups = sides.groups;
    compare.groups = std::move(sides.groups);
    const Comparison comparison(sides.articles, compare);
    const auto least = options.grade.value_or(Grade::none);
    std::vector<wirecopy_pair> found;
    comparison.compare_all([&](std::size_t a, auto later) {
        for (std::size_t i = 0; i < later.size(); ++i) {
            const auto b = a + 1 + i;
            if (later[i].grade >= least && (groups.empty() || groups[a] != groups[b])) {
                found.push_back(pair_of(a, b, later[i]));
            }
        }
    });
    return found;
}

std::vector<wirecopy_pair> find_likely(Sides&& sides, const wirecopy_options* options) {
    auto compare = wirecopy::c::compare_options(options);
    compare.groups = std::move(sides.groups);
    compare.search = wirecopy::PairSearch::likely;
    compare.least_grade =
        options == nullptr ? Grade::rewrite : options->grade.value_or(Grade::rewrite);
    const Comparison comparison(sides.articles, compare);
    std::vector<wirecopy_pair> found;
    comparison.compare_likely([&](std::size_t a, auto later) {
        for (const auto& [b, verdict] : later) {
            found.push_back(pair_of(a, b, verdict));
        }
    });
    return found;
}

std::vector<wirecopy_pair> find(Sides&& sides, const wirecopy_options* options) {
    if (options != nullptr && options->jaccard) {
        return find_copies(std::move(sides), *options);
    }
    if (options != nullptr && options->all) {
        return find_all(std::move(sides), *options);
    }
    return find_likely(std::move(sides), options);
}

}  // namespace

extern "C" {

wirecopy_status wirecopy_pairs_find(const wirecopy_articles* articles,
                                    const wirecopy_options* options, wirecopy_pairs** pairs) {
    return wirecopy::c::make_handle(pairs, [&] {
        wirecopy::c::require(articles, "articles");
        auto made = std::make_unique<wirecopy_pairs>();
        made->all = find({articles->all, wirecopy::c::groups_of(articles->all, options)}, options);
        return made;
    });
}

wirecopy_status wirecopy_pairs_find_against(const wirecopy_articles* articles,
                                            const wirecopy_articles* others,
                                            const wirecopy_options* options,
                                            wirecopy_pairs** pairs) {
    return wirecopy::c::make_handle(pairs, [&] {
        wirecopy::c::require(articles, "articles");
        wirecopy::c::require(others, "others");
        const auto first_side = articles->all.size();
        auto both = articles->all;
        both.insert(both.end(), others->all.begin(), others->all.end());
        std::vector<std::uint32_t> groups(both.size(), 1);
        std::fill_n(groups.begin(), first_side, 0);
        auto made = std::make_unique<wirecopy_pairs>();
        made->all = find({both, std::move(groups)}, options);
        for (auto& pair : made->all) {
            pair.b -= first_side;
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
