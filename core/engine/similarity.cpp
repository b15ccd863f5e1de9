#include "wirecopy/similarity.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "engine/comparison.hpp"
#include "engine/measure_scorer.hpp"
#include "engine/step_counter.hpp"
#include "engine/views.hpp"
#include "score/measure.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

using engine::StepCounter;

constexpr std::size_t rows_a_range = 32;

// Fills the rows by a measure of overlap, each from the diagonal on when the other half is its
// mirror.
void fill_scored(std::span<const Article* const> articles, bool mirrored,
                 const SimilarityOptions& options, Matrix& matrix) {
    const std::size_t columns = matrix.columns();
    engine::RowScorer scorer(options.measure, {matrix.rows(), columns, matrix.same_set});
    engine::make_components(articles, options,
                            [&](score::Component component, engine::ArticleVectors&& made) {
                                scorer.add(component, std::move(made));
                            });
    StepCounter counter(options.progress, "comparing", matrix.rows());
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
template <typename Cell>
void mirror(std::size_t size, unsigned threads, std::vector<Cell>& cells) {
    constexpr std::size_t tile = 64;
    base::for_ranges(size, tile, threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t from = 0; from < end; from += tile) {
            for (auto row = begin; row < end; ++row) {
                for (auto column = from; column < std::min(from + tile, row); ++column) {
                    cells[row * size + column] = cells[column * size + row];
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

// The probabilities of a model, and the grades where they are asked for. Only the pairs of a row
// and a column are judged, but in the company of all articles.
class JudgedMatrix {
public:
    JudgedMatrix(std::span<const Article* const> articles, const SimilarityOptions& options,
                 Matrix& matrix)
        : options_(options),
          matrix_(matrix),
          state_(articles, compare_options(options),
                 options.grades ? Needs::verdicts : Needs::probabilities) {}

    void fill() {
        const auto rows = matrix_.rows();
        if (options_.grades) {
            matrix_.grades.assign(matrix_.values.size(), Grade::none);
        }
        StepCounter counter(options_.progress, "judging", rows);
        base::for_ranges(rows, judged_a_range, options_.threads,
                         [&](std::size_t begin, std::size_t end) {
                             score::Company company(state_.graph);
                             std::vector<float> counts;
                             std::vector<PairVerdict> verdicts;
                             for (auto row = begin; row < end; ++row) {
                                 if (options_.grades) {
                                     judge_row(row, company, counts, verdicts);
                                 } else {
                                     weigh_row(row, company);
                                 }
                             }
                             counter.add(end - begin);
                         });
    }

private:
    using State = ComparisonAccess::State;
    using Needs = State::Needs;

    // Rows cost from a microsecond to a second.
    static constexpr std::size_t judged_a_range = 4;

    // The width of shingles is not theirs: what is compared word for word stays the same.
    static CompareOptions compare_options(const SimilarityOptions& options) {
        CompareOptions chosen;
        chosen.tables = options.tables;
        chosen.threads = options.threads;
        chosen.progress = options.progress;
        return chosen;
    }

    // The place of the first column among the articles, and of the first that is judged with a row.
    [[nodiscard]] std::size_t columns_begin() const noexcept {
        return matrix_.same_set ? 0 : matrix_.rows();
    }
    [[nodiscard]] std::size_t first_of(std::size_t row) const noexcept {
        return matrix_.same_set ? row + 1 : matrix_.rows();
    }

    template <typename Probabilities>
    [[nodiscard]] auto value(const Probabilities& of_pair) const noexcept {
        return options_.measure == Measure::story ? of_pair.story : of_pair.derived;
    }

    void weigh_row(std::size_t row, score::Company& company) {
        auto* const cells = matrix_.values.data() + row * matrix_.columns();
        if (matrix_.same_set) {
            cells[row] = value(state_.verdict_of_itself(row));
        }
        state_.for_each_probability(row, first_of(row), company,
                                    [&](std::size_t b, const score::Probabilities& found) {
                                        cells[b - columns_begin()] = score::quantised(value(found));
                                    });
    }

    void judge_row(std::size_t row, score::Company& company, std::vector<float>& counts,
                   std::vector<PairVerdict>& verdicts) {
        const auto set = [&](std::size_t b, const PairVerdict& verdict) {
            const auto cell = row * matrix_.columns() + b - columns_begin();
            matrix_.values[cell] = value(verdict);
            matrix_.grades[cell] = verdict.grade;
        };
        if (matrix_.same_set) {
            set(row, state_.verdict_of_itself(row));
        }
        const auto first = first_of(row);
        state_.verdict_row(row, first, company, counts, verdicts);
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            set(first + i, verdicts[i]);
        }
    }

    const SimilarityOptions& options_;
    Matrix& matrix_;
    State state_;
};

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
    auto articles = engine::pointers_to(rows);
    if (!same_set) {
        const auto others = engine::pointers_to(columns);
        articles.insert(articles.end(), others.begin(), others.end());
    }
    const bool mirrored = same_set && matrix.measure.symmetric;
    if (score::is_judged(options.measure)) {
        JudgedMatrix(articles, options, matrix).fill();
    } else {
        fill_scored(articles, mirrored, options, matrix);
    }
    if (mirrored) {
        mirror(matrix.rows(), options.threads, matrix.values);
        if (!matrix.grades.empty()) {
            mirror(matrix.rows(), options.threads, matrix.grades);
        }
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
