// Measure scorers: the scores of articles by any measure, rows or pairs at a time.
//
//   in      the vectors of each component of a measure, in its order (views.hpp)
//   out     quantised scores; both scorers give the same bytes for the same pair
//   cost    RowScorer: an index once, then one addition for each feature that row and column share
//           and a few divisions a cell. PairScorer: one step a feature of either
//   error   none

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/views.hpp"
#include "score/measure.hpp"
#include "score/overlap_index.hpp"

namespace wirecopy::engine {

/// Which way a measure is taken that has a direction.
enum class Direction : std::uint8_t {
    forward,  ///< of the row in the column, of a in b
    larger,   ///< whichever way scores higher
};

/// Which of the articles are rows and which columns.
struct Sides {
    std::size_t row_count = 0;
    std::size_t column_count = 0;
    bool same_set = true;  ///< the columns are the rows; otherwise they follow them

    [[nodiscard]] std::size_t first_column() const noexcept { return same_set ? 0 : row_count; }
};

class RowScorer {
public:
    RowScorer(Measure measure, const Sides& sides, Direction direction = Direction::forward);

    /// The next component of the measure, for the articles of both sides.
    void add(score::Component component, ArticleVectors&& made);

    /// Scores the rows from `begin` to `end`. `cells` says where those of a row go: its scores with
    /// as many of the last columns. Requires: all components were added. Safe from any number of
    /// threads.
    void score_rows(std::size_t begin, std::size_t end,
                    const std::function<std::span<float>(std::size_t row)>& cells) const;

private:
    struct Part {
        score::Component component;
        std::vector<double> totals;
        score::OverlapIndex index;
    };

    Sides sides_;
    bool both_ways_;
    std::vector<Part> parts_;
};

class PairScorer {
public:
    /// The next component of the measure.
    void add(score::Component component, ArticleVectors&& made);

    /// The score of a in b. Requires: all components were added, for both articles.
    [[nodiscard]] float score(std::size_t a, std::size_t b) const;

private:
    struct Part {
        score::Component component;
        ArticleVectors made;
    };

    std::vector<Part> parts_;
};

}  // namespace wirecopy::engine
