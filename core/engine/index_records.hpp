// Index records: what a lasting index keeps, as bytes (base/record.hpp).
//
//   in      values, or bytes
//   out     bytes, or the values
//   cost    a copy; the text of an article is packed
//   error   reading throws Error{format} for bytes that are no such record
//
// The version stands in the options, which are read first.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "engine/epoch.hpp"
#include "engine/kept_stories.hpp"
#include "engine/live_articles.hpp"
#include "index/lookup_file.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/index.hpp"

template <>
inline constexpr bool wirecopy::base::is_plain<wirecopy::engine::CreditShares::Entry> = true;
template <>
inline constexpr bool wirecopy::base::is_plain<wirecopy::engine::KeptStories::Linked> = true;
template <>
inline constexpr bool wirecopy::base::is_plain<wirecopy::engine::LiveLookup::Entry> = true;
template <>
inline constexpr bool wirecopy::base::is_plain<wirecopy::feature::TermFrequency> = true;
template <>
inline constexpr bool wirecopy::base::is_plain<wirecopy::score::GrowingGraph::Support> = true;
template <>
inline constexpr bool wirecopy::base::is_plain<wirecopy::score::Neighbour> = true;

namespace wirecopy::index {

void fields(auto& archive, base::Either<LookupName> auto& name) {
    archive(name.number, name.checksum, name.size_bytes);
}

void fields(auto& archive, base::Either<GrowingPostings::Lists> auto& lists) {
    archive(lists.has_weights, lists.first, lists.last, lists.slots, lists.keys, lists.sizes,
            lists.articles, lists.weights);
}

}  // namespace wirecopy::index

namespace wirecopy::score {

void fields(auto& archive, base::Either<GrowingGraph::Lists> auto& lists) {
    archive(lists.first, lists.given_sizes, lists.given);
    for (std::size_t level = 0; level < lists.supports.size(); ++level) {
        archive(lists.support_sizes[level], lists.supports[level]);
    }
}

void fields(auto& archive, base::Either<KnownRuns::Entry> auto& entry) {
    archive(entry.run, entry.source);
}

}  // namespace wirecopy::score

namespace wirecopy {

void fields(base::RecordWriter& archive, const IndexCredit& credit);
void fields(base::RecordReader& archive, IndexCredit& credit);

void fields(auto& archive, base::Either<StoryEvent> auto& event) {
    archive(event.is_merge, event.from, event.into);
}

}  // namespace wirecopy

namespace wirecopy::engine {

void fields(auto& archive, base::Either<LiveKept> auto& kept) {
    archive(kept.is_repeat, kept.epoch, kept.window_day, kept.latest_day, kept.group_first,
            kept.group_count, kept.near, kept.sharing);
}

void fields(auto& archive, base::Either<EpochCounts> auto& counts) {
    archive(counts.articles, counts.terms, counts.repeated, counts.credited);
}

struct ArticleRecord {
    bool is_gone = false;  ///< kept for the next epoch, which learns from it
    std::uint64_t content = 0;
    LiveKept kept;
    std::string packed;  ///< the article
};
void fields(auto& archive, base::Either<ArticleRecord> auto& record) {
    archive(record.is_gone, record.content, record.kept, record.packed);
}

/// Of all that an answer may depend on but the id.
[[nodiscard]] std::uint64_t content_hash(const Article& article);

/// Without extra fields.
[[nodiscard]] std::string pack(const Article& article);
[[nodiscard]] Article unpack(std::string_view packed);

struct PlaceRecord {
    KeptStories::Place place;
    std::vector<KeptStories::Linked> links;  ///< to articles of lower number
    std::vector<StoryEvent> events;          ///< that the article brought when it came
};
void fields(auto& archive, base::Either<PlaceRecord> auto& record) {
    archive(record.place.story, record.place.origin, record.links, record.events);
}

/// What the id of a story that merged means.
struct AliasRecord {
    GroupId into = 0;
};
void fields(auto& archive, base::Either<AliasRecord> auto& record) {
    archive(record.into);
}

/// What is not of one article.
struct IndexState {
    std::uint32_t next_number = 0;
    std::int32_t latest_day = 0;
    std::uint32_t epoch = 0;
    std::uint64_t articles = 0;
    GroupId next_story = 1;
    GroupId next_origin = 1;
};
void fields(auto& archive, base::Either<IndexState> auto& state) {
    archive(state.next_number, state.latest_day, state.epoch, state.articles, state.next_story,
            state.next_origin);
}

void fields(auto& archive, base::Either<LiveLookup> auto& lookup) {
    archive(lookup.first, lookup.latest_day, lookup.epoch, lookup.entries, lookup.sharing,
            lookup.learned, lookup.terms, lookup.runs, lookup.posted, lookup.graph);
}

/// What an index knows of an article that is there beside what tells it from others.
struct KnownArticle {
    std::string id;
    std::uint64_t content = 0;
    std::uint32_t epoch = 0;
    std::vector<IndexCredit> credits;
};
void fields(auto& archive, base::Either<KnownArticle> auto& known) {
    archive(known.id, known.content, known.epoch, known.credits);
}

/// All of a lookup file.
struct IndexLookup {
    LiveLookup live;
    std::vector<KnownArticle> known;  ///< by number, those that are there
};
void fields(auto& archive, base::Either<IndexLookup> auto& lookup) {
    archive(lookup.live, lookup.known);
}

/// The options that change answers. Reading throws Error{format} also for another version.
[[nodiscard]] std::string to_bytes(const IndexOptions& options);
[[nodiscard]] IndexOptions parse_options(std::string_view bytes);

}  // namespace wirecopy::engine
