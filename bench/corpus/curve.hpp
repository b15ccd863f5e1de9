// Curve: how frequent the word of a rank is, as in a news agency's English.
//
//   in      a number in [0, 1)
//   out     a rank, 0 the most frequent word; without an end, so that new words never stop coming
//   cost    a search among eighteen bends and one power
//   error   between the bends a power law: within a tenth of the measured curve
//
// Method: Zipf-Mandelbrot (Mandelbrot, "An informational theory of the statistical structure of
// language", 1953), bent where the measured curve is: text has no single exponent.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::bench {

/// Uniform in [0, 1).
[[nodiscard]] inline double uniform(base::Random& random) {
    constexpr double two_to_minus_53 = 1.0 / 9007199254740992.0;
    return static_cast<double>(random.next() >> 11U) * two_to_minus_53;
}

/// True in `share` of the cases.
[[nodiscard]] inline bool chance(base::Random& random, double share) {
    return uniform(random) < share;
}

class FrequencyCurve {
public:
    FrequencyCurve();

    /// The rank at a share of all words: rank_at(uniform) draws one.
    [[nodiscard]] std::uint32_t rank_at(double share) const;

    /// The share of all words whose rank is below `rank`.
    [[nodiscard]] double share_below(std::uint32_t rank) const;

private:
    struct Piece {
        double begin = 0;         // first rank, from 1
        double end = 0;           // behind the last one
        double slope = 0;         // frequency falls with rank to this power
        double share = 0;         // of all words, in this piece
        double share_before = 0;  // in the pieces before
    };

    std::vector<Piece> pieces_;
};

}  // namespace wirecopy::bench
