#include "wirecopy/similarity.hpp"

#include <algorithm>
#include <mutex>

#include "base/parallel.hpp"
#include "engine/measure_scorer.hpp"
#include "engine/views.hpp"
#include "score/measure.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

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

// Fills the rows, each from the diagonal on when the other half is its mirror.
void fill_rows(const engine::RowScorer& scorer, bool mirrored, const SimilarityOptions& options,
               Matrix& matrix) {
    const std::size_t columns = matrix.columns();
    RowCounter counter(options.progress, matrix.rows());
    base::for_ranges(
        matrix.rows(), rows_a_range, options.threads, [&](std::size_t begin, std::size_t end) {
            scorer.score_rows(begin, end, [&](std::size_t row) {
                const std::size_t first = mirrored ? row : 0;
                return std::span(matrix.values).subspan(row * columns + first, columns - first);
            });
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

// The cells of a probability, from the verdicts of all pairs of rows and columns.
void fill_judged(std::span<const Article> rows, std::span<const Article> columns,
                 const SimilarityOptions& options, Matrix& matrix) {
    std::vector<Article> all(rows.begin(), rows.end());
    if (!matrix.same_set) {
        all.insert(all.end(), columns.begin(), columns.end());
    }
    CompareOptions chosen;
    chosen.ngram = options.ngram;
    chosen.tables = options.tables;
    chosen.threads = options.threads;
    chosen.progress = options.progress;
    const Comparison comparison(all, chosen);
    const std::size_t width = columns.size();
    const std::size_t first = matrix.same_set ? 0 : rows.size();
    const auto value_of = [&](const PairVerdict& verdict) {
        return options.measure == Measure::story ? verdict.story : verdict.derived;
    };
    comparison.compare_all([&](std::size_t a, std::span<const PairVerdict> later) {
        for (std::size_t i = 0; a < rows.size() && i < later.size(); ++i) {
            const auto b = a + 1 + i;
            if (b >= first) {
                matrix.values[a * width + b - first] = value_of(later[i]);
            }
            if (matrix.same_set) {
                matrix.values[b * width + a] = value_of(later[i]);
            }
        }
        if (matrix.same_set) {
            matrix.values[a * width + a] = value_of(comparison.compare(a, a));
        }
    });
}

// Rows and columns as one list: columns that are the rows themselves, or follow them.
Matrix compute(std::span<const Article> rows, std::span<const Article> columns, bool same_set,
               const SimilarityOptions& options) {
    if (options.ngram == 0) {
        throw Error(ErrorKind::option, "matrix: ngram must be at least 1");
    }
    Matrix matrix{.row_labels = labels_of(rows),
                  .column_labels = labels_of(columns),
                  .values = {},
                  .measure = score::describe(options),
                  .same_set = same_set};
    matrix.values.resize(rows.size() * columns.size());
    if (score::is_judged(options.measure)) {
        fill_judged(rows, columns, options, matrix);
        return matrix;
    }
    auto articles = engine::pointers_to(rows);
    if (!same_set) {
        const auto others = engine::pointers_to(columns);
        articles.insert(articles.end(), others.begin(), others.end());
    }
    engine::RowScorer scorer(options.measure, {rows.size(), columns.size(), same_set});
    engine::make_components(articles, options,
                            [&](score::Component component, engine::ArticleVectors&& made) {
                                scorer.add(component, std::move(made));
                            });
    const bool mirrored = same_set && matrix.measure.symmetric;
    fill_rows(scorer, mirrored, options, matrix);
    if (mirrored) {
        mirror(options.threads, matrix);
    }
    return matrix;
}

}  // namespace

Matrix similarity_matrix(std::span<const Article> articles, const SimilarityOptions& options) {
    return compute(articles, articles, true, options);
}

Matrix similarity_matrix(std::span<const Article> rows, std::span<const Article> columns,
                         const SimilarityOptions& options) {
    return compute(rows, columns, false, options);
}

}  // namespace wirecopy
