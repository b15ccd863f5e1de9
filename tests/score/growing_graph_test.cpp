#include "score/growing_graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "base/hash.hpp"
#include "score/growing_company.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::score {
namespace {

constexpr float least = 0.1F;

// Of a pair whatever its hash says; about one in eight is below `least`.
float resemblance(std::uint32_t a, std::uint32_t b) {
    const auto [low, high] = std::minmax(a, b);
    const auto hash = base::mix(std::uint64_t{low} << 32U | high);
    return static_cast<float>(hash % 1000) / 1250;
}

bool may_meet(std::uint32_t a, std::uint32_t b) {
    return (a > b ? a - b : b - a) < 40;
}

GrowingGraph empty_graph() {
    return GrowingGraph(
        {.resemblance = resemblance, .may_meet = may_meet, .least_resemblance = least});
}

using Given = std::map<std::uint32_t, std::vector<Neighbour>>;  // of each to lower ones
using Edges = std::map<std::uint32_t, std::map<std::uint32_t, float>>;

std::vector<std::uint32_t> circle_of(const std::map<std::uint32_t, float>& edges) {
    std::vector<Neighbour> near;
    for (const auto& [other, found] : edges) {
        if (static_cast<double>(found) > nearest_floor) {
            near.push_back({other, found});
        }
    }
    std::ranges::sort(near, is_nearer);
    near.resize(std::min(near.size(), nearest_count));
    std::vector<std::uint32_t> circle;
    std::ranges::transform(near, std::back_inserter(circle), &Neighbour::article);
    return circle;
}

// The graph by its definition, from nothing: twice, a pair is added that has a near article in
// common.
Edges graph_of(const Given& given) {
    Edges edges;
    for (const auto& [article, lower] : given) {
        edges[article];
        for (const auto& [other, found] : lower) {
            edges[article][other] = edges[other][article] = found;
        }
    }
    for (int round = 0; round < 2; ++round) {
        std::map<std::uint32_t, std::vector<std::uint32_t>> circles;
        for (const auto& [article, own] : edges) {
            circles[article] = circle_of(own);
        }
        auto more = edges;
        for (const auto& [article, circle] : circles) {
            for (const auto middle : circle) {
                for (const auto other : circles[middle]) {
                    if (other > article && !edges[article].contains(other) &&
                        may_meet(article, other) && resemblance(article, other) >= least) {
                        more[article][other] = more[other][article] = resemblance(article, other);
                    }
                }
            }
        }
        edges = more;
    }
    return edges;
}

void expect_graph(const GrowingGraph& graph, const Edges& edges) {
    for (const auto& [article, own] : edges) {
        std::map<std::uint32_t, float> found;
        for (const auto& neighbour : graph.of(article)) {
            found.emplace(neighbour.article, neighbour.resemblance);
        }
        ASSERT_EQ(found, own) << article;
    }
}

class Corpus {
public:
    // Each hangs together with some of those shortly before it that are there.
    void add(GrowingGraph& graph) {
        std::vector<Neighbour> near;
        for (const auto& [other, lower] : given_) {
            const auto found = resemblance(other, next_);
            if (next_ - other < 30 && random_.below(4) == 0 && found >= least) {
                near.push_back({other, found});
            }
        }
        graph.add(next_, near);
        given_[next_++] = near;
    }
    void remove_one(GrowingGraph& graph) {
        auto at = given_.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(random_.below(given_.size())));
        const auto gone = at->first;
        given_.erase(at);
        for (auto& [article, lower] : given_) {
            std::erase_if(lower, [&](const Neighbour& n) { return n.article == gone; });
        }
        graph.remove(gone);
    }
    [[nodiscard]] const Given& given() const { return given_; }

private:
    base::Random random_{11};
    Given given_;
    std::uint32_t next_ = 5;
};

