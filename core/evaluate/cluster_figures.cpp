// Two clusterings compared by their table of shared articles: one cell for each labelled and
// predicted cluster that have an article in common.

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

#include "evaluate/ratio.hpp"
#include "wirecopy/evaluate.hpp"

namespace wirecopy {

namespace {

using evaluate::ratio;
using evaluate::SignedWide;
using evaluate::Wide;
using Clusters = std::span<const std::uint32_t>;

struct Cell {
    std::uint32_t labelled = 0;
    std::uint32_t predicted = 0;
    std::uint64_t articles = 0;
};

std::uint64_t pairs_of(std::uint64_t articles) {
    return articles < 2 ? 0 : articles * (articles - 1) / 2;
}

// The cells that are not empty, by labelled, then by predicted cluster.
std::vector<Cell> table_of(Clusters labelled, Clusters predicted) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> both;
    both.reserve(labelled.size());
    for (std::size_t i = 0; i < labelled.size(); ++i) {
        both.emplace_back(labelled[i], predicted[i]);
    }
    std::sort(both.begin(), both.end());
    std::vector<Cell> cells;
    for (const auto& [label, prediction] : both) {
        if (cells.empty() || cells.back().labelled != label ||
            cells.back().predicted != prediction) {
            cells.push_back({label, prediction, 0});
        }
        ++cells.back().articles;
    }
    return cells;
}

// One way of clustering: the sizes of its clusters, and how well the other's are gathered in them.
struct Side {
    std::uint64_t clusters = 0;
    std::uint64_t pairs = 0;  // of articles in one cluster
    double shared_share = 0;  // over articles: the share of its cluster that shares its other one
};

// Requires: the cells of a cluster, as `cluster_of` says it, stand together.
template <typename ClusterOf>
Side side_of(const std::vector<Cell>& cells, ClusterOf cluster_of) {
    Side side;
    for (std::size_t begin = 0; begin < cells.size();) {
        std::uint64_t articles = 0;
        Wide squares = 0;
        auto end = begin;
        for (; end < cells.size() && cluster_of(cells[end]) == cluster_of(cells[begin]); ++end) {
            articles += cells[end].articles;
            squares += Wide{cells[end].articles} * cells[end].articles;
        }
        ++side.clusters;
        side.pairs += pairs_of(articles);
        side.shared_share += ratio(squares, articles).value_or(0);
        begin = end;
    }
    return side;
}

// (shared - expected) / (mean of both - expected), where expected is that of random clusterings of
// these sizes: everything times 2 x all pairs, to stay whole. Both differences are 0 only when both
// clusterings are one cluster, or all articles alone: then they are equal.
std::optional<double> adjusted_rand(std::uint64_t shared, std::uint64_t a, std::uint64_t b,
                                    std::uint64_t articles) {
    if (articles == 0) {
        return std::nullopt;
    }
    const SignedWide all = pairs_of(articles);
    const SignedWide expected = SignedWide{a} * b;
    const SignedWide whole = (SignedWide{a} + b) * all - 2 * expected;
    if (whole == 0) {
        return 1.0;
    }
    return static_cast<double>(2 * (shared * all - expected)) / static_cast<double>(whole);
}

// Every article is in its own cluster, so that neither share is 0 when there are articles.
PrecisionRecall b_cubed(const Side& labelled, const Side& predicted, std::uint64_t articles) {
    if (articles == 0) {
        return {};
    }
    const double precision = predicted.shared_share / static_cast<double>(articles);
    const double recall = labelled.shared_share / static_cast<double>(articles);
    return {precision, recall, 2 * precision * recall / (precision + recall)};
}

}  // namespace

ClusterEvaluation evaluate_clusters(Clusters labelled, Clusters predicted) {
    assert(labelled.size() == predicted.size());
    auto cells = table_of(labelled, predicted);
    std::uint64_t shared = 0;
    for (const auto& cell : cells) {
        shared += pairs_of(cell.articles);
    }
    const auto truth = side_of(cells, [](const Cell& cell) { return cell.labelled; });
    std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
        return a.predicted != b.predicted ? a.predicted < b.predicted : a.labelled < b.labelled;
    });
    const auto answer = side_of(cells, [](const Cell& cell) { return cell.predicted; });

    ClusterEvaluation made;
    made.articles = labelled.size();
    made.labelled_clusters = truth.clusters;
    made.predicted_clusters = answer.clusters;
    made.adjusted_rand = adjusted_rand(shared, truth.pairs, answer.pairs, made.articles);
    made.b_cubed = b_cubed(truth, answer, made.articles);
    made.pairwise = {.precision = ratio(shared, answer.pairs),
                     .recall = ratio(shared, truth.pairs),
                     .f1 = ratio(2 * Wide{shared}, Wide{truth.pairs} + answer.pairs)};
    return made;
}

}  // namespace wirecopy
