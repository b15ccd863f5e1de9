// Origin sources: whose report the articles of an origin say they tell.
//
//   in      the articles of an origin, with their texts
//   out     the outlet that most of them credit with the report, by name
//   cost    some 100 us an article whose credits are read anew
//   error   that of reading credits (core/tape/README.md)

#pragma once

#include <cstdint>
#include <span>

#include "engine/article_texts.hpp"
#include "score/profile.hpp"
#include "wirecopy/cluster.hpp"

namespace wirecopy::engine {

/// Sets source and absent of `origin`, whose articles are `members`; leaves it without a source
/// where no outlet is credited by more than half of them.
void name_source(Origin& origin, std::span<const std::uint32_t> members,
                 std::span<const Article> articles, std::span<const score::Profile> profiles,
                 ArticleTexts& texts);

}  // namespace wirecopy::engine
