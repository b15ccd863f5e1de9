// Sides: which articles are compared, where --against or --across parts a corpus.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string_view>
#include <vector>

#include "arguments.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/signatures.hpp"

namespace wirecopy::cli {

/// For `groups` of options: none where all are compared with all, two sides of --against, by the
/// place where the second begins, or a group a source. Says on standard error how many articles
/// name none. Throws Error{input} where a side of two has no articles.
template <typename Articles>
[[nodiscard]] std::vector<std::uint32_t> groups_of(const SideArguments& arguments,
                                                   const Articles& articles,
                                                   std::size_t first_side) {
    std::vector<std::uint32_t> groups;
    if (!arguments.against.empty() && (first_side == 0 || first_side == articles.size())) {
        throw Error(ErrorKind::input, first_side == 0 ? "no articles of CORPUS to compare"
                                                      : "no articles of --against to compare with");
    }
    if (!arguments.against.empty()) {
        groups.assign(articles.size(), 1);
        std::fill_n(groups.begin(), first_side, 0);
    } else if (arguments.across_sources) {
        std::vector<std::string_view> sources;
        std::size_t unknown = 0;
        for (const auto& article : articles) {
            sources.push_back(article.source);
            unknown += article.source.empty() ? 1U : 0U;
        }
        if (unknown > 0) {
            std::cerr << "wirecopy: " << unknown << " of " << articles.size()
                      << " articles name no source: each counts as one of its own\n";
        }
        groups = groups_of_sources(sources);
    }
    return groups;
}

}  // namespace wirecopy::cli
