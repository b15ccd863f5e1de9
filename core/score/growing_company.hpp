// Growing company: the company of one article of a growing graph with others.
//
//   in      the graph and an article that is turned to
//   out     the company of its pairs, to the bit what score::Company says of the graph made anew
//   cost    to turn: the neighbours of nine articles laid out, 10 us where each has eighty; then
//   nine
//           look-ups a pair instead of 81 searches
//   error   none
//
// Of a pair the company is reckoned from its earlier article on, whichever of the two is turned to.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "score/growing_graph.hpp"
#include "score/resemblance_graph.hpp"

namespace wirecopy::score {

/// Keeps its buffers. The graph must outlive it, and not change between turning and asking.
class GrowingCompany {
public:
    explicit GrowingCompany(const GrowingGraph& graph) : graph_(graph) {}

    /// Requires: the article was added.
    void turn_to(std::uint32_t article);

    /// Requires: turned to an article; `other`, another one, was added.
    [[nodiscard]] double with(std::uint32_t other);

private:
    static constexpr std::size_t most_members = nearest_count + 1;
    // What an article is to each member of the circle.
    struct Row {
        std::uint32_t article = 0;
        std::uint32_t round = 0;  // of another than the table's: free
        std::array<float, most_members> resemblance{};
    };

    [[nodiscard]] std::size_t slot_of(std::uint32_t article) const noexcept;
    void lay_out(std::uint32_t article, std::size_t member, float resemblance);
    [[nodiscard]] double from_other(std::uint32_t other);
    [[nodiscard]] double from_article(std::uint32_t other);
    [[nodiscard]] double between(std::size_t a, std::size_t b) const noexcept {
        return graph_.between(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
    }

    const GrowingGraph& graph_;
    std::uint32_t article_ = 0;
    std::vector<CircleMember> circle_;  // of the article
    std::vector<CircleMember> other_circle_;
    std::vector<Row> rows_;  // open addressing, a power of two, at most half full
    std::uint32_t round_ = 0;
};

}  // namespace wirecopy::score
