#include "cluster/leaf_order.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <string>
#include <utility>

namespace wirecopy::cluster {

namespace {

// A row of articles: one, or two shorter rows side by side, either of them mirrored.
struct Row {
    std::uint32_t front = 0;
    std::uint32_t back = 0;
    std::uint32_t earliest = 0;  // the article that comes first in the input
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    bool mirror_left = false;
    bool mirror_right = false;
};

std::uint64_t both_ways(const Matrix& matrix, std::uint32_t a, std::uint32_t b) {
    return millionths(matrix.at(a, b)) + millionths(matrix.at(b, a));
}

Row side_by_side(const std::vector<Row>& rows, std::uint32_t left, std::uint32_t right,
                 const Matrix& matrix) {
    if (rows[right].earliest < rows[left].earliest) {
        std::swap(left, right);
    }
    const Row& l = rows[left];
    const Row& r = rows[right];
    Row joined{l.front, r.back, l.earliest, left, right, false, false};
    auto best = both_ways(matrix, l.back, r.front);
    // The fewer mirrors the better, so that equal seams leave the order of the input.
    constexpr std::array<std::pair<bool, bool>, 3> mirrors{
        {{false, true}, {true, false}, {true, true}}};
    for (const auto& [mirror_left, mirror_right] : mirrors) {
        const auto seam =
            both_ways(matrix, mirror_left ? l.front : l.back, mirror_right ? r.back : r.front);
        if (seam > best) {
            best = seam;
            joined.mirror_left = mirror_left;
            joined.mirror_right = mirror_right;
        }
    }
    joined.front = joined.mirror_left ? l.back : l.front;
    joined.back = joined.mirror_right ? r.front : r.back;
    return joined;
}

void append_articles(const std::vector<Row>& rows, std::uint32_t root, std::uint32_t leaves,
                     std::vector<std::uint32_t>& order) {
    std::vector<std::pair<std::uint32_t, bool>> open{{root, false}};
    while (!open.empty()) {
        const auto [row, mirrored] = open.back();
        open.pop_back();
        if (row < leaves) {
            order.push_back(row);
            continue;
        }
        const Row& joined = rows[row];
        std::pair<std::uint32_t, bool> left{joined.left, joined.mirror_left != mirrored};
        std::pair<std::uint32_t, bool> right{joined.right, joined.mirror_right != mirrored};
        if (mirrored) {
            std::swap(left, right);
        }
        open.push_back(right);
        open.push_back(left);
    }
}

// Columns, then rows, of a square of cells, in place but for one spare row.
template <typename Cell>
void reorder_cells(std::vector<Cell>& cells, std::span<const std::uint32_t> order) {
    const auto count = order.size();
    std::vector<Cell> spare(count);
    const auto row = [&](std::size_t index) { return cells.data() + index * count; };
    for (std::size_t index = 0; index < count; ++index) {
        std::copy_n(row(index), count, spare.begin());
        for (std::size_t place = 0; place < count; ++place) {
            row(index)[place] = spare[order[place]];
        }
    }
    // Each cycle of the permutation is walked once, its first row waiting in the spare one.
    std::vector<bool> done(count, false);
    for (std::size_t start = 0; start < count; ++start) {
        if (done[start]) {
            continue;
        }
        std::copy_n(row(start), count, spare.begin());
        auto place = start;
        for (; order[place] != start; place = order[place]) {
            std::copy_n(row(order[place]), count, row(place));
            done[place] = true;
        }
        std::copy(spare.begin(), spare.end(), row(place));
        done[place] = true;
    }
}

}  // namespace

std::vector<std::uint32_t> leaf_order(const Dendrogram& dendrogram, const Matrix& matrix) {
    const auto leaves = dendrogram.leaves;
    std::vector<Row> rows;
    rows.reserve(leaves + dendrogram.merges.size());
    for (std::uint32_t article = 0; article < leaves; ++article) {
        rows.push_back({article, article, article, 0, 0, false, false});
    }
    std::vector<bool> is_root(leaves + dendrogram.merges.size(), true);
    for (const auto& merge : dendrogram.merges) {
        if (merge.similarity == 0.0) {
            break;  // merges never rise again: what is left has nothing in common
        }
        is_root[merge.a] = false;
        is_root[merge.b] = false;
        rows.push_back(side_by_side(rows, merge.a, merge.b, matrix));
    }

    std::vector<std::uint32_t> roots;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        if (is_root[row]) {
            roots.push_back(row);
        }
    }
    std::sort(roots.begin(), roots.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(a < leaves, rows[a].earliest) < std::pair(b < leaves, rows[b].earliest);
    });
    std::vector<std::uint32_t> order;
    order.reserve(leaves);
    for (const auto root : roots) {
        append_articles(rows, root, leaves, order);
    }
    return order;
}

void reorder(Matrix& matrix, std::span<const std::uint32_t> order) {
    const auto count = matrix.rows();
    assert(matrix.same_set && order.size() == count);
    std::vector<std::string> labels(count);
    for (std::size_t place = 0; place < count; ++place) {
        labels[place] = std::move(matrix.row_labels[order[place]]);
    }
    matrix.row_labels = labels;
    matrix.column_labels = std::move(labels);
    reorder_cells(matrix.values, order);
    if (!matrix.grades.empty()) {
        reorder_cells(matrix.grades, order);
    }
}

}  // namespace wirecopy::cluster
