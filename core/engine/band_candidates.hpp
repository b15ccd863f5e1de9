// Band candidates: the pairs of all bands together.
//
//   in      signatures, a plan of bands, pairs that are known already
//   out     every pair once, ascending
//   cost    that of index/bands.hpp a band, spread over threads

#pragma once

#include <vector>

#include "base/kept_memory.hpp"
#include "index/bands.hpp"

namespace wirecopy::engine {

/// They lie in `memory`, or on the heap where there is none.
[[nodiscard]] base::Kept<index::ArticlePair> band_candidates(const index::SlotRows& rows,
                                                             const index::BandPlan& plan,
                                                             std::vector<index::ArticlePair> known,
                                                             unsigned threads,
                                                             base::KeptMemory* memory = nullptr);

}  // namespace wirecopy::engine
