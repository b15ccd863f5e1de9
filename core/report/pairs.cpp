#include "report/pairs.hpp"

#include <algorithm>

namespace wirecopy::report {

namespace {

bool is_stronger(const ScoredPair& a, const ScoredPair& b) {
    if (a.millionths != b.millionths) {
        return a.millionths > b.millionths;
    }
    return a.row != b.row ? a.row < b.row : a.column < b.column;
}

bool is_lesser_direction(const Matrix& matrix, const ScoredPair& pair) {
    if (!matrix.same_set || matrix.measure.symmetric) {
        return false;
    }
    return is_stronger({pair.column, pair.row, millionths(matrix(pair.column, pair.row))}, pair);
}

}  // namespace

std::vector<ScoredPair> strongest_pairs(const Matrix& matrix, std::size_t limit) {
    std::vector<ScoredPair> heap;  // its front is the weakest of the strongest
    for_each_pair(matrix, [&](const ScoredPair& pair) {
        const bool has_room = heap.size() < limit;
        if (pair.millionths == 0 || limit == 0 || (!has_room && !is_stronger(pair, heap.front())) ||
            is_lesser_direction(matrix, pair)) {
            return;
        }
        if (!has_room) {
            std::pop_heap(heap.begin(), heap.end(), is_stronger);
            heap.pop_back();
        }
        heap.push_back(pair);
        std::push_heap(heap.begin(), heap.end(), is_stronger);
    });
    std::sort_heap(heap.begin(), heap.end(), is_stronger);
    return heap;
}

}  // namespace wirecopy::report
