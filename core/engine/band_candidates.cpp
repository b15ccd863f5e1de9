#include "engine/band_candidates.hpp"

#include <algorithm>
#include <utility>

#include "base/parallel.hpp"

namespace wirecopy::engine {

using index::ArticlePair;

std::vector<ArticlePair> band_candidates(const index::SlotRows& rows, const index::BandPlan& plan,
                                         std::vector<ArticlePair> known, unsigned threads) {
    std::vector<std::vector<ArticlePair>> found(plan.bands);
    base::for_ranges(plan.bands, 1, threads, [&](std::size_t begin, std::size_t end) {
        for (auto band = begin; band < end; ++band) {
            found[band] = index::pairs_of_band(rows, plan, band);
        }
    });
    for (auto& of_band : found) {
        known.insert(known.end(), of_band.begin(), of_band.end());
        std::vector<ArticlePair>().swap(of_band);
    }
    std::ranges::sort(known);
    known.erase(std::unique(known.begin(), known.end()), known.end());
    return known;
}

}  // namespace wirecopy::engine
