// Term vectors: views of a tape as weighted sets of terms.
//
//   in      a tape; which of its terms count
//   out     distinct terms in ascending order, and how often each occurs
//   cost    a sort of the article's terms, about 10 us

#pragma once

#include <cstdint>
#include <vector>

#include "wirecopy/tape.hpp"

namespace wirecopy::feature {

struct TermCounts {
    std::vector<std::uint32_t> terms;   ///< ascending, distinct
    std::vector<std::uint32_t> counts;  ///< one a term, at least 1
};

/// All terms but stop words and runs, whose single names are there already.
[[nodiscard]] TermCounts content_terms(const Tape& tape);

/// The same of the lead alone.
[[nodiscard]] TermCounts lead_terms(const Tape& tape);

/// Names, numbers, dates and weekdays; runs as well, so that two of one surname differ.
[[nodiscard]] TermCounts specific_terms(const Tape& tape);

}  // namespace wirecopy::feature
