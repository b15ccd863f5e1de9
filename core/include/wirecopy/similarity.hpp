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

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/matrix.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy {

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

/// Reports how many of `total` steps are done; called from one thread at a time.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

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
