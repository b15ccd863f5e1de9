// Similarity: how much two articles, or all pairs of many, resemble each other by a named measure.
//
//   in      articles
//   out     a Matrix, every cell exact (no sketches), quantised to a millionth; nats to 7 digits
//   cost    all pairs of 5,000 articles of 3 kB: story and derived 5 CPU seconds and 280 MB, with
//           grades 7 and 310; the others .6 to 1.8 and 155 to 230, shingles of characters 9.7 and
//           335 (core/engine/README.md)
//   error   options throw; articles without words resemble nothing, not even themselves
//
// Measures of wording (jaccard, containment) count shingles of plain words, as every de-duplicator
// does, and find copies. Measures of matter (tfidf, specifics, information, blend) weigh terms by
// how rare they are among the articles at hand, and see rewrites. Story and derived judge by both
// (compare.hpp); of rows against columns too in the company of all articles.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy {

/// From the weakest to the strongest.
enum class Grade : std::uint8_t {
    none,     ///< anything else: same topic, same people, another event
    related,  ///< the same event, reported independently
    partial,  ///< a passage or long quotation lifted into another piece
    rewrite,  ///< written anew from the same report
    edited,   ///< most sentences carried over, cut, moved or lightly edited
    copy,     ///< the same text but for headline, boilerplate and trivial edits
};

/// All grades by name, in the order of the enumeration.
[[nodiscard]] std::span<const std::string_view> grade_names() noexcept;

/// Throws Error{option} for a name that grade_names() does not have.
[[nodiscard]] Grade grade_from_name(std::string_view name);

/// What a number in a matrix means.
struct MeasureInfo {
    std::string name;         ///< as on the command line: "jaccard"
    std::string description;  ///< one line for people: what a cell means, and of which features
    bool symmetric = true;    ///< cell (a, b) equals cell (b, a)
    bool bounded = true;      ///< 0 to 1; otherwise nats, 0 and up
};

/// Row-major scores, quantised to a millionth. `same_set`: rows and columns are the same articles
/// in the same order, so that the diagonal compares an article with itself: 1 for a bounded
/// measure, 0 for an article that has nothing of what is compared.
struct Matrix {
    std::vector<std::string> row_labels;
    std::vector<std::string> column_labels;
    std::vector<float> values;
    MeasureInfo measure;
    bool same_set = true;
    /// Of every cell, in the order of the values; empty where none were asked for, and of measures
    /// that do not judge.
    std::vector<Grade> grades = {};

    [[nodiscard]] std::size_t rows() const noexcept { return row_labels.size(); }
    [[nodiscard]] std::size_t columns() const noexcept { return column_labels.size(); }
    /// Throws Error{option} where there is no such cell: of two files that could not be read the
    /// matrix is empty.
    [[nodiscard]] float at(std::size_t row, std::size_t column) const {
        if (row >= rows() || column >= columns()) {
            throw Error(ErrorKind::option, "matrix: there is no cell " + std::to_string(row) +
                                               ", " + std::to_string(column) + " in " +
                                               std::to_string(rows()) + " rows and " +
                                               std::to_string(columns()) + " columns");
        }
        return (*this)(row, column);
    }
    /// The same, unchecked. Requires: row < rows(), column < columns().
    [[nodiscard]] float operator()(std::size_t row, std::size_t column) const noexcept {
        return values[row * columns() + column];
    }
};

/// A score as the whole number of millionths that is compared and printed; halves go to even.
/// Exact for quantised scores up to 16; above, a float itself is coarser than a millionth.
/// Requires: 0 <= score < 4e9.
[[nodiscard]] inline std::uint64_t millionths(float score) noexcept {
    // The product of a float and a million is exact in double; adding 2^52 then rounds it to a
    // whole number, which is left in the low bits.
    const double rounded = static_cast<double>(score) * 1e6 + 0x1p52;
    return std::bit_cast<std::uint64_t>(rounded) & ((std::uint64_t{1} << 52U) - 1);
}

