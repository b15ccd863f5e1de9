// Index state: the inside of wirecopy::Index.
//
//   in      articles that come and go, a folder or none
//   out     what each is to those that are there; all of it written down, and read back
//   cost    core/engine/README.md
//   error   Error{output} once a change failed half-way, until it is opened anew; Error{format} for
//           what does not fit together when it is read back

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/index_records.hpp"
#include "engine/kept_stories.hpp"
#include "engine/live_articles.hpp"
#include "index/store.hpp"
#include "wirecopy/index.hpp"

namespace wirecopy {

struct Index::State {
    using Table = index::Store::Table;
    static constexpr std::uint64_t options_key = 0;
    static constexpr std::uint64_t state_key = 1;
    static constexpr std::uint64_t lookup_key = 2;

    explicit State(const IndexOptions& chosen, std::uint64_t memory_bytes = 0);

    State(index::Store&& opened, IndexAccess chosen_access, const IndexOptions& chosen,
          std::uint64_t memory_bytes);

    // The options that a folder was made with, or, in a new one, those given.
    static IndexOptions options_of(index::Store& store, IndexAccess access,
                                   const IndexOptions* given);

    static IndexInfo info_of(index::Store& store);

    IndexAnswer add(const Article& article);
    // Requires: they are here.
    void let_go(std::span<const std::uint32_t> leaving);
    std::vector<std::uint32_t> numbers_here() const;

    // What is too old, and what is too much.
    void make_room(std::vector<engine::GroupChange>& changes);
    void take_out(std::span<const std::uint32_t> leaving,
                  std::vector<engine::GroupChange>& changes);
    void require_whole() const;
    void require_writable() const;

    // The articles that left in the epoch that ended teach nobody any more.
    void begin_epoch();
    void keep(std::uint32_t number, std::uint64_t content, const Article& article);
    void forget(std::uint32_t number);
    void keep_places(std::span<const engine::GroupChange> changes);
    void commit();

    // Opening (index_opening.cpp). Everything is read back: from the lookup file what it knows,
    // from records what came after it, or all of it.
    void read_back();
    void read_places(const engine::IndexState& state);
    bool read_lookup(const engine::IndexState& state);
    void read_articles(const engine::IndexState& state, std::uint32_t from);
    void begin_epoch_again(std::uint32_t epoch);
    static std::optional<index::LookupName> lookup_name(const index::Store& store);
    engine::LiveSource source();
    // Throws Error{format} where the lookup file says of an article what its record does not.
    void check_lookup();
    void write_lookup();
    void checkpoint();
    static std::uint64_t disk_bytes(const index::Store& store);

    std::vector<StoryEvent> brought_by(std::uint32_t number) const;
    IndexAnswer answer_of(std::uint32_t number);
    IndexAnswer answer_of(std::uint32_t number, std::span<const engine::LiveMatch> matches);

    static std::vector<const engine::LiveMatch*> best_first(
        std::span<const engine::LiveMatch> matches);
    // Without shingles, story and origin.
    IndexAnswer answer_of(const std::string& id, std::span<const engine::LiveMatch> matches) const;
    /// Of the articles that an answer names.
    [[nodiscard]] std::vector<std::uint32_t> numbers_of(const IndexAnswer& answer) const;
    IndexAnswer ask(const Article& article);
    static std::vector<IndexCredit> credits_of(const engine::LiveArticles::Ready& ready);
    static std::vector<StoryEvent> events_of(std::span<const engine::GroupChange> changes);
    static void append(std::vector<engine::GroupChange>& all,
                       const std::vector<engine::GroupChange>& more);

    IndexOptions options;
    engine::LiveArticles live;
    engine::KeptStories stories;
    std::unordered_map<std::string, std::uint32_t> numbers;            // asked, never walked
    std::unordered_map<std::uint32_t, engine::KnownArticle> articles;  // the same
    // What articles brought when they came, said again to who delivers them again; the same.
    std::unordered_map<std::uint32_t, std::vector<StoryEvent>> brought;
    std::optional<index::Store> store;
    IndexAccess access = IndexAccess::write;
    std::vector<std::uint32_t> gone;  // kept for the next epoch
    bool broken = false;              // a change was begun and not ended
    std::uint64_t unlooked = 0;       // articles that came or left since the lookup file
};

}  // namespace wirecopy
