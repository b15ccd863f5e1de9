#include "engine/kept_stories.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "cluster/partition.hpp"

namespace wirecopy::engine {

namespace {

using Members = std::vector<std::uint32_t>;

// The articles of each group, by their first; `members` gives the articles of `first_of`.
std::vector<Members> groups_of(std::span<const std::uint32_t> first_of, const Members& members) {
    std::vector<Members> by_first(members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        by_first[first_of[i]].push_back(members[i]);
    }
    std::erase_if(by_first, [](const Members& group) { return group.empty(); });
    return by_first;
}

bool is_sure(const KeptStories::Linked& link) {
    const auto sure = partition_rules().sure;
    return link.story >= sure && link.origin >= sure;
}

bool holds(const Members& members, std::uint32_t article) {
    return std::ranges::binary_search(members, article);
}

}  // namespace

GroupId GroupIds::resolved(GroupId id) const {
    for (auto found = aliases_.find(id); found != aliases_.end(); found = aliases_.find(id)) {
        id = found->second;
    }
    return id;
}

std::vector<GroupId> GroupIds::rename(std::span<const Members> groups,
                                      const std::function<GroupId(std::uint32_t)>& before,
                                      std::vector<GroupChange>& changes) {
    // How many articles of an old group are in a new one; the most first, then the oldest.
    std::map<std::pair<GroupId, std::size_t>, std::size_t> counts;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (const auto article : groups[group]) {
            if (const auto old = before(article); old != 0) {
                ++counts[{old, group}];
            }
        }
    }
    std::vector<std::tuple<std::size_t, GroupId, std::size_t>> overlaps;
    overlaps.reserve(counts.size());
    for (const auto& [key, count] : counts) {
        overlaps.emplace_back(count, key.first, key.second);
    }
    std::ranges::sort(overlaps, [](const auto& x, const auto& y) {
        return std::tuple(std::get<0>(y), std::get<1>(x), std::get<2>(x)) <
               std::tuple(std::get<0>(x), std::get<1>(y), std::get<2>(y));
    });
    std::vector<GroupId> ids(groups.size());
    std::map<GroupId, std::size_t> group_of;  // of each old one that goes on
    for (const auto& [count, old, group] : overlaps) {
        if (ids[group] == 0 && !group_of.contains(old)) {
            ids[group] = old;
            group_of.emplace(old, group);
        }
    }
    for (auto& id : ids) {
        if (id == 0) {
            id = born();
        }
    }
    for (const auto& [count, old, group] : overlaps) {
        const auto goes_on = group_of.find(old);
        if (goes_on == group_of.end()) {
            // Its articles went elsewhere: most of them to this one, which is named first.
            aliases_[old] = ids[group];
            group_of.emplace(old, group);
            changes.push_back({true, old, ids[group]});
        } else if (goes_on->second != group) {
            changes.push_back({false, old, ids[group]});
        }
    }
    return ids;
}

std::vector<GroupChange> KeptStories::add(std::uint32_t article,
                                          std::span<const JudgedPair> pairs) {
    changed_.push_back(article);
    auto& entry = articles_[article];
    const auto story = story_links(pairs, Grade::related);
    const auto origin = origin_links(pairs);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto other = pairs[i].a == article ? pairs[i].b : pairs[i].a;
        entry.links.push_back({other, story[i].weight, origin[i].weight});
        articles_.at(other).links.push_back({article, story[i].weight, origin[i].weight});
    }
    if (joins_copies(entry.links)) {
        entry.place = articles_.at(entry.links[0].other).place;
        return {};
    }
    const std::uint32_t self[] = {article};
    auto members = hanging_together(self);
    if (members.size() <= most_regrouped) {
        return regroup(std::move(members));
    }
    const auto best = std::ranges::max_element(
        entry.links, [](const Linked& a, const Linked& b) { return a.story < b.story; });
    entry.place = articles_.at(best->other).place;
    if (best->origin < partition_rules().linkage.least_mean) {
        entry.place.origin = origin_ids_.born();
    }
    return {};
}

