#include "wirecopy/similarity.hpp"

#include <algorithm>
#include <mutex>

#include "base/parallel.hpp"
#include "engine/views.hpp"
#include "score/measure.hpp"
#include "score/overlap_index.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

using engine::ArticleVectors;
using score::Component;
using score::OverlapIndex;

constexpr std::size_t rows_a_range = 32;

// Counts finished rows for whoever watches.
class RowCounter {
public:
    RowCounter(const Progress& progress, std::size_t total) : progress_(progress), total_(total) {}

    void add(std::size_t rows) {
        if (progress_) {
            const std::lock_guard lock(mutex_);
            done_ += rows;
            progress_(done_, total_);
        }
    }

private:
    const Progress& progress_;
    std::size_t total_;
    std::size_t done_ = 0;
    std::mutex mutex_;
};

// The articles to compare: rows, and columns that are the rows themselves or follow them.
struct Sides {
    std::vector<const Article*> articles;
    std::size_t row_count = 0;
    bool same_set = true;

    [[nodiscard]] std::size_t first_column() const noexcept { return same_set ? 0 : row_count; }
    [[nodiscard]] std::size_t column_count() const noexcept {
        return articles.size() - first_column();
    }
};

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

// One component of a measure over all pairs.
class ComponentScores {
public:
    ComponentScores(Component component, ArticleVectors&& made, const Sides& sides)
        : component_(component),
          totals_(std::move(made.totals)),
          sides_(sides),
          index_(make_index(made.vectors, sides)) {}

    [[nodiscard]] SharedRow make_row() const { return SharedRow(index_); }

    // The weight that `row` shares with each column from `first` on.
    void share(std::size_t row, std::size_t first, SharedRow& shared) const {
        shared.fill(index_, row, first);
    }

    [[nodiscard]] double score(std::size_t row, std::size_t column, double shared) const noexcept {
        const std::size_t other = sides_.first_column() + column;
        return score::apply(component_.formula, whole_of_itself(row, other, shared), totals_[row],
                            totals_[other]);
    }

    // The same drawn towards the score of another component, and blended with it.
    [[nodiscard]] double blend(std::size_t row, std::size_t column, double first,
                               double shared) const noexcept {
        const std::size_t other = sides_.first_column() + column;
        return score::blended(first, whole_of_itself(row, other, shared), totals_[row],
                              totals_[other]);
    }

private:
    // Features of one article alone are not in the index.
    [[nodiscard]] double whole_of_itself(std::size_t row, std::size_t other,
                                         double shared) const noexcept {
        return row == other ? totals_[row] : shared;
    }

    static OverlapIndex make_index(std::span<const score::FeatureVector> vectors,
                                   const Sides& sides) {
        return sides.same_set
                   ? OverlapIndex(vectors)
                   : OverlapIndex(vectors.first(sides.row_count), vectors.subspan(sides.row_count));
    }

    Component component_;
    std::vector<double> totals_;
    const Sides& sides_;  // outlives the call that makes this
    OverlapIndex index_;
};

std::vector<ComponentScores> components_of(const Sides& sides, const SimilarityOptions& options) {
    const auto& entry = score::entry_of(options.measure);
    std::vector<ComponentScores> components;
    std::vector<Tape> tapes;
    for (std::size_t i = 0; i < entry.component_count; ++i) {
        const auto component = entry.components[i];
        if (component.view == score::View::shingles) {
            components.emplace_back(component, engine::shingle_vectors(sides.articles, options),
                                    sides);
            continue;
        }
        if (tapes.empty()) {
            tapes = engine::make_tapes(sides.articles, options.threads);
        }
        components.emplace_back(component, engine::term_vectors(tapes, component, options.threads),
                                sides);
    }
    return components;
}

// Fills the rows, each from the diagonal on when the other half is its mirror.
void fill_rows(const std::vector<ComponentScores>& components, bool mirrored,
               const SimilarityOptions& options, Matrix& matrix) {
    const std::size_t columns = matrix.columns();
    RowCounter counter(options.progress, matrix.rows());
    base::for_ranges(
        matrix.rows(), rows_a_range, options.threads, [&](std::size_t begin, std::size_t end) {
            auto shared = components.front().make_row();
            auto shared_too = components.back().make_row();
            for (auto row = begin; row < end; ++row) {
                const std::size_t first = mirrored ? row : 0;
                components[0].share(row, first, shared);
                if (components.size() == 2) {
                    components[1].share(row, first, shared_too);
                }
                for (auto column = first; column < columns; ++column) {
                    double value = components[0].score(row, column, shared[column]);
                    if (components.size() == 2) {
                        value = components[1].blend(row, column, value, shared_too[column]);
                    }
                    matrix.values[row * columns + column] = score::quantised(value);
                }
            }
            counter.add(end - begin);
        });
}

// Copies the upper triangle below the diagonal, tile by tile so that both sides stay in cache.
void mirror(unsigned threads, Matrix& matrix) {
    constexpr std::size_t tile = 64;
    const std::size_t size = matrix.rows();
    base::for_ranges(size, tile, threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t from = 0; from < end; from += tile) {
            for (auto row = begin; row < end; ++row) {
                for (auto column = from; column < std::min(from + tile, row); ++column) {
                    matrix.values[row * size + column] = matrix.values[column * size + row];
                }
            }
        }
    });
}

std::vector<std::string> labels_of(std::span<const Article> articles) {
    std::vector<std::string> labels;
    labels.reserve(articles.size());
    for (const auto& article : articles) {
        labels.push_back(article.id);
    }
    return labels;
}

Matrix compute(const Sides& sides, std::span<const Article> rows, std::span<const Article> columns,
               const SimilarityOptions& options) {
    if (options.ngram == 0) {
        throw Error(ErrorKind::option, "matrix: ngram must be at least 1");
    }
    Matrix matrix{.row_labels = labels_of(rows),
                  .column_labels = labels_of(columns),
                  .values = {},
                  .measure = score::describe(options),
                  .same_set = sides.same_set};
    matrix.values.resize(rows.size() * columns.size());
    const auto components = components_of(sides, options);
    const bool mirrored = sides.same_set && matrix.measure.symmetric;
    fill_rows(components, mirrored, options, matrix);
    if (mirrored) {
        mirror(options.threads, matrix);
    }
    return matrix;
}

Sides sides_of(std::span<const Article> rows, std::span<const Article> columns, bool same_set) {
    Sides sides{.articles = {}, .row_count = rows.size(), .same_set = same_set};
    for (const auto& article : rows) {
        sides.articles.push_back(&article);
    }
    for (const auto& article : columns) {
        sides.articles.push_back(&article);
    }
    return sides;
}

}  // namespace

Matrix similarity_matrix(std::span<const Article> articles, const SimilarityOptions& options) {
    return compute(sides_of(articles, {}, true), articles, articles, options);
}

Matrix similarity_matrix(std::span<const Article> rows, std::span<const Article> columns,
                         const SimilarityOptions& options) {
    return compute(sides_of(rows, columns, false), rows, columns, options);
}

}  // namespace wirecopy
