#include "score/growing_graph.hpp"

#include <algorithm>
#include <cassert>

namespace wirecopy::score {

namespace {

std::uint64_t key_of(std::uint32_t a, std::uint32_t b) noexcept {
    return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b);
}

constexpr float gone = -1;

}  // namespace

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
            lost_one |= std::ranges::find(before, other, &Neighbour::article) != before.end();
        } else if (static_cast<double>(change.resemblance) > nearest_floor) {
            nearest.push_back({other, change.resemblance});
        }
    }
    if (lost_one) {
        nearest.clear();
        for (const auto& neighbour : self.neighbours) {
            if (static_cast<double>(neighbour.resemblance) > nearest_floor) {
                nearest.push_back(neighbour);
            }
        }
    }
    const auto count = std::min(nearest_count, nearest.size());
    std::partial_sort(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(count),
                      nearest.end(), is_nearer);
    nearest.resize(count);
    self.nearest = nearest;
    const auto holds = [](const std::vector<Neighbour>& list, std::uint32_t other) {
        return std::ranges::find(list, other, &Neighbour::article) != list.end();
    };
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
        for (const auto& next : node(level, other).nearest) {
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
    for (const auto& neighbour : before) {
        if (!holds(nearest, neighbour.article)) {
            move_paths(neighbour.article, false);
        }
    }
    for (const auto& neighbour : nearest) {
        if (!holds(before, neighbour.article)) {
            move_paths(neighbour.article, true);
        }
    }
}

void GrowingGraph::count_path(std::size_t level, std::uint32_t a, std::uint32_t b, bool is_new) {
    const auto key = key_of(a, b);
    auto& support = levels_[level].supports[key];
    if (is_new) {
        ++support.paths;
    } else {
        assert(support.paths > 0);
        --support.paths;
    }
    if (support.paths == (is_new ? 1U : 0U)) {
        counted_.push_back(key);
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
    auto& supports = levels_[level].supports;
    for (const auto key : counted_) {
        const auto a = static_cast<std::uint32_t>(key >> 32U);
        const auto b = static_cast<std::uint32_t>(key);
        const auto support = supports.find(key);
        auto now = static_cast<float>(between_at(level - 1, a, b));
        if (support != supports.end() && support->second.paths == 0) {
            supports.erase(support);
        } else if (support != supports.end() && now == 0) {
            auto& resemblance = support->second.resemblance;
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

double GrowingGraph::company(std::uint32_t a, std::uint32_t b) const {
    std::vector<CircleMember> of_a;
    std::vector<CircleMember> of_b;
    append_circle(a, node(top, a).nearest, of_a);
    append_circle(b, node(top, b).nearest, of_b);
    const auto row = [&](std::uint32_t at) {
        double sum = 0;
        for (const auto& member : of_a) {
            sum += member.weight * between(member.article, at);
        }
        return sum;
    };
    return company_of(a, of_a, b, of_b, row, [&](std::size_t x, std::size_t y) {
        return between(static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y));
    });
}

}  // namespace wirecopy::score
