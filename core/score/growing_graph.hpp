// Growing graph: the graph of likely pairs of a corpus whose articles come one by one and leave
// again, with the company each keeps.
//
//   in      of each article the earlier ones that candidates made its neighbours
//   out     after every change the very neighbours and circles that making the graph anew from all
//           these pairs would give (engine/candidates.hpp: pairs that have a near article in
//           common are added, twice)
//   cost    60 to 200 us an article, most of it the resemblance of pairs seen for the first time;
//           some 2 kB an article
//   error   none: a test compares the two
//
// Three levels: the pairs that were given; these and the pairs that have a near article in common;
// the same once more. A pair of a higher level is supported by so many paths over two circles of
// the level below. When a circle changes, the paths through it are counted anew, no others.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "score/resemblance_graph.hpp"

namespace wirecopy::score {

class GrowingGraph {
public:
    /// What is asked of pairs that were not given. Requires: symmetric, and always the same.
    struct Pairs {
        std::function<float(std::uint32_t, std::uint32_t)> resemblance;
        std::function<bool(std::uint32_t, std::uint32_t)> may_meet;
        float least_resemblance = 0;
    };
    explicit GrowingGraph(Pairs pairs) : pairs_(std::move(pairs)) {}

    /// Requires: numbered above all before; neighbours ascending, all of them here.
    void add(std::uint32_t article, std::span<const Neighbour> neighbours);
    /// Nothing where it is not here.
    void remove(std::uint32_t article);

    /// Takes back the last article. Requires: it was removed.
    void take_back_last();
    /// Frees what is kept of articles below this number. Requires: they were removed.
    void forget_before(std::uint32_t article);

    /// As ResemblanceGraph has them. Valid until the next change. Requires: the article was added.
    [[nodiscard]] std::span<const Neighbour> of(std::uint32_t article) const noexcept {
        return node(top, article).neighbours;
    }
    /// Those that were given, and those to whom it was given.
    [[nodiscard]] std::span<const Neighbour> given(std::uint32_t article) const noexcept {
        return node(0, article).neighbours;
    }
    [[nodiscard]] double between(std::uint32_t a, std::uint32_t b) const noexcept {
        return between_at(top, a, b);
    }

    /// The nearest of them, in order. Valid until the next change. Requires: the article was added.
    [[nodiscard]] std::span<const Neighbour> circle(std::uint32_t article) const noexcept {
        return node(top, article).nearest.all();
    }

    [[nodiscard]] bool contains(std::uint32_t article) const noexcept {
        return article >= first_ && article - first_ < levels_[0].nodes.size();
    }

    /// What supports the pair of an article and a higher one.
    struct Support {
        std::uint32_t other = 0;
        std::uint32_t paths = 0;
        float resemblance = -1;  ///< below 0: not reckoned yet
    };
    static constexpr std::size_t top = 2;
    /// The same graph as a value; how many each article has, and these, article by article.
    struct Lists {
        std::uint32_t first = 0;
        std::vector<std::uint32_t> given_sizes;
        std::vector<Neighbour> given;  ///< those of lower number, ascending
        std::array<std::vector<std::uint32_t>, top> support_sizes;
        std::array<std::vector<Support>, top> supports;
    };
    [[nodiscard]] Lists lists() const;
    /// Throws Error{format} for what `lists` cannot have given. Requires: nothing was added.
    void restore(const Lists& lists);

private:
    // As is_nearer has them, without the article itself.
    struct Nearest {
        std::array<Neighbour, nearest_count> items{};
        std::size_t count = 0;

        [[nodiscard]] std::span<const Neighbour> all() const noexcept {
            return std::span(items).first(count);
        }
        [[nodiscard]] bool holds(std::uint32_t article) const noexcept;
        /// Nothing where it is not near enough.
        void take(const Neighbour& neighbour) noexcept;
    };
    [[nodiscard]] static Nearest nearest_of(std::span<const Neighbour> neighbours) noexcept;
    struct Node {
        std::vector<Neighbour> neighbours;  // ascending
        Nearest nearest;
        std::vector<std::uint32_t> inside;  // in whose nearest it is; in no order
        std::vector<Support> supports;      // of pairs with higher ones, ascending
    };
    struct Level {
        std::deque<Node> nodes;
    };
    struct Change {
        std::uint32_t a;
        std::uint32_t b;
        float resemblance;  // below 0: the pair is there no more
    };

    [[nodiscard]] const Node& node(std::size_t level, std::uint32_t article) const noexcept {
        return levels_[level].nodes[article - first_];
    }
    [[nodiscard]] Node& node(std::size_t level, std::uint32_t article) noexcept {
        return levels_[level].nodes[article - first_];
    }
    void apply(std::vector<Change> changes);
    void link(std::size_t level, const Change& change);
    void renew_circle(std::size_t level, std::uint32_t article, std::span<const Change> changes);
    void count_path(std::size_t level, std::uint32_t a, std::uint32_t b, bool is_new);
    void add_supported(std::size_t level);
    void choose_circles(std::size_t level);
    [[nodiscard]] std::vector<Change> changes_above(std::size_t level,
                                                    std::span<const Change> below);
    [[nodiscard]] double between_at(std::size_t level, std::uint32_t a,
                                    std::uint32_t b) const noexcept;

    Pairs pairs_;
    std::array<Level, top + 1> levels_;
    std::uint32_t first_ = 0;
    std::vector<std::uint64_t> counted_;  // pairs whose paths changed
};

}  // namespace wirecopy::score
