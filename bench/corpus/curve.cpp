#include "curve.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace wirecopy::bench {

namespace {

struct Bend {
    double rank;
    double frequency;
};

// Measured on 100,000 articles of a news agency, 51 million words, and bent a little further so
// that with stories and topics the document frequencies are those measured. The word 0 is at
// rank 1.
constexpr std::array bends{
    Bend{1, 5.2e-2},     Bend{2, 2.8e-2},     Bend{5, 2.1e-2},
    Bend{10, 9.4e-3},    Bend{20, 4.8e-3},    Bend{50, 2.1e-3},
    Bend{100, 9.6e-4},   Bend{200, 6.3e-4},   Bend{500, 2.8e-4},
    Bend{1000, 1.35e-4}, Bend{2000, 5.9e-5},  Bend{3000, 3.6e-5},
    Bend{5000, 1.75e-5}, Bend{10000, 5.4e-6}, Bend{20000, 1.4e-6},
    Bend{30000, 6.2e-7}, Bend{50000, 1.9e-7}, Bend{4e9, 1.9e-7 * 5.9e-13},
};

// The integral of x^-slope; no slope is 1.
double integral(double begin, double end, double slope) {
    return (std::pow(end, 1 - slope) - std::pow(begin, 1 - slope)) / (1 - slope);
}

}  // namespace

FrequencyCurve::FrequencyCurve() {
    double total = 0;
    for (std::size_t i = 0; i + 1 < bends.size(); ++i) {
        const auto& [begin, high] = bends.at(i);
        const auto& [end, low] = bends.at(i + 1);
        const double slope = std::log(high / low) / std::log(end / begin);
        const double share = high * std::pow(begin, slope) * integral(begin, end, slope);
        pieces_.push_back({begin, end, slope, share, total});
        total += share;
    }
    for (auto& piece : pieces_) {
        piece.share /= total;
        piece.share_before /= total;
    }
}

std::uint32_t FrequencyCurve::rank_at(double share) const {
    const auto behind = std::ranges::upper_bound(pieces_, share, {}, &Piece::share_before);
    const auto& piece = *std::prev(behind);
    const double inside = std::min((share - piece.share_before) / piece.share, 1.0);
    const double power = 1 - piece.slope;
    const double low = std::pow(piece.begin, power);
    const double high = std::pow(piece.end, power);
    const double rank = std::pow(low + inside * (high - low), 1 / power);
    return static_cast<std::uint32_t>(std::clamp(rank, piece.begin, piece.end - 1)) - 1;
}

double FrequencyCurve::share_below(std::uint32_t rank) const {
    const double end = rank + 1.0;
    const auto behind = std::ranges::upper_bound(pieces_, end, {}, &Piece::begin);
    const auto& piece = *std::prev(behind);
    return piece.share_before + piece.share * integral(piece.begin, end, piece.slope) /
                                    integral(piece.begin, piece.end, piece.slope);
}

}  // namespace wirecopy::bench
