#include <gtest/gtest.h>

#include <numeric>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "cluster/leaf_order.hpp"
#include "cluster/random_matrix.hpp"

namespace wirecopy::cluster {
namespace {

TEST(Reorder, EveryCellFollowsItsTwoArticles) {
    base::Random random(1);
    for (std::size_t count = 0; count < 20; ++count) {
        auto matrix = random_matrix(count, random, {.symmetric = false});
        for (std::size_t cell = 0; cell < count * count; ++cell) {
            matrix.grades.push_back(static_cast<Grade>(random.below(6)));
        }
        std::vector<std::uint32_t> order(count);
        std::iota(order.begin(), order.end(), 0U);
        for (std::size_t k = count; k > 1; --k) {
            std::swap(order[k - 1], order[random.below(k)]);
        }
        auto moved = matrix;
        reorder(moved, order);
        EXPECT_EQ(moved.row_labels, moved.column_labels);
        for (std::size_t i = 0; i < count; ++i) {
            EXPECT_EQ(moved.row_labels[i], matrix.row_labels[order[i]]);
            for (std::size_t j = 0; j < count; ++j) {
                EXPECT_EQ(moved.at(i, j), matrix.at(order[i], order[j]));
                EXPECT_EQ(moved.grades[i * count + j], matrix.grades[order[i] * count + order[j]]);
            }
        }
    }
}

}  // namespace
}  // namespace wirecopy::cluster
