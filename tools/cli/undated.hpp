// Undated: which articles a window cannot keep apart.

#pragma once

#include <cstddef>
#include <iostream>
#include <optional>
#include <span>
#include <string>

#include "arguments.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/index.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

/// Says on standard error how many articles have no date that can be read, and one that cannot,
/// where there is a window.
inline void say_undated(std::span<const Article> articles, std::optional<unsigned> window_days) {
    std::size_t undated = 0;
    const std::string* example = nullptr;
    for (const auto& article : articles) {
        if (window_days && !day_of_date(article.date)) {
            ++undated;
            example = example == nullptr && !article.date.empty() ? &article.date : example;
        }
    }
    if (undated == 0) {
        return;
    }
    std::cerr << "wirecopy: " << undated << " of " << articles.size() << " articles have no date"
              << (example != nullptr ? " that can be read (\"" + printable(*example) + "\")" : "")
              << ": they are in every window\n";
}

}  // namespace wirecopy::cli
