// Band candidates: the pairs of all bands together.
//
//   in      signatures, a plan of bands, pairs that are known already
//   out     every pair once, ascending
//   cost    that of index/bands.hpp a band, spread over threads

#pragma once

#include <vector>

#include "index/bands.hpp"

namespace wirecopy::engine {

[[nodiscard]] std::vector<index::ArticlePair> band_candidates(const index::SlotRows& rows,
                                                              const index::BandPlan& plan,
                                                              std::vector<index::ArticlePair> known,
                                                              unsigned threads);

}  // namespace wirecopy::engine
