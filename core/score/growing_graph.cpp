#include "score/growing_graph.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <numeric>

#include "wirecopy/error.hpp"

namespace wirecopy::score {

namespace {

std::uint64_t key_of(std::uint32_t a, std::uint32_t b) noexcept {
    return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b);
}

constexpr float gone = -1;

}  // namespace

bool GrowingGraph::Nearest::holds(std::uint32_t article) const noexcept {
    return std::ranges::find(all(), article, &Neighbour::article) != all().end();
}

void GrowingGraph::Nearest::take(const Neighbour& neighbour) noexcept {
    const bool is_near = static_cast<double>(neighbour.resemblance) > nearest_floor;
    if (!is_near || (count == nearest_count && !is_nearer(neighbour, items.back()))) {
        return;
    }
    count += count < nearest_count ? 1 : 0;
    auto at = count - 1;
    for (; at > 0 && is_nearer(neighbour, items[at - 1]); --at) {
        items[at] = items[at - 1];
    }
    items[at] = neighbour;
}

GrowingGraph::Nearest GrowingGraph::nearest_of(std::span<const Neighbour> neighbours) noexcept {
    Nearest nearest;
    for (const auto& neighbour : neighbours) {
        nearest.take(neighbour);
    }
    return nearest;
}

void GrowingGraph::add(std::uint32_t article, std::span<const Neighbour> neighbours) {
    if (levels_[0].nodes.empty()) {
        first_ = article;
    }
    assert(article >= first_ + levels_[0].nodes.size());
    for (auto& level : levels_) {
        level.nodes.resize(article - first_ + 1);
    }
    std::vector<Change> changes;
    changes.reserve(neighbours.size());
    for (const auto& neighbour : neighbours) {
        changes.push_back({neighbour.article, article, neighbour.resemblance});
    }
    apply(std::move(changes));
}

void GrowingGraph::remove(std::uint32_t article) {
    if (!contains(article)) {
        return;
    }
    std::vector<Change> changes;
    for (const auto& neighbour : node(0, article).neighbours) {
        changes.push_back(
            {std::min(article, neighbour.article), std::max(article, neighbour.article), gone});
    }
    apply(std::move(changes));
}

void GrowingGraph::take_back_last() {
    for (auto& level : levels_) {
        level.nodes.pop_back();
    }
}

void GrowingGraph::forget_before(std::uint32_t article) {
    while (first_ < article && !levels_[0].nodes.empty()) {
        for (auto& level : levels_) {
            level.nodes.pop_front();
        }
        ++first_;
    }
}

// Level by level: pairs change circles, circles change paths, paths change pairs of the next level.
void GrowingGraph::apply(std::vector<Change> changes) {
    for (std::size_t level = 0;; ++level) {
        for (const auto& change : changes) {
            link(level, change);
        }
        std::vector<std::uint32_t> touched;
        for (const auto& change : changes) {
            touched.push_back(change.a);
            touched.push_back(change.b);
        }
        std::ranges::sort(touched);
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
        counted_.clear();
        for (const auto article : touched) {
            renew_circle(level, article, changes);
        }
        if (level == top || changes.empty()) {
            return;
        }
        changes = changes_above(level + 1, changes);
    }
}

void GrowingGraph::link(std::size_t level, const Change& change) {
    const auto set = [&](std::uint32_t self, std::uint32_t other) {
        auto& neighbours = node(level, self).neighbours;
        const auto at = std::ranges::lower_bound(neighbours, other, {}, &Neighbour::article);
        if (change.resemblance >= 0) {
            neighbours.insert(at, {other, change.resemblance});
        } else {
            neighbours.erase(at);
        }
    };
    set(change.a, change.b);
    set(change.b, change.a);
}

