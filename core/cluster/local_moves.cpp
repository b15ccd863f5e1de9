#include "cluster/local_moves.hpp"

#include <cassert>
#include <map>
#include <numeric>
#include <utility>

#include "cluster/link_lists.hpp"

namespace wirecopy::cluster {

namespace {

// Moves become few after three or four rounds; the bound keeps the cost linear.
constexpr int most_rounds = 20;

class Moves {
public:
    Moves(std::size_t count, std::span<const Link> links, const LinkageRules& rules)
        : lists_(count, links),
          rules_(rules),
          group_of_(count),
          sizes_(count, 1),
          sums_(count),
          linked_(count) {
        std::iota(group_of_.begin(), group_of_.end(), 0U);
        for (std::uint32_t article = 0; article < rules.sides.size(); ++article) {
            side_ = rules.sides[article];
            count_side(article, 1);
        }
    }

    // True when any article moved.
    bool round() {
        bool moved = false;
        for (std::uint32_t article = 0; article < group_of_.size(); ++article) {
            moved |= move(article);
        }
        return moved;
    }

    // Groups by their first article.
    [[nodiscard]] std::vector<std::uint32_t> groups() const {
        std::vector<std::uint32_t> first(group_of_.size(), unknown);
        std::vector<std::uint32_t> made(group_of_.size());
        for (std::uint32_t article = 0; article < made.size(); ++article) {
            auto& found = first[group_of_[article]];
            found = found == unknown ? article : found;
            made[article] = found;
        }
        return made;
    }

private:
    static constexpr std::uint32_t unknown = ~std::uint32_t{0};

    bool move(std::uint32_t article) {
        const auto here = group_of_[article];
        --sizes_[here];
        side_ = rules_.sides.empty() ? LinkageRules::any_side : rules_.sides[article];
        count_side(here, -1);
        touched_.clear();
        for (const auto& entry : lists_.of(article)) {
            const auto group = group_of_[entry.other];
            if (linked_[group]++ == 0) {
                touched_.push_back(group);
            }
            sums_[group] += entry.weight;
        }
        auto best = here;
        auto most = gain(here);
        for (const auto group : touched_) {
            const auto gained = gain(group);
            if (gained > most || (gained == most && best != here && group < best)) {
                best = group;
                most = gained;
            }
        }
        if (most < 0) {
            best = empty_group(article);
        }
        for (const auto group : touched_) {
            sums_[group] = 0;
            linked_[group] = 0;
        }
        ++sizes_[best];
        count_side(best, 1);
        group_of_[article] = best;
        return best != here;
    }

    [[nodiscard]] std::int64_t gain(std::uint32_t group) const {
        auto pairs = sizes_[group];
        if (side_ != LinkageRules::any_side) {
            const auto found = of_side_.find({group, side_});
            pairs -= found == of_side_.end() ? 0 : found->second;
        }
        return sums_[group] + rules_.absent * (pairs - linked_[group]) - rules_.least_mean * pairs;
    }

    void count_side(std::uint32_t group, std::int64_t articles) {
        if (side_ != LinkageRules::any_side) {
            of_side_[{group, side_}] += articles;
        }
    }

    // The article's own number, unless others have stayed there: then any that nobody has.
    [[nodiscard]] std::uint32_t empty_group(std::uint32_t article) {
        if (sizes_[article] == 0) {
            return article;
        }
        while (sizes_[next_empty_] != 0) {
            next_empty_ = next_empty_ + 1 == sizes_.size() ? 0 : next_empty_ + 1;
        }
        return next_empty_;
    }

    LinkLists lists_;
    LinkageRules rules_;
    std::vector<std::uint32_t> group_of_;
    std::vector<std::int64_t> sizes_;  // of each group, without the article that moves
    // How many of a side a group holds, without the article that moves.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> of_side_;
    std::uint32_t side_ = LinkageRules::any_side;  // of the article that moves
    std::vector<std::int64_t> sums_;               // of the article that moves, by group
    std::vector<std::int64_t> linked_;             // how many of the group it is linked to
    std::vector<std::uint32_t> touched_;
    std::uint32_t next_empty_ = 0;
};

}  // namespace

std::vector<std::uint32_t> local_moves(std::size_t count, std::span<const Link> links,
                                       const LinkageRules& rules) {
    assert(rules.absent < rules.least_mean);
    Moves moves(count, links, rules);
    for (int round = 0; round < most_rounds && moves.round(); ++round) {
    }
    return moves.groups();
}

}  // namespace wirecopy::cluster