TEST(GrowingGraph, IsAfterEveryChangeWhatItsDefinitionSays) {
    auto graph = empty_graph();
    Corpus corpus;
    std::size_t added_by_neighbours = 0;
    for (int i = 0; i < 120; ++i) {
        corpus.add(graph);
        if (i % 3 == 2) {
            corpus.remove_one(graph);
        }
        const auto edges = graph_of(corpus.given());
        expect_graph(graph, edges);
        for (const auto& [article, own] : edges) {
            added_by_neighbours += own.size() - graph.given(article).size();
        }
    }
    EXPECT_GT(added_by_neighbours, 1000U);
}

TEST(GrowingGraph, MadeOfItsListsGoesOnAsItWouldHave) {
    auto graph = empty_graph();
    Corpus corpus;
    for (int i = 0; i < 60; ++i) {
        corpus.add(graph);
    }
    for (int i = 0; i < 15; ++i) {
        corpus.remove_one(graph);
    }
    auto restored = empty_graph();
    restored.restore(graph.lists());
    expect_graph(restored, graph_of(corpus.given()));
    auto again = corpus;
    for (int i = 0; i < 40; ++i) {
        corpus.add(restored);
        if (i % 2 == 1) {
            corpus.remove_one(restored);
        }
        expect_graph(restored, graph_of(corpus.given()));
    }
    for (int i = 0; i < 40; ++i) {
        again.add(graph);
        if (i % 2 == 1) {
            again.remove_one(graph);
        }
    }
    for (const auto& [article, lower] : corpus.given()) {
        EXPECT_TRUE(std::ranges::equal(graph.circle(article), restored.circle(article),
                                       [](const Neighbour& x, const Neighbour& y) {
                                           return x.article == y.article &&
                                                  x.resemblance == y.resemblance;
                                       }));
    }
}

TEST(GrowingCompany, IsThatOfTheGraphMadeAnew) {
    auto graph = empty_graph();
    Corpus corpus;
    GrowingCompany company(graph);
    std::size_t compared = 0;
    double least_company = 1;
    for (int i = 0; i < 120; ++i) {
        corpus.add(graph);
        if (i % 4 == 3) {
            corpus.remove_one(graph);
        }
        if (i % 10 != 9) {
            continue;
        }
        const auto edges = graph_of(corpus.given());
        std::vector<std::vector<Neighbour>> upper(edges.rbegin()->first + 1);
        for (const auto& [article, own] : edges) {
            for (const auto& [other, found] : own) {
                if (other > article) {
                    upper[article].push_back({other, found});
                }
            }
        }
        const ResemblanceGraph anew(upper);
        Company expected(anew);
        for (const auto& [article, own] : edges) {
            company.turn_to(article);
            for (const auto& [other, unused] : edges) {
                if (other != article) {
                    expected.turn_to(std::min(article, other));
                    const auto wanted = expected.with(std::max(article, other));
                    ASSERT_EQ(company.with(other), wanted) << article << " and " << other;
                    least_company = std::min(least_company, wanted);
                    compared += own.contains(other) ? 1U : 0U;
                }
            }
        }
    }
    EXPECT_GT(compared, 5000U);
    EXPECT_LT(least_company, .05);
}

TEST(GrowingGraph, RefusesListsThatDoNotFitTogether) {
    auto graph = empty_graph();
    Corpus corpus;
    for (int i = 0; i < 30; ++i) {
        corpus.add(graph);
    }
    const auto whole = graph.lists();
    const auto refuses = [](const GrowingGraph::Lists& lists) {
        auto made = empty_graph();
        EXPECT_THROW(made.restore(lists), Error);
    };
    auto lists = whole;
    lists.given.pop_back();
    refuses(lists);
    lists = whole;
    lists.given.back().article = 4;  // below the first
    refuses(lists);
    lists = whole;
    lists.support_sizes[1].push_back(0);
    refuses(lists);
    lists = whole;
    lists.supports[0].back().other = 35;  // behind the last
    refuses(lists);
}

}  // namespace
}  // namespace wirecopy::score