void GrowingGraph::renew_circle(std::size_t level, std::uint32_t article,
                                std::span<const Change> changes) {
    auto& self = node(level, article);
    const auto before = self.nearest;
    auto nearest = before;
    bool lost_one = false;
    for (const auto& change : changes) {
        if (change.a != article && change.b != article) {
            continue;
        }
        const auto other = change.a == article ? change.b : change.a;
        if (change.resemblance < 0) {
            lost_one |= before.holds(other);
        } else {
            nearest.take({other, change.resemblance});
        }
    }
    if (lost_one) {
        nearest = nearest_of(self.neighbours);
    }
    self.nearest = nearest;
    const auto move_paths = [&](std::uint32_t other, bool is_new) {
        auto& inside = node(level, other).inside;
        if (is_new) {
            inside.push_back(article);
        } else {
            const auto at = std::ranges::find(inside, article);
            *at = inside.back();
            inside.pop_back();
        }
        if (level == top) {
            return;
        }
        for (const auto& next : node(level, other).nearest.all()) {
            if (next.article > article) {
                count_path(level + 1, article, next.article, is_new);
            }
        }
        for (const auto first : self.inside) {
            if (other > first) {
                count_path(level + 1, first, other, is_new);
            }
        }
    };
    for (const auto& neighbour : before.all()) {
        if (!nearest.holds(neighbour.article)) {
            move_paths(neighbour.article, false);
        }
    }
    for (const auto& neighbour : nearest.all()) {
        if (!before.holds(neighbour.article)) {
            move_paths(neighbour.article, true);
        }
    }
}

void GrowingGraph::count_path(std::size_t level, std::uint32_t a, std::uint32_t b, bool is_new) {
    const auto higher = std::max(a, b);
    auto& supports = node(level, std::min(a, b)).supports;
    auto support = std::ranges::lower_bound(supports, higher, {}, &Support::other);
    if (support == supports.end() || support->other != higher) {
        assert(is_new);
        support = supports.insert(support, {.other = higher});
    }
    if (is_new) {
        ++support->paths;
    } else {
        assert(support->paths > 0);
        --support->paths;
    }
    if (support->paths == (is_new ? 1U : 0U)) {
        counted_.push_back(key_of(a, b));
    }
}

// The pairs of a level that came or went, by what changed below it and by their paths.
std::vector<GrowingGraph::Change> GrowingGraph::changes_above(std::size_t level,
                                                              std::span<const Change> below) {
    for (const auto& change : below) {
        counted_.push_back(key_of(change.a, change.b));
    }
    std::ranges::sort(counted_);
    counted_.erase(std::unique(counted_.begin(), counted_.end()), counted_.end());
    std::vector<Change> changes;
    for (const auto key : counted_) {
        const auto a = static_cast<std::uint32_t>(key >> 32U);
        const auto b = static_cast<std::uint32_t>(key);
        auto& supports = node(level, a).supports;
        const auto support = std::ranges::lower_bound(supports, b, {}, &Support::other);
        const bool is_supported = support != supports.end() && support->other == b;
        auto now = static_cast<float>(between_at(level - 1, a, b));
        if (is_supported && support->paths == 0) {
            supports.erase(support);
        } else if (is_supported && now == 0) {
            auto& resemblance = support->resemblance;
            if (resemblance < 0) {
                resemblance = pairs_.may_meet(a, b) ? pairs_.resemblance(a, b) : 0;
            }
            now = resemblance >= pairs_.least_resemblance ? resemblance : 0;
        }
        const auto before = static_cast<float>(between_at(level, a, b));
        if ((before > 0) != (now > 0)) {
            changes.push_back({a, b, now > 0 ? now : gone});
        }
    }
    return changes;
}

GrowingGraph::Lists GrowingGraph::lists() const {
    Lists made;
    made.first = first_;
    for (std::size_t i = 0; i < levels_[0].nodes.size(); ++i) {
        const auto article = first_ + static_cast<std::uint32_t>(i);
        const auto& given = node(0, article).neighbours;
        const auto lower = std::ranges::lower_bound(given, article, {}, &Neighbour::article);
        made.given_sizes.push_back(static_cast<std::uint32_t>(lower - given.begin()));
        made.given.insert(made.given.end(), given.begin(), lower);
        for (std::size_t level = 1; level <= top; ++level) {
            const auto& supports = node(level, article).supports;
            auto& all = made.supports[level - 1];
            made.support_sizes[level - 1].push_back(static_cast<std::uint32_t>(supports.size()));
            all.insert(all.end(), supports.begin(), supports.end());
        }
    }
    return made;
}