enum class Measure {
    blend,                  ///< geometric mean of tfidf and specifics
    tfidf,                  ///< cosine of tf-idf vectors of stems without stop words
    lead,                   ///< the same of the first sixty content words
    specifics,              ///< weighted Jaccard of names, numbers and dates
    specifics_containment,  ///< share of the row's names, numbers and dates that the column has
    information,            ///< sum of the information of shared terms, in nats, to 7 digits
    jaccard,                ///< Jaccard of shingles
    containment,            ///< share of the row's shingles that the column has
    story,                  ///< probability that both tell the same event (compare.hpp)
    derived,                ///< probability that both come from the same report: the default
};

/// How far a run is.
struct RunStep {
    std::string_view stage;  ///< what is done now, a word such as "preparing"; lives for ever
    std::size_t done = 0;    ///< articles, rows or pairs
    std::size_t total = 0;   ///< of these, in this stage
};

/// Is told how far a run is, by one thread at a time; every stage ends with all of its total done.
/// Where it returns false the run ends soon, with Error{stopped}; what it throws passes through.
using Progress = std::function<bool(const RunStep& step)>;

/// Replaces `text` by that of an article, by its place.
using TextReader = std::function<void(std::size_t article, std::string& text)>;
/// Makes one a thread.
using TextSource = std::function<TextReader()>;

/// What pairs are judged by, as learn.hpp makes it; empty: what is part of the library. What cannot
/// be read makes those who take it throw Error{format}.
struct Tables {
    std::string prior;  ///< document frequencies for corpora too small to tell by themselves
    std::string model;  ///< weights of story and derived
};

struct SimilarityOptions {
    // These change the scores.
    Measure measure = Measure::derived;
    std::size_t ngram = 5;  ///< width of the shingles of jaccard and containment
    ShingleUnit unit = ShingleUnit::word;
    Tables tables = {};  ///< of story and derived
    /// With story and derived: the grades of the cells too, a byte each.
    bool grades = false;
    // These change only the cost.
    unsigned threads = 0;  ///< 0: as many as the machine has
    Progress progress = {};
};

/// Every measure's name on the command line, in the order of the enumeration.
[[nodiscard]] std::span<const std::string_view> measure_names() noexcept;

/// Throws Error{option} for a name that measure_names() does not have.
[[nodiscard]] Measure measure_from_name(std::string_view name);

/// All articles against each other. Term weights come from `articles`.
/// Throws Error{option} when ngram is 0.
[[nodiscard]] Matrix similarity_matrix(std::span<const Article> articles,
                                       const SimilarityOptions& options);

/// Rows against columns; term weights come from both.
[[nodiscard]] Matrix similarity_matrix(std::span<const Article> rows,
                                       std::span<const Article> columns,
                                       const SimilarityOptions& options);

/// Moves rows and columns so that articles that resemble each other stand together, by average
/// linkage of the scores. n^2 time and n^2 / 2 doubles: .3 CPU seconds and 100 MB for 5,000.
/// Throws Error{option} for rows against columns.
void order_by_cluster(Matrix& matrix);

/// Every score of one pair, each the number that the cell of its matrix has. Containments are of a
/// in b, and of b in a.
struct PairScores {
    double jaccard = 0;
    double containment_a = 0;
    double containment_b = 0;
    double tfidf = 0;
    double lead = 0;
    double specifics = 0;
    double specifics_containment_a = 0;
    double specifics_containment_b = 0;
    double information_nats = 0;
    double blend = 0;
};

/// The scores of a pair among `corpus`, whose articles give the term weights; `a` and `b` are
/// places in it. Throws Error{option} when ngram is 0.
[[nodiscard]] PairScores score_pair(std::span<const Article> corpus, std::size_t a, std::size_t b,
                                    const SimilarityOptions& options);

}  // namespace wirecopy
