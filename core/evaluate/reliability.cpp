#include "evaluate/reliability.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include "evaluate/ratio.hpp"

namespace wirecopy::evaluate {

namespace {

using Counts = std::span<const ScoreCount>;

constexpr std::uint64_t million = 1'000'000;

double as_score(std::uint64_t value) {
    return static_cast<double>(value) / 1e6;
}

// Gathers pairs of one bin.
class BinSum {
public:
    void add(const ScoreCount& count) {
        const auto pairs = count.positives + count.negatives;
        lowest_ = pairs_ == 0 ? count.millionths : lowest_;
        highest_ = count.millionths;
        pairs_ += pairs;
        positives_ += count.positives;
        scores_ += Wide{count.millionths} * pairs;
    }

    [[nodiscard]] std::uint64_t pairs() const noexcept { return pairs_; }

    /// From the lowest to the highest score.
    [[nodiscard]] ReliabilityBin bin() const {
        return {.from = as_score(lowest_),
                .to = as_score(highest_),
                .pairs = pairs_,
                .positives = positives_,
                .mean_score = ratio(scores_, Wide{pairs_} * million).value_or(0),
                .positive_share = ratio(positives_, pairs_).value_or(0)};
    }

    /// From one bound to another.
    [[nodiscard]] ReliabilityBin bin(double from, double to) const {
        auto made = bin();
        made.from = from;
        made.to = to;
        return made;
    }

private:
    std::uint64_t lowest_ = 0;
    std::uint64_t highest_ = 0;
    std::uint64_t pairs_ = 0;
    std::uint64_t positives_ = 0;
    Wide scores_ = 0;
};

// Bin k holds the scores above k / bins up to (k + 1) / bins; the first one 0 too.
std::vector<ReliabilityBin> equal_width(Counts counts, std::size_t bins) {
    std::vector<ReliabilityBin> made;
    const auto edge = [&](std::size_t k) {
        return static_cast<double>(k) / static_cast<double>(bins);
    };
    for (std::size_t at = 0; at < counts.size();) {
        const auto value = counts[at].millionths;
        const auto k =
            value == 0 ? 0 : static_cast<std::size_t>((Wide{value} * bins - 1) / million);
        BinSum sum;
        for (; at < counts.size() && Wide{counts[at].millionths} * bins <= Wide{k + 1} * million;
             ++at) {
            sum.add(counts[at]);
        }
        made.push_back(sum.bin(edge(k), edge(k + 1)));
    }
    return made;
}

// The quantile k / bins of n pairs lies between the pairs in places floor(k (n - 1) / bins) and the
// next one, counted from 0: scores up to that of the former belong below it.
std::vector<ReliabilityBin> equal_mass(Counts counts, std::uint64_t pairs, std::size_t bins) {
    std::vector<ReliabilityBin> made;
    BinSum sum;
    std::uint64_t passed = 0;  // pairs up to here
    std::size_t k = 1;         // the quantile that ends the bin
    for (const auto& count : counts) {
        const auto begin = passed;
        passed += count.positives + count.negatives;
        // A quantile that lies before these pairs: the bin ended with the pairs before them.
        if (k < bins && Wide{k} * (pairs - 1) / bins < begin && sum.pairs() > 0) {
            made.push_back(sum.bin());
            sum = {};
        }
        while (k < bins && Wide{k} * (pairs - 1) / bins < begin) {
            ++k;
        }
        sum.add(count);
    }
    if (sum.pairs() > 0) {
        made.push_back(sum.bin());
    }
    return made;
}

std::optional<double> calibration_error(const std::vector<ReliabilityBin>& bins,
                                        std::uint64_t pairs) {
    if (pairs == 0) {
        return std::nullopt;
    }
    double sum = 0;
    for (const auto& bin : bins) {
        sum += static_cast<double>(bin.pairs) * std::abs(bin.mean_score - bin.positive_share);
    }
    return sum / static_cast<double>(pairs);
}

}  // namespace

Reliability reliability(Counts counts, double floor, std::size_t bins) {
    BinSum below;
    std::uint64_t pairs = 0;
    std::size_t first = 0;
    for (const auto& count : counts) {
        if (as_score(count.millionths) < floor) {
            below.add(count);
            ++first;
        } else {
            pairs += count.positives + count.negatives;
        }
    }
    const auto above = counts.subspan(first);
    Reliability made{.floor = floor,
                     .below = below.bin(),
                     .equal_width = equal_width(above, bins),
                     .equal_mass = equal_mass(above, pairs, bins),
                     .width_calibration_error = {},
                     .mass_calibration_error = {}};
    made.width_calibration_error = calibration_error(made.equal_width, pairs);
    made.mass_calibration_error = calibration_error(made.equal_mass, pairs);
    return made;
}

}  // namespace wirecopy::evaluate
