// Score tally: how many positive and negative pairs have each score. All that the figures of a
// score need to know, whatever the number of pairs.
//
//   in      scores and what is true of their pairs, in any order
//   out     the distinct scores, ascending, with both counts
//   cost    16 ns a score up to 1, amortised log n comparisons above; 16 MB from 65,536
//           scores on, and 24 bytes a distinct score above 1, twice that while they are merged
//   error   none: counts are exact, and no order of the pairs changes them

#pragma once

#include <cstdint>
#include <vector>

namespace wirecopy::evaluate {

struct ScoreCount {
    std::uint64_t millionths = 0;
    std::uint64_t positives = 0;
    std::uint64_t negatives = 0;

    friend bool operator==(const ScoreCount&, const ScoreCount&) = default;
};

class ScoreTally {
public:
    /// Requires: 0 <= score < 4e9.
    void add(float score, bool positive);

    /// Each score once, ascending; those that no pair has are left out.
    [[nodiscard]] std::vector<ScoreCount> counts() const;

private:
    void drain();

    std::vector<std::uint64_t> waiting_;  // scores, each with its class in the lowest bit
    std::vector<std::uint64_t> low_;      // two counts for every score from 0 to 1, or nothing yet
    std::vector<ScoreCount> high_;        // all others, ascending
};

}  // namespace wirecopy::evaluate