void GrowingGraph::restore(const Lists& lists) {
    const auto count = lists.given_sizes.size();
    const auto fits = [&](const std::vector<std::uint32_t>& sizes, std::size_t items) {
        return sizes.size() == count &&
               std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0}) == items;
    };
    const auto end = lists.first + count;
    const auto is_here = [&](std::uint32_t article) {
        return article >= lists.first && article < end;
    };
    bool is_whole = fits(lists.given_sizes, lists.given.size()) &&
                    std::ranges::all_of(lists.given, is_here, &Neighbour::article);
    for (std::size_t level = 1; level <= top; ++level) {
        const auto& supports = lists.supports[level - 1];
        is_whole = is_whole && fits(lists.support_sizes[level - 1], supports.size()) &&
                   std::ranges::all_of(supports, is_here, &Support::other);
    }
    if (!is_whole) {
        throw Error(ErrorKind::format, "graph: it is damaged");
    }
    first_ = lists.first;
    for (auto& level : levels_) {
        level.nodes.resize(count);
    }
    auto given = lists.given.begin();
    for (std::size_t i = 0; i < count; ++i) {
        const auto article = first_ + static_cast<std::uint32_t>(i);
        for (std::uint32_t n = 0; n < lists.given_sizes[i]; ++n, ++given) {
            node(0, article).neighbours.push_back(*given);
            node(0, given->article).neighbours.push_back({article, given->resemblance});
        }
    }
    choose_circles(0);
    for (std::size_t level = 1; level <= top; ++level) {
        auto support = lists.supports[level - 1].begin();
        for (std::size_t i = 0; i < count; ++i) {
            const auto size = lists.support_sizes[level - 1][i];
            levels_[level].nodes[i].supports.assign(support, support + size);
            support += size;
        }
        add_supported(level);
        choose_circles(level);
    }
}

// The pairs of the level below, and those that resemble enough and have paths. Both ascend: what
// lower articles give comes in their order, and before what an article gives itself.
void GrowingGraph::add_supported(std::size_t level) {
    const auto count = levels_[level].nodes.size();
    std::vector<std::uint32_t> sizes(count);
    std::vector<std::pair<std::uint32_t, Neighbour>> given;
    for (std::size_t i = 0; i < count; ++i) {
        const auto article = first_ + static_cast<std::uint32_t>(i);
        const auto& below = node(level - 1, article).neighbours;
        auto next = below.begin();
        for (const auto& support : node(level, article).supports) {
            next = std::find_if(next, below.end(), [&](const Neighbour& neighbour) {
                return neighbour.article >= support.other;
            });
            if (support.resemblance >= pairs_.least_resemblance &&
                (next == below.end() || next->article != support.other)) {
                given.push_back({article, {support.other, support.resemblance}});
                ++sizes[i];
                ++sizes[support.other - first_];
            }
        }
    }
    std::vector<std::uint64_t> ends(count + 1);
    std::partial_sum(sizes.begin(), sizes.end(), ends.begin() + 1);
    std::vector<Neighbour> more(ends.back());
    std::vector<std::uint64_t> next(ends.begin(), ends.end() - 1);
    for (const auto& [article, neighbour] : given) {
        more[next[neighbour.article - first_]++] = {article, neighbour.resemblance};
    }
    for (const auto& [article, neighbour] : given) {
        more[next[article - first_]++] = neighbour;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto& below = levels_[level - 1].nodes[i].neighbours;
        auto& all = levels_[level].nodes[i].neighbours;
        all.reserve(below.size() + sizes[i]);
        std::ranges::merge(below, std::span(more).subspan(ends[i], sizes[i]),
                           std::back_inserter(all), {}, &Neighbour::article, &Neighbour::article);
    }
}

void GrowingGraph::choose_circles(std::size_t level) {
    for (std::size_t i = 0; i < levels_[level].nodes.size(); ++i) {
        auto& self = levels_[level].nodes[i];
        self.nearest = nearest_of(self.neighbours);
        for (const auto& neighbour : self.nearest.all()) {
            node(level, neighbour.article).inside.push_back(first_ + static_cast<std::uint32_t>(i));
        }
    }
}

double GrowingGraph::between_at(std::size_t level, std::uint32_t a,
                                std::uint32_t b) const noexcept {
    if (a == b) {
        return 1;
    }
    const auto& of_a = node(level, a).neighbours;
    const auto& of_b = node(level, b).neighbours;
    const bool a_has_fewer = of_a.size() <= of_b.size();
    const auto& all = a_has_fewer ? of_a : of_b;
    const auto other = a_has_fewer ? b : a;
    const auto found = std::ranges::lower_bound(all, other, {}, &Neighbour::article);
    return found != all.end() && found->article == other ? static_cast<double>(found->resemblance)
                                                         : 0.0;
}

}  // namespace wirecopy::score