// Whether an article is a copy of another, and linked to no one else but its copies: then it
// changes nothing between others. The latest is asked, as it has the fewest links.
bool KeptStories::joins_copies(std::span<const Linked> links) const {
    if (links.empty() || !std::ranges::all_of(links, is_sure)) {
        return false;
    }
    const auto latest = std::ranges::max(links, {}, &Linked::other).other;
    const auto& known = articles_.at(latest).links;
    return std::ranges::all_of(links, [&](const Linked& link) {
        const auto found = std::ranges::find(known, link.other, &Linked::other);
        return link.other == latest || (found != known.end() && is_sure(*found));
    });
}

std::vector<GroupChange> KeptStories::remove(std::uint32_t article) {
    const auto found = articles_.find(article);
    if (found == articles_.end()) {
        return {};
    }
    const auto links = std::move(found->second.links);
    articles_.erase(found);
    changed_.push_back(article);
    Members around;
    for (const auto& link : links) {
        auto& others = articles_.at(link.other).links;
        std::erase_if(others, [&](const Linked& back) { return back.other == article; });
        around.push_back(link.other);
        changed_.push_back(link.other);
    }
    std::ranges::sort(around);
    const bool are_together = keep_copies_together(links);
    std::vector<GroupChange> changes;
    if (are_together && std::ranges::all_of(links, is_sure)) {
        return changes;  // it spoke for nobody but its copies
    }
    // Each of what it held together by itself.
    Members done;
    for (const auto neighbour : around) {
        if (holds(done, neighbour)) {
            continue;
        }
        const std::uint32_t from[] = {neighbour};
        auto members = hanging_together(from);
        done.insert(done.end(), members.begin(), members.end());
        std::ranges::sort(done);
    }
    if (!done.empty() && done.size() <= most_regrouped) {
        changes = regroup(std::move(done));
    }
    return changes;
}

std::vector<KeptStories::Linked> KeptStories::links_down(std::uint32_t article) const {
    std::vector<Linked> links;
    for (const auto& link : articles_.at(article).links) {
        if (link.other < article) {
            links.push_back(link);
        }
    }
    std::ranges::sort(links, {}, &Linked::other);
    return links;
}

std::vector<std::uint32_t> KeptStories::take_changed() {
    auto changed = std::exchange(changed_, {});
    std::ranges::sort(changed);
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    return changed;
}

void KeptStories::restore(std::uint32_t article, Place place, std::span<const Linked> links) {
    auto& entry = articles_[article];
    entry.place = place;
    for (const auto& link : links) {
        entry.links.push_back(link);
        articles_.at(link.other).links.push_back({article, link.story, link.origin});
    }
}

std::uint64_t KeptStories::misplaced(std::span<const std::uint32_t> all) const {
    std::uint64_t count = 0;
    std::vector<bool> done(all.empty() ? 0 : all.back() + std::size_t{1});
    for (const auto article : all) {
        if (done[article]) {
            continue;
        }
        const std::uint32_t from[] = {article};
        const auto members = hanging_together(from);
        for (const auto member : members) {
            done[member] = true;
        }
        if (members.size() > most_regrouped) {
            continue;
        }
        const auto first_of =
            cluster::partition(members.size(), links_among(members, &Linked::story),
                               partition_rules())
                .first_of;
        std::map<GroupId, std::uint32_t> group_of;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto story = of(members[i]).story;
            const auto known = group_of.emplace(story, first_of[i]).first->second;
            const bool with_first = story == of(members[first_of[i]]).story;
            count += known == first_of[i] && with_first ? 0U : 1U;
        }
    }
    return count;
}

