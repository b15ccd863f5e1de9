#include "engine/band_candidates.hpp"

#include <algorithm>
#include <utility>

#include "base/parallel.hpp"

namespace wirecopy::engine {

using index::ArticlePair;

base::Kept<ArticlePair> band_candidates(const index::SlotRows& rows, const index::BandPlan& plan,
                                        std::vector<ArticlePair> known, unsigned threads,
                                        base::KeptMemory* memory) {
    std::vector<base::Kept<ArticlePair>> found(plan.bands);
    base::for_ranges(plan.bands, 1, threads, [&](std::size_t begin, std::size_t end) {
        for (auto band = begin; band < end; ++band) {
            found[band] = index::pairs_of_band(rows, plan, band);
            base::keep_in(memory, found[band]);
        }
    });
    auto count = known.size();
    for (const auto& of_band : found) {
        count += of_band.size();
    }
    base::Kept<ArticlePair> pairs(memory);
    pairs.reserve(count);
    pairs.assign(known.begin(), known.end());
    std::vector<ArticlePair>().swap(known);
    for (auto& of_band : found) {
        pairs.insert(pairs.end(), of_band.begin(), of_band.end());
        base::Kept<ArticlePair>().swap(of_band);
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

}  // namespace wirecopy::engine
