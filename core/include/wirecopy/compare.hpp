// Compare: what two articles are to each other, by grade and probability.
//
//   in      the articles of a corpus, which also give the term weights
//   out     a verdict for any pair of them
//   cost    150 us an article to prepare and the graph of all pairs (2 CPU seconds for 5,000
//           articles); then 1 us a pair that shares little, 10 to 60 us one that shares much
//   error   probabilities are calibrated for candidate pairs of a news stream
//           (core/score/README.md); exact, no sketches
//
// A pair is judged in the company of its corpus: articles that both resemble speak for it.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "wirecopy/article.hpp"
#include "wirecopy/matrix.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

struct PairVerdict {
    Grade grade = Grade::none;
    float story = 0;          ///< P(same event)
    float derived = 0;        ///< P(from the same report), never above story
    float jaccard = 0;        ///< of word shingles
    float containment_a = 0;  ///< share of the shingles of a that b has
    float containment_b = 0;

    friend bool operator==(const PairVerdict&, const PairVerdict&) = default;
};

/// Which pairs of a corpus are compared with each other.
enum class PairSearch : std::uint8_t {
    all,     ///< every pair: exact, and for small corpora alone
    likely,  ///< those that rare terms, common neighbours and shared passages find: .98 of what
             ///< comparing all would grade (core/engine/README.md)
};

struct CompareOptions {
    // These change the verdicts.
    std::size_t ngram = 5;  ///< width of the shingles of jaccard and the containments
    /// Share of same events among the candidate pairs of the stream at hand; 0: as the model has
    /// it. More moves both probabilities up.
    double base_rate = 0;
    bool use_credit = true;  ///< false: as if no article said where it has its report from
    Tables tables = {};
    PairSearch search = PairSearch::all;
    /// Of likely pairs: days that may lie between the dates of two articles, as far as these are
    /// known. None: any.
    std::optional<unsigned> window_days = {};
    // These change only the cost.
    unsigned threads = 0;  ///< 0: as many as the machine has
    Progress progress = {};
};

/// Articles made ready to be compared with each other. Const calls are safe from any number of
/// threads. The articles need not outlive the constructor.
class Comparison {
public:
    /// Throws Error{option} when ngram is 0 or base_rate is not in [0, 1), Error{format} for tables
    /// that cannot be read.
    explicit Comparison(std::span<const Article> articles, const CompareOptions& options = {});
    ~Comparison();
    Comparison(Comparison&&) noexcept;
    Comparison& operator=(Comparison&&) noexcept;

    [[nodiscard]] std::size_t size() const noexcept;

    /// Requires: a, b < size(). An article and itself are a copy, but for one without words.
    [[nodiscard]] PairVerdict compare(std::size_t a, std::size_t b) const;

    /// Takes the verdicts of article `a` with all later ones, in order.
    using RowSink = std::function<void(std::size_t a, std::span<const PairVerdict> later)>;

    /// Every pair, rows in order and one at a time, spread over threads.
    void compare_all(const RowSink& sink) const;

    struct LikelyPair {
        std::size_t b = 0;
        PairVerdict verdict;
    };
    /// Takes the verdicts of article `a` with some later ones, in order.
    using LikelySink = std::function<void(std::size_t a, std::span<const LikelyPair> later)>;

    /// The likely pairs, rows in order and one at a time, spread over threads.
    /// Throws Error{option} unless made with PairSearch::likely.
    void compare_likely(const LikelySink& sink) const;

private:
    friend class ComparisonAccess;
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace wirecopy
