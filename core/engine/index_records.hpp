// Index records: what a lasting index keeps, as bytes.
//
//   in      values, or bytes
//   out     bytes, or the values
//   cost    a copy; the text of an article is packed
//   error   parsing throws Error{format} for bytes that are no such record
//
// Numbers are little-endian, texts behind their length. The version stands in the options, which
// are read first.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/epoch.hpp"
#include "engine/kept_stories.hpp"
#include "engine/live_articles.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/index.hpp"

namespace wirecopy::engine {

struct ArticleRecord {
    bool is_gone = false;  ///< kept for the next epoch, which learns from it
    std::uint64_t content = 0;
    LiveKept kept;
    Article article;  ///< without extra fields
};
[[nodiscard]] std::string to_bytes(const ArticleRecord& record);
[[nodiscard]] ArticleRecord parse_article(std::string_view bytes);

struct PlaceRecord {
    KeptStories::Place place;
    std::vector<KeptStories::Linked> links;  ///< to articles of lower number
    std::vector<StoryEvent> events;          ///< that the article brought when it came
};
[[nodiscard]] std::string to_bytes(const PlaceRecord& record);
[[nodiscard]] PlaceRecord parse_place(std::string_view bytes);

/// What the id of a story that merged means.
struct AliasRecord {
    GroupId into = 0;
};
[[nodiscard]] std::string to_bytes(const AliasRecord& record);
[[nodiscard]] AliasRecord parse_alias(std::string_view bytes);

/// What is not of one article.
struct IndexState {
    std::uint32_t next_number = 0;
    std::int32_t latest_day = 0;
    std::uint32_t epoch = 0;
    std::uint64_t articles = 0;
    GroupId next_story = 1;
    GroupId next_origin = 1;
};
[[nodiscard]] std::string to_bytes(const IndexState& state);
[[nodiscard]] IndexState parse_state(std::string_view bytes);

[[nodiscard]] std::string to_bytes(const EpochCounts& counts);
[[nodiscard]] EpochCounts parse_epoch(std::string_view bytes);

/// The options that change answers. Throws Error{format} also for another version.
[[nodiscard]] std::string to_bytes(const IndexOptions& options);
[[nodiscard]] IndexOptions parse_options(std::string_view bytes);

}  // namespace wirecopy::engine
