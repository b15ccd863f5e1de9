// Evaluation: a score against labelled pairs, a clustering against labelled clusters.
//
//   in      labels (read.hpp) and the articles they name; a measure, or a second clustering
//   out     figures: precision, recall, F1, average precision, ROC AUC, Brier score, reliability;
//           adjusted Rand index, B-cubed
//   cost    the scoring, then n log n of pairs or articles; 16 MB, 4 bytes a listed pair, and where
//           clusters stand for all pairs a block of 32 MB of scores; of measures in nats 24 to 60
//           bytes a distinct score
//   error   no figure is NaN: one that would divide by 0 is not there (std::nullopt). So there is
//           no recall and no average precision without positives, no precision where nothing is
//           found, no AUC and no Brier skill of one class, and no figure of nothing
//
// Scores are compared as whole millionths, sums of them are exact: the same figures on every
// machine, for any order of the pairs and any number of threads.
//
// Methods: Hubert, Arabie, "Comparing partitions", 1985 (adjusted Rand index); Bagga, Baldwin,
// "Algorithms for scoring coreference chains", 1998 (B-cubed); Brier, "Verification of forecasts
// expressed in terms of probability", 1950; Naeini, Cooper, Hauskrecht, "Obtaining well calibrated
// probabilities using Bayesian binning", 2015 (expected calibration error).

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

// Labels find their articles.

/// Two articles by their places in a corpus.
struct LabelledPair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t label = 0;  ///< its place in LabelledPairs::labels
    bool positive = false;
};

/// What labels say of a corpus: pairs one by one, or clusters, which stand for all pairs of the
/// articles in them: positive in one cluster, else negative.
struct LabelledPairs {
    std::vector<std::string> labels;  ///< as they were read; of clusters "same" and "other"
    std::vector<LabelledPair> listed;
    std::vector<std::uint32_t> articles;  ///< that are in a cluster, ascending
    std::vector<std::uint32_t> clusters;  ///< of each of `articles`, numbered from 0

    [[nodiscard]] std::uint64_t size() const noexcept {
        const std::uint64_t count = articles.size();
        return listed.size() + (count < 2 ? 0 : count * (count - 1) / 2);
    }
};

/// Which labels of pairs mean what. Without any, capitals aside: positive are 1, 1.0, true, t, yes,
/// y, ok, positive, pos, same; negative 0, 0.0, false, f, no, n, bad, negative, neg, different.
struct LabelClasses {
    std::vector<std::string> positive;
    std::vector<std::string> negative;  ///< empty: all others, when some are named positive
};

struct MatchedLabels {
    LabelledPairs pairs;
    std::vector<Rejected> rejected;  ///< labels that could not be used, in order
    std::uint64_t other_class = 0;   ///< neither named positive nor negative
};

/// Finds the articles of labels. Rejected are labels of unknown articles, of an article with
/// itself, repeated ones but for the first, and all that contradict each other: a pair that is
/// positive and negative, an article in two clusters.
/// Throws Error{input} for a label that is in no class, or is named in `classes` and does not
/// occur, listing those that do; Error{option} for one that is named in both, and for classes of
/// clusters.
[[nodiscard]] MatchedLabels match_labels(const Labels& labels, const LabelClasses& classes,
                                         std::span<const Article> articles);

// A score against labelled pairs.

/// Takes the score of a pair. Of listed pairs `a` and `b` stand as listed, of clusters a < b.
using ScoreSink = std::function<void(const LabelledPair& pair, float score)>;

/// Scores labelled pairs by the measure of `options`; term weights come from all `articles`. Calls
/// `sink` in the order of the pairs, by clusters row by row, on the calling thread. A measure that
/// has a direction is that of a in b for listed pairs; by clusters the larger of both.
/// Stages: preparing, of articles, and scoring, of pairs; of story and derived those of a
/// Comparison, and scoring where pairs are listed. Throws Error{option} when ngram is 0, a place is
/// beyond `articles`, or those in clusters do not ascend.
void score_labelled_pairs(std::span<const Article> articles, const LabelledPairs& pairs,
                          const SimilarityOptions& options, const ScoreSink& sink);

/// What follows when every pair with a score of at least `threshold` is taken for positive.
struct ThresholdFigures {
    float threshold = 0;
    std::uint64_t true_positives = 0;
    std::uint64_t false_positives = 0;
    std::uint64_t false_negatives = 0;
    std::optional<double> precision;
    std::optional<double> recall;
    std::optional<double> f1;  ///< 2 tp / (2 tp + fp + fn)
};

/// Pairs of like score.
struct ReliabilityBin {
    double from = 0;  ///< of equal width: the bin's bounds, the lower one outside it but for 0
    double to = 0;    ///< of equal mass: the lowest and highest score in it
    std::uint64_t pairs = 0;
    std::uint64_t positives = 0;
    double mean_score = 0;
    double positive_share = 0;
};

