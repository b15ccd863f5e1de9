// References: what "the Journal" and "the paper" stand for.
//
//   in      the occurrences of outlets in an article, judged, in order
//   out     the same, each with its outlet; those that stand for nothing are gone
//   cost    a few ns an occurrence
//
// A short name stands for the nearest outlet before it, else the first behind it, whose name ends
// so: "the Journal" for The Wall Street Journal. A generic one stands for the nearest outlet before
// it when that is of its kind and at most three sentences away: many an agency is of the state.

#pragma once

#include <cstdint>
#include <vector>

#include "tape/clause.hpp"
#include "tape/mentions.hpp"

namespace wirecopy::tape {

struct Occurrence {
    Mention mention;
    Verdict verdict;
    std::uint32_t sentence = 0;
};

void resolve_references(std::vector<Occurrence>& occurrences);

}  // namespace wirecopy::tape