std::vector<cluster::Link> KeptStories::links_among(std::span<const std::uint32_t> members,
                                                    std::int32_t Linked::*weight) const {
    std::vector<cluster::Link> links;
    for (std::uint32_t place = 0; place < members.size(); ++place) {
        const auto later = members.subspan(place + 1);
        for (const auto& link : articles_.at(members[place]).links) {
            if (link.other <= members[place]) {
                continue;
            }
            const auto found = std::ranges::lower_bound(later, link.other);
            if (found != later.end() && *found == link.other) {
                const auto other = static_cast<std::uint32_t>(found - later.begin());
                links.push_back({place, place + 1 + other, link.*weight});
            }
        }
    }
    return links;
}

// Copies of one article are copies of each other, though only it may have been compared with all of
// them: each is linked to the one before it. Whether all are surely linked then.
bool KeptStories::keep_copies_together(std::span<const Linked> links) {
    Members copies;
    for (const auto& link : links) {
        if (is_sure(link)) {
            copies.push_back(link.other);
        }
    }
    std::ranges::sort(copies);
    const auto sure = partition_rules().sure;
    bool are_together = true;
    for (std::size_t i = 1; i < copies.size(); ++i) {
        auto& before = articles_.at(copies[i - 1]).links;
        auto& own = articles_.at(copies[i]).links;
        const auto& fewer = before.size() < own.size() ? before : own;
        const auto other = copies[before.size() < own.size() ? i : i - 1];
        const auto known = std::ranges::find(fewer, other, &Linked::other);
        if (known != fewer.end()) {
            are_together = are_together && is_sure(*known);
            continue;
        }
        changed_.push_back(copies[i]);
        before.push_back({copies[i], sure, sure});
        own.push_back({copies[i - 1], sure, sure});
    }
    return are_together;
}

// What links from the least mean on lead to, one from the other; a little more than most_regrouped
// when it is more than that.
std::vector<std::uint32_t> KeptStories::hanging_together(
    std::span<const std::uint32_t> from) const {
    const auto least = partition_rules().linkage.least_mean;
    Members members(from.begin(), from.end());
    std::unordered_map<std::uint32_t, bool> seen;
    for (const auto member : members) {
        seen.emplace(member, true);
    }
    for (std::size_t next = 0; next < members.size() && members.size() <= most_regrouped; ++next) {
        for (const auto& link : articles_.at(members[next]).links) {
            if (link.story >= least && seen.emplace(link.other, true).second) {
                members.push_back(link.other);
            }
        }
    }
    std::ranges::sort(members);
    return members;
}

std::vector<GroupChange> KeptStories::regroup(std::vector<std::uint32_t> members) {
    const auto parted =
        cluster::partition(members.size(), links_among(members, &Linked::story), partition_rules());
    const auto stories = groups_of(parted.first_of, members);
    std::vector<GroupChange> changes;
    const auto ids = story_ids_.rename(
        stories, [&](std::uint32_t article) { return articles_.at(article).place.story; }, changes);
    std::vector<Members> origins;
    auto rules = partition_rules();
    rules.part_round_ups = false;
    for (std::size_t i = 0; i < stories.size(); ++i) {
        const auto& story = stories[i];
        for (const auto member : story) {
            auto& place = articles_.at(member).place;
            if (place.story != ids[i]) {
                changed_.push_back(member);
            }
            place.story = ids[i];
        }
        const auto of_story =
            cluster::partition(story.size(), links_among(story, &Linked::origin), rules);
        for (auto& group : groups_of(of_story.first_of, story)) {
            origins.push_back(std::move(group));
        }
    }
    std::vector<GroupChange> unsaid;  // of origins nobody is told
    const auto origin_ids = origin_ids_.rename(
        origins, [&](std::uint32_t article) { return articles_.at(article).place.origin; }, unsaid);
    for (std::size_t i = 0; i < origins.size(); ++i) {
        for (const auto member : origins[i]) {
            auto& place = articles_.at(member).place;
            if (place.origin != origin_ids[i]) {
                changed_.push_back(member);
            }
            place.origin = origin_ids[i];
        }
    }
    return changes;
}

}  // namespace wirecopy::engine
