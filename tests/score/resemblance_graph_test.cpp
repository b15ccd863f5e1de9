#include "score/resemblance_graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/hash.hpp"

namespace wirecopy::score {
namespace {

using Rows = std::vector<std::vector<double>>;

// Resemblances of 40 articles, of which those of one residue of 5 resemble each other most.
Rows random_resemblances(std::uint64_t seed, std::size_t size) {
    base::Random random(seed);
    Rows rows(size, std::vector<double>(size, 0));
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i + 1; j < size; ++j) {
            const double level = i % 5 == j % 5 ? .3 : .02;
            const double value = level + static_cast<double>(random.below(1000)) / 2500;
            rows[i][j] = value >= .1 ? static_cast<double>(static_cast<float>(value)) : 0;
            rows[j][i] = rows[i][j];
        }
    }
    return rows;
}

ResemblanceGraph graph_of(const Rows& rows) {
    std::vector<std::vector<Neighbour>> upper(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = i + 1; j < rows.size(); ++j) {
            if (rows[i][j] > 0) {
                upper[i].push_back({static_cast<std::uint32_t>(j), static_cast<float>(rows[i][j])});
            }
        }
    }
    return ResemblanceGraph(upper);
}

// The circle of an article without another one: weights by article, of sum 1.
std::vector<double> circle_without(const Rows& rows, std::size_t article, std::size_t other) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i != article && rows[article][i] > 0) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return rows[article][a] > rows[article][b];
    });
    order.resize(std::min<std::size_t>(order.size(), 8));
    std::vector<double> weights(rows.size(), 0);
    weights[article] = .2;
    for (const auto i : order) {
        weights[i] = std::max(0.0, rows[article][i] - .1);
    }
    weights[other] = 0;
    double sum = 0;
    for (const auto weight : weights) {
        sum += weight;
    }
    for (auto& weight : weights) {
        weight /= sum;
    }
    return weights;
}

double plain_company(const Rows& rows, std::size_t a, std::size_t b) {
    const auto of_a = circle_without(rows, a, b);
    const auto of_b = circle_without(rows, b, a);
    double sum = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows.size(); ++j) {
            sum += of_a[i] * of_b[j] * (i == j ? 1.0 : rows[i][j]);
        }
    }
    return sum;
}

TEST(Company, IsTheMeanOverBothCirclesWithoutThePairItself) {
    for (std::uint64_t seed = 1; seed < 5; ++seed) {
        const auto rows = random_resemblances(seed, 40);
        const auto graph = graph_of(rows);
        Company company(graph);
        for (std::size_t a = 0; a < rows.size(); ++a) {
            company.turn_to(a);
            for (std::size_t b = 0; b < rows.size(); ++b) {
                if (a != b) {
                    EXPECT_NEAR(company.with(b), plain_company(rows, a, b), 1e-6);
                }
            }
        }
    }
}

TEST(Company, OfTwoArticlesAloneIsTheirResemblance) {
    const auto graph = graph_of({{0, .4}, {.4, 0}});
    Company company(graph);
    company.turn_to(0);
    EXPECT_NEAR(company.with(1), .4, 1e-6);
}

TEST(Company, IsHigherWhereBothAreNearToAThird) {
    const auto graph = graph_of({{0, .15, .6, 0}, {.15, 0, .6, 0}, {.6, .6, 0, 0}, {0, 0, 0, 0}});
    Company company(graph);
    company.turn_to(0);
    EXPECT_GT(company.with(1), .5);
    EXPECT_EQ(company.with(3), 0.0);
}

TEST(Company, IsTheSameFromEitherSide) {
    const auto rows = random_resemblances(9, 30);
    const auto graph = graph_of(rows);
    Company one(graph);
    Company other(graph);
    for (std::size_t a = 0; a < 30; ++a) {
        one.turn_to(a);
        for (std::size_t b = 0; b < a; ++b) {
            other.turn_to(b);
            EXPECT_NEAR(one.with(b), other.with(a), 1e-9);
        }
    }
}

TEST(ResemblanceGraph, ListsNeighboursInOrderFromBothSides) {
    const auto rows = random_resemblances(3, 30);
    const auto graph = graph_of(rows);
    ASSERT_EQ(graph.size(), 30U);
    for (std::size_t a = 0; a < 30; ++a) {
        const auto all = graph.of(a);
        EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [](const auto& x, const auto& y) {
            return x.article < y.article;
        }));
        for (std::size_t b = 0; b < 30; ++b) {
            EXPECT_NEAR(graph.between(a, b), a == b ? 1.0 : rows[a][b], 1e-6);
        }
    }
}

}  // namespace
}  // namespace wirecopy::score
