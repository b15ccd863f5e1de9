// Articles: what C callers collect before they ask.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "wirecopy.h"
#include "wirecopy/article.hpp"
#include "wirecopy/read.hpp"

struct wirecopy_articles {
    std::vector<wirecopy::Article> all;
    wirecopy::ArticleCheck check;
};

namespace wirecopy::c {

/// A copy of it; NULL where something is not known. Throws Error{option} without id or text.
[[nodiscard]] Article article_of(const char* id, const char* text, std::size_t text_bytes,
                                 const char* title, const char* source, const char* date);

/// A group a source, with the option across; else none.
[[nodiscard]] std::vector<std::uint32_t> groups_of(std::span<const Article> articles,
                                                   const wirecopy_options* options);

}  // namespace wirecopy::c
