#include "evaluate/pair_figures.hpp"

#include <cmath>
#include <string>

#include "evaluate/ratio.hpp"
#include "evaluate/reliability.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace evaluate {

namespace {

using Counts = std::span<const ScoreCount>;

constexpr std::uint64_t million = 1'000'000;

ThresholdFigures figures_at(std::uint64_t threshold, std::uint64_t found_positives,
                            std::uint64_t found_negatives, std::uint64_t positives) {
    const auto found = found_positives + found_negatives;
    return {.threshold = static_cast<float>(static_cast<double>(threshold) / 1e6),
            .true_positives = found_positives,
            .false_positives = found_negatives,
            .false_negatives = positives - found_positives,
            .precision = ratio(found_positives, found),
            .recall = ratio(found_positives, positives),
            .f1 = ratio(2 * Wide{found_positives}, Wide{found} + positives)};
}

ThresholdFigures at_threshold(Counts counts, float threshold, std::uint64_t positives) {
    const auto least = millionths(threshold);
    std::uint64_t found_positives = 0;
    std::uint64_t found_negatives = 0;
    for (const auto& count : counts) {
        if (count.millionths >= least) {
            found_positives += count.positives;
            found_negatives += count.negatives;
        }
    }
    return figures_at(least, found_positives, found_negatives, positives);
}

// From the highest score down: the steps of recall times the precision after each, and the
// threshold where 2 tp / (tp + fp + positives) is highest.
void walk_down(Counts counts, PairFigures& figures) {
    std::uint64_t found_positives = 0;
    std::uint64_t found_negatives = 0;
    double sum = 0;
    ThresholdFigures best;
    Wide best_found = 1;  // tp + fp + positives at the best threshold
    for (auto count = counts.rbegin(); count != counts.rend(); ++count) {
        found_positives += count->positives;
        found_negatives += count->negatives;
        const auto found = found_positives + found_negatives;
        sum += static_cast<double>(count->positives) *
               (static_cast<double>(found_positives) / static_cast<double>(found));
        const auto whole = Wide{found} + figures.positives;
        if (Wide{found_positives} * best_found > Wide{best.true_positives} * whole) {
            best =
                figures_at(count->millionths, found_positives, found_negatives, figures.positives);
            best_found = whole;
        }
    }
    figures.average_precision = sum / static_cast<double>(figures.positives);
    figures.best = best;
}

// The share of pairs of a positive and a negative in which the positive stands higher.
std::optional<double> roc_auc(Counts counts, std::uint64_t positives, std::uint64_t negatives) {
    std::uint64_t negatives_below = 0;
    Wide half_wins = 0;
    for (const auto& count : counts) {
        half_wins += Wide{count.positives} * (2 * negatives_below + count.negatives);
        negatives_below += count.negatives;
    }
    return ratio(half_wins, 2 * Wide{positives} * negatives);
}

std::optional<double> brier_score(Counts counts, std::uint64_t pairs) {
    Wide squares = 0;  // of millionths
    for (const auto& count : counts) {
        const auto missing = million - count.millionths;
        squares += Wide{missing * missing} * count.positives +
                   Wide{count.millionths * count.millionths} * count.negatives;
    }
    return ratio(squares, Wide{million * million} * pairs);
}

// What saying the base rate of every pair would score: rate (1 - rate).
std::optional<double> brier_skill(std::optional<double> score, std::uint64_t positives,
                                  std::uint64_t negatives) {
    const Wide pairs = Wide{positives} + negatives;
    const auto reference = ratio(Wide{positives} * negatives, pairs * pairs);
    if (!score || !reference || *reference == 0) {
        return std::nullopt;
    }
    return 1 - *score / *reference;
}

}  // namespace

PairFigures pair_figures(Counts counts, const EvaluationOptions& options) {
    check_options(options);
    PairFigures figures;
    for (const auto& count : counts) {
        figures.positives += count.positives;
        figures.negatives += count.negatives;
    }
    if (figures.positives > 0) {
        walk_down(counts, figures);
    }
    if (options.threshold) {
        figures.at_threshold = at_threshold(counts, *options.threshold, figures.positives);
    }
    figures.roc_auc = roc_auc(counts, figures.positives, figures.negatives);
    if (!counts.empty() && counts.back().millionths <= million) {
        figures.brier_score = brier_score(counts, figures.positives + figures.negatives);
        figures.brier_skill =
            brier_skill(figures.brier_score, figures.positives, figures.negatives);
        figures.reliability = reliability(counts, options.floor, options.bins);
    }
    return figures;
}

void check_options(const EvaluationOptions& options) {
    if (options.bins == 0) {
        throw Error(ErrorKind::option, "evaluate: bins must be at least 1");
    }
    if (options.threshold && !(std::isfinite(*options.threshold) && *options.threshold >= 0)) {
        throw Error(ErrorKind::option, "evaluate: the threshold must be a number of at least 0");
    }
    if (!(std::isfinite(options.floor) && options.floor >= 0)) {
        throw Error(ErrorKind::option, "evaluate: the floor must be a number of at least 0");
    }
}

}  // namespace evaluate

PairFigures evaluate_scores(std::span<const LabelledScore> scores,
                            const EvaluationOptions& options) {
    evaluate::check_options(options);
    evaluate::ScoreTally tally;
    for (const auto& [score, positive] : scores) {
        tally.add(score, positive);
    }
    return evaluate::pair_figures(tally.counts(), options);
}

}  // namespace wirecopy