/// How far scores can be read as probabilities. Pairs below the floor are counted apart: they are
/// nearly all of a corpus, and what is right about them drowns the rest.
struct Reliability {
    double floor = 0;
    ReliabilityBin below;                     ///< the pairs below the floor
    std::vector<ReliabilityBin> equal_width;  ///< of 0 to 1; empty bins are left out
    std::vector<ReliabilityBin> equal_mass;   ///< cut at quantiles, never between equal scores
    /// Mean distance of mean score and share of positives in the bins, each pair counting alike.
    std::optional<double> width_calibration_error;
    std::optional<double> mass_calibration_error;
};

struct PairFigures {
    std::uint64_t positives = 0;
    std::uint64_t negatives = 0;
    std::optional<double> average_precision;  ///< by steps; pairs of one score enter together
    std::optional<double> roc_auc;            ///< a tie of a positive with a negative counts half
    std::optional<ThresholdFigures> best;     ///< highest F1; of equal ones the highest threshold
    std::optional<ThresholdFigures> at_threshold;  ///< where a threshold was given
    // Of scores from 0 to 1, taken as probabilities:
    std::optional<double> brier_score;
    std::optional<double> brier_skill;  ///< 1: perfect; 0: no better than saying the base rate
    std::optional<Reliability> reliability;
};

struct EvaluationOptions {
    std::optional<float> threshold = {};
    double floor = 0.02;  ///< by blend 75 % of the pairs of `fnc1_dev` have less: 12 in a million
                          ///< of them are positive
    std::size_t bins = 10;
    std::size_t limit_errors = 0;  ///< the most false positives, and false negatives, to name
};

struct LabelledScore {
    float score = 0;
    bool positive = false;
};

/// The figures of scores in any order. Brier score and reliability are there when no score is
/// above 1. Throws Error{option} when bins is 0 or a number is not finite or below 0.
/// Requires: scores from 0 to 4e9.
[[nodiscard]] PairFigures evaluate_scores(std::span<const LabelledScore> scores,
                                          const EvaluationOptions& options);

/// A pair on the wrong side of the threshold.
struct LabelledError {
    std::string id_a;
    std::string id_b;
    std::string label;
    float score = 0;
};

/// Everything about a measure on labelled articles.
struct PairEvaluation {
    MeasureInfo measure;
    std::uint64_t articles = 0;  ///< in the labelled pairs
    std::uint64_t clusters = 0;  ///< 0 when pairs were listed
    PairFigures figures;
    std::size_t limit_errors = 0;  ///< as it was asked for
    float error_threshold = 0;     ///< that of the errors: the one given, else the best
    std::vector<LabelledError> false_positives;  ///< highest first; ties in the order of the pairs
    std::vector<LabelledError> false_negatives;  ///< lowest first
};

/// Scores and evaluates. Throws as score_labelled_pairs and evaluate_scores do.
[[nodiscard]] PairEvaluation evaluate_measure(std::span<const Article> articles,
                                              const LabelledPairs& pairs,
                                              const SimilarityOptions& similarity,
                                              const EvaluationOptions& options);

// A clustering against labelled clusters.

struct PrecisionRecall {
    std::optional<double> precision;
    std::optional<double> recall;
    std::optional<double> f1;  ///< harmonic mean; of pairs 2 tp / (2 tp + fp + fn)
};

struct ClusterEvaluation {
    std::uint64_t articles = 0;
    std::uint64_t labelled_clusters = 0;
    std::uint64_t predicted_clusters = 0;
    std::optional<double> adjusted_rand;  ///< 1 for equal clusterings, whatever they are
    PrecisionRecall b_cubed;              ///< of an article's cluster, the mean over articles
    PrecisionRecall pairwise;             ///< of pairs in one cluster
};

/// Two clusterings of the same articles; the numbers of clusters mean nothing.
/// Requires: labelled.size() == predicted.size() < 2^32.
[[nodiscard]] ClusterEvaluation evaluate_clusters(std::span<const std::uint32_t> labelled,
                                                  std::span<const std::uint32_t> predicted);

/// Two clusterings by the ids of their articles.
struct MatchedClusters {
    std::vector<std::uint32_t> labelled;   ///< one an article
    std::vector<std::uint32_t> predicted;  ///< the same articles
    std::vector<Rejected> rejected;        ///< what either file says that cannot be used
    std::vector<Rejected>
        alone;  ///< labelled articles in no predicted cluster: each one of its own
    std::uint64_t unlabelled = 0;  ///< predicted articles without a label, which are not judged
};

/// Matches by id. Rejected are repeated ids but for the first, and every row of an id that stands
/// in two clusters. Throws Error{input} when either has pairs instead of clusters.
[[nodiscard]] MatchedClusters match_clusters(const Labels& labelled, const Labels& predicted);

}  // namespace wirecopy
