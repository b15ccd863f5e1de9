// Kept stories: stories and origins of articles that come and go, under ids that stay.
//
//   in      an article with the pairs it makes, or one that leaves
//   out     its story and origin; which stories merged or split by it
//   cost    grouping the articles that hang together with it anew: 20 us in a story of ten
//   error   the groups are those that cluster::partition makes of the same pairs, but of articles
//           that hang together by more than most_regrouped: there an article joins the story of its
//           strongest link, and nothing else moves
//
// A story gets its id at birth. When stories merge, the one that most articles of the new one had
// goes on, and the ids of the others mean it from then on; when one splits, the part that most of
// its articles are in goes on, and the rest begin new stories. So with origins.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/likely_links.hpp"

namespace wirecopy::engine {

/// Of equal ids none: 0 is no id.
using GroupId = std::uint64_t;

struct GroupChange {
    bool is_merge = false;  ///< else a split
    GroupId from = 0;       ///< ended by a merge; goes on after a split
    GroupId into = 0;       ///< goes on after a merge; began by a split
};

/// Which group every article is in, and whose ids stay whose.
class GroupIds {
public:
    /// `groups` hold the articles of some groups as they are now parted; each was in one of
    /// `before` or is new (0). Returns the id of each and says what changed.
    [[nodiscard]] std::vector<GroupId> rename(std::span<const std::vector<std::uint32_t>> groups,
                                              const std::function<GroupId(std::uint32_t)>& before,
                                              std::vector<GroupChange>& changes);

    [[nodiscard]] GroupId born() noexcept { return next_++; }
    [[nodiscard]] GroupId next() const noexcept { return next_; }
    /// Ids that were given before. Requires: none was since.
    void continue_at(GroupId next) noexcept { next_ = next; }
    void restore_alias(GroupId from, GroupId into) { aliases_[from] = into; }
    /// What an id means now: itself, or what it merged into.
    [[nodiscard]] GroupId resolved(GroupId id) const;

private:
    GroupId next_ = 1;
    std::unordered_map<GroupId, GroupId> aliases_;  // asked, never walked
};

class KeptStories {
public:
    static constexpr std::size_t most_regrouped = 3000;

    struct Place {
        GroupId story = 0;
        GroupId origin = 0;
    };

    /// Requires: `pairs` are of this article with others that are here, each once.
    std::vector<GroupChange> add(std::uint32_t article, std::span<const JudgedPair> pairs);
    /// Nothing where it is not here.
    std::vector<GroupChange> remove(std::uint32_t article);

    /// How strongly an article belongs together with another.
    struct Linked {
        std::uint32_t other;
        std::int32_t story;
        std::int32_t origin;
    };
    /// Its links to articles of lower number. Requires: it is here.
    [[nodiscard]] std::vector<Linked> links_down(std::uint32_t article) const;
    /// The articles whose place or links changed since the last call; ascending, those that left
    /// among them.
    [[nodiscard]] std::vector<std::uint32_t> take_changed();
    /// An article as it was. Requires: by number; linked articles are here.
    void restore(std::uint32_t article, Place place, std::span<const Linked> links);
    /// How many of these, ascending and all that are here, are not in the story that the links of
    /// all put them in; those that hang together by more than most_regrouped are passed over.
    [[nodiscard]] std::uint64_t misplaced(std::span<const std::uint32_t> all) const;
    [[nodiscard]] GroupIds& story_ids() noexcept { return story_ids_; }
    [[nodiscard]] GroupIds& origin_ids() noexcept { return origin_ids_; }

    /// Requires: it is here.
    [[nodiscard]] Place of(std::uint32_t article) const { return articles_.at(article).place; }
    [[nodiscard]] bool contains(std::uint32_t article) const { return articles_.contains(article); }
    /// What an id of a story means now.
    [[nodiscard]] GroupId resolved(GroupId story) const { return story_ids_.resolved(story); }

private:
    struct Entry {
        std::vector<Linked> links;
        Place place;
    };

    [[nodiscard]] bool joins_copies(std::span<const Linked> links) const;
    [[nodiscard]] std::vector<std::uint32_t> hanging_together(
        std::span<const std::uint32_t> from) const;
    [[nodiscard]] std::vector<cluster::Link> links_among(std::span<const std::uint32_t> members,
                                                         std::int32_t Linked::*weight) const;
    bool keep_copies_together(std::span<const Linked> links);
    [[nodiscard]] std::vector<GroupChange> regroup(std::vector<std::uint32_t> members);

    std::unordered_map<std::uint32_t, Entry> articles_;  // asked, never walked
    GroupIds story_ids_;
    GroupIds origin_ids_;
    std::vector<std::uint32_t> changed_;
};

}  // namespace wirecopy::engine
