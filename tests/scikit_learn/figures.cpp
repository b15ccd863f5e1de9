// The figures of many evaluations, for comparison with those of scikit-learn.
//
//   figures <problems >figures
//
// stdin, in the machine's order: for each problem its kind, a 64-bit number, and its size n.
//   kind 0  n float scores, n bytes that say whether they are positive; the threshold, a float; the
//           floor, a double; the number of bins, 64 bits
//   kind 1  n labelled and n predicted clusters, 32 bits each
// stdout: doubles, NaN for what is not there; before a list of bins their number.

#include <cstdint>
#include <iostream>
#include <limits>
#include <optional>
#include <stdexcept>
#include <vector>

#include "wirecopy/evaluate.hpp"

namespace {

template <typename Value>
Value read_one() {
    Value value{};
    if (!std::cin.read(reinterpret_cast<char*>(&value), sizeof value)) {
        throw std::runtime_error("the input ends early");
    }
    return value;
}

template <typename Value>
std::vector<Value> read_many(std::uint64_t count) {
    std::vector<Value> values(count);
    for (auto& value : values) {
        value = read_one<Value>();
    }
    return values;
}

void write(std::optional<double> figure) {
    const double value = figure.value_or(std::numeric_limits<double>::quiet_NaN());
    std::cout.write(reinterpret_cast<const char*>(&value), sizeof value);
}

void write(const std::optional<wirecopy::ThresholdFigures>& figures) {
    const auto made = figures.value_or(wirecopy::ThresholdFigures{});
    write(made.precision);
    write(made.recall);
    write(made.f1);
}

void write(const std::vector<wirecopy::ReliabilityBin>& bins) {
    write(static_cast<double>(bins.size()));
    for (const auto& bin : bins) {
        write(bin.positive_share);
        write(bin.mean_score);
    }
}

void evaluate_pairs(std::uint64_t count) {
    const auto scores = read_many<float>(count);
    const auto positive = read_many<std::uint8_t>(count);
    wirecopy::EvaluationOptions options;
    options.threshold = read_one<float>();
    options.floor = read_one<double>();
    options.bins = read_one<std::uint64_t>();
    std::vector<wirecopy::LabelledScore> labelled;
    for (std::uint64_t i = 0; i < count; ++i) {
        labelled.push_back({scores[i], positive[i] != 0});
    }
    const auto figures = wirecopy::evaluate_scores(labelled, options);
    write(figures.average_precision);
    write(figures.roc_auc);
    write(figures.at_threshold);
    write(figures.best);
    write(figures.brier_score);
    write(figures.brier_skill);
    const auto& found = figures.reliability;
    write(found ? found->width_calibration_error : std::nullopt);
    write(found ? found->mass_calibration_error : std::nullopt);
    write(found ? found->equal_width : std::vector<wirecopy::ReliabilityBin>{});
    write(found ? found->equal_mass : std::vector<wirecopy::ReliabilityBin>{});
}

void evaluate_clusters(std::uint64_t count) {
    const auto labelled = read_many<std::uint32_t>(count);
    const auto predicted = read_many<std::uint32_t>(count);
    const auto figures = wirecopy::evaluate_clusters(labelled, predicted);
    write(figures.adjusted_rand);
    for (const auto& kind : {figures.b_cubed, figures.pairwise}) {
        write(kind.precision);
        write(kind.recall);
        write(kind.f1);
    }
}

}  // namespace

int main() {
    while (std::cin.peek() != std::char_traits<char>::eof()) {
        const auto kind = read_one<std::uint64_t>();
        const auto count = read_one<std::uint64_t>();
        if (kind == 0) {
            evaluate_pairs(count);
        } else {
            evaluate_clusters(count);
        }
    }
    return std::cout.flush() ? 0 : 1;
}
