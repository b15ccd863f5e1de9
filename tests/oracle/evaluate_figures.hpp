// The figures of an evaluation as they are defined, over all pairs of pairs and all thresholds, in
// double precision: the slow twin of evaluate/. Scores are compared as they are.

#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <span>
#include <vector>

#include "wirecopy/evaluate.hpp"

namespace wirecopy::oracle {

using Scores = std::vector<LabelledScore>;

/// 0 / 0 is NaN here: where the figures have nothing.
inline double divided(double part, double whole) {
    return whole == 0 ? std::numeric_limits<double>::quiet_NaN() : part / whole;
}

struct AtThreshold {
    double found_positives = 0;
    double found = 0;
    double positives = 0;

    [[nodiscard]] double precision() const { return divided(found_positives, found); }
    [[nodiscard]] double recall() const { return divided(found_positives, positives); }
    [[nodiscard]] double f1() const { return divided(2 * found_positives, found + positives); }
};

inline AtThreshold at_threshold(const Scores& scores, float threshold) {
    AtThreshold result;
    for (const auto& [score, positive] : scores) {
        const bool found = score >= threshold;
        result.found_positives += found && positive ? 1 : 0;
        result.found += found ? 1 : 0;
        result.positives += positive ? 1 : 0;
    }
    return result;
}

inline std::set<float, std::greater<>> thresholds(const Scores& scores) {
    std::set<float, std::greater<>> result;
    for (const auto& score : scores) {
        result.insert(score.score);
    }
    return result;
}

/// The sum over thresholds, from the highest, of the gain in recall times the precision.
inline double average_precision(const Scores& scores) {
    double sum = 0;
    double recall_before = 0;
    for (const auto threshold : thresholds(scores)) {
        const auto here = at_threshold(scores, threshold);
        sum += (here.recall() - recall_before) * here.precision();
        recall_before = here.recall();
    }
    return sum;
}

inline double best_f1(const Scores& scores) {
    double best = 0;
    for (const auto threshold : thresholds(scores)) {
        best = std::max(best, at_threshold(scores, threshold).f1());
    }
    return best;
}

inline double roc_auc(const Scores& scores) {
    double wins = 0;
    double pairs = 0;
    for (const auto& positive : scores) {
        for (const auto& negative : scores) {
            if (positive.positive && !negative.positive) {
                ++pairs;
                wins += positive.score > negative.score    ? 1
                        : positive.score == negative.score ? 0.5
                                                           : 0;
            }
        }
    }
    return divided(wins, pairs);
}

inline double brier_score(const Scores& scores) {
    double sum = 0;
    for (const auto& [score, positive] : scores) {
        const double off = static_cast<double>(score) - (positive ? 1 : 0);
        sum += off * off;
    }
    return divided(sum, static_cast<double>(scores.size()));
}

/// Two clusterings, article by article and pair by pair.
class Clusterings {
public:
    Clusterings(std::span<const std::uint32_t> labelled, std::span<const std::uint32_t> predicted)
        : labelled_(labelled), predicted_(predicted) {
        for (std::size_t i = 0; i < size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const bool in_label = labelled_[i] == labelled_[j];
                const bool in_prediction = predicted_[i] == predicted_[j];
                ++pairs_;
                labelled_pairs_ += in_label ? 1 : 0;
                predicted_pairs_ += in_prediction ? 1 : 0;
                shared_pairs_ += in_label && in_prediction ? 1 : 0;
            }
        }
    }

    /// (index - expected) / (maximum - expected); 1 where that is 0 / 0.
    [[nodiscard]] double adjusted_rand() const {
        const double expected = pairs_ == 0 ? 0 : labelled_pairs_ * predicted_pairs_ / pairs_;
        const double most = (labelled_pairs_ + predicted_pairs_) / 2;
        return most == expected ? 1 : (shared_pairs_ - expected) / (most - expected);
    }
    [[nodiscard]] double pair_precision() const { return divided(shared_pairs_, predicted_pairs_); }
    [[nodiscard]] double pair_recall() const { return divided(shared_pairs_, labelled_pairs_); }
    [[nodiscard]] double b_cubed_precision() const { return b_cubed(predicted_); }
    [[nodiscard]] double b_cubed_recall() const { return b_cubed(labelled_); }

private:
    [[nodiscard]] std::size_t size() const { return labelled_.size(); }

    // Of the articles in the cluster of each, the share that shares its other cluster too.
    [[nodiscard]] double b_cubed(std::span<const std::uint32_t> clusters) const {
        double sum = 0;
        for (std::size_t i = 0; i < size(); ++i) {
            double mates = 0;
            double shared = 0;
            for (std::size_t j = 0; j < size(); ++j) {
                mates += clusters[i] == clusters[j] ? 1 : 0;
                shared += labelled_[i] == labelled_[j] && predicted_[i] == predicted_[j] ? 1 : 0;
            }
            sum += shared / mates;
        }
        return divided(sum, static_cast<double>(size()));
    }

    std::span<const std::uint32_t> labelled_;
    std::span<const std::uint32_t> predicted_;
    double pairs_ = 0;
    double labelled_pairs_ = 0;
    double predicted_pairs_ = 0;
    double shared_pairs_ = 0;
};

}  // namespace wirecopy::oracle
