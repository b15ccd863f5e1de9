#include "engine/measure_scorer.hpp"

#include <algorithm>
#include <utility>

#include "score/overlap.hpp"

namespace wirecopy::engine {

namespace {

using score::OverlapIndex;

// What one row shares with every column: counts of sets, or sums of weights.
class SharedRow {
public:
    explicit SharedRow(const OverlapIndex& index)
        : counts_(index.weighted() ? 0 : index.column_count()),
          sums_(index.weighted() ? index.column_count() : 0) {}

    // Fills from column `first` on. Others keep their value.
    void fill(const OverlapIndex& index, std::size_t row, std::size_t first) {
        if (index.weighted()) {
            std::fill(sums_.begin() + static_cast<std::ptrdiff_t>(first), sums_.end(), 0.0);
            index.add_overlaps(row, first, sums_);
        } else {
            std::fill(counts_.begin() + static_cast<std::ptrdiff_t>(first), counts_.end(), 0.0F);
            index.add_overlaps(row, first, counts_);
        }
    }

    [[nodiscard]] double operator[](std::size_t column) const noexcept {
        return sums_.empty() ? static_cast<double>(counts_[column]) : sums_[column];
    }

private:
    std::vector<float> counts_;
    std::vector<double> sums_;
};

OverlapIndex make_index(std::span<const score::FeatureVector> vectors, const Sides& sides) {
    return sides.same_set
               ? OverlapIndex(vectors)
               : OverlapIndex(vectors.first(sides.row_count), vectors.subspan(sides.row_count));
}

}  // namespace

RowScorer::RowScorer(Measure measure, const Sides& sides, Direction direction)
    : sides_(sides),
      both_ways_(direction == Direction::larger && !score::entry_of(measure).symmetric) {}

void RowScorer::add(score::Component component, ArticleVectors&& made) {
    auto index = make_index(made.vectors, sides_);
    made.vectors = {};
    parts_.push_back({component, std::move(made.totals), std::move(index)});
}

void RowScorer::score_rows(std::size_t begin, std::size_t end,
                           const std::function<std::span<float>(std::size_t row)>& cells) const {
    const auto& part = parts_.front();
    const auto& other_part = parts_.back();
    const bool is_blend = parts_.size() == 2;
    // Of article a in article b, which share so much. Features of one article alone are not in the
    // index, so what an article shares with itself is told by its total.
    const auto score = [&](std::size_t a, std::size_t b, double shared, double shared_too) {
        const double first = score::apply(part.component.formula, a == b ? part.totals[a] : shared,
                                          part.totals[a], part.totals[b]);
        const auto& totals = other_part.totals;
        return is_blend
                   ? score::blended(first, a == b ? totals[a] : shared_too, totals[a], totals[b])
                   : first;
    };
    SharedRow shared(part.index);
    SharedRow shared_too(other_part.index);
    for (auto row = begin; row < end; ++row) {
        const auto scores = cells(row);
        const std::size_t first = sides_.column_count - scores.size();
        shared.fill(part.index, row, first);
        if (is_blend) {
            shared_too.fill(other_part.index, row, first);
        }
        for (auto column = first; column < sides_.column_count; ++column) {
            const std::size_t other = sides_.first_column() + column;
            double value = score(row, other, shared[column], shared_too[column]);
            if (both_ways_) {
                value = std::max(value, score(other, row, shared[column], shared_too[column]));
            }
            scores[column - first] = score::quantised(value);
        }
    }
}

void PairScorer::add(score::Component component, ArticleVectors&& made) {
    parts_.push_back({component, std::move(made)});
}

float PairScorer::score(std::size_t a, std::size_t b) const {
    double value = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const auto& [component, made] = parts_[i];
        const double shared =
            a == b ? made.totals[a] : score::shared_weight(made.vectors[a], made.vectors[b]);
        value = i == 0 ? score::apply(component.formula, shared, made.totals[a], made.totals[b])
                       : score::blended(value, shared, made.totals[a], made.totals[b]);
    }
    return score::quantised(value);
}

}  // namespace wirecopy::engine
