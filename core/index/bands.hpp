// Bands: pairs of articles whose signatures agree in a whole band.
//
//   in      the slots of every article, row by row
//   out     candidate pairs, each once
//   cost    a hash and a sort of 8 bytes an article and band
//   error   of a bucket of more articles than most_all_with_all each is paired with the last
//           chained_with before it alone, so that a template costs what its copies cost, not their
//           square; where groups matter, with as many of the latest of other groups
//
// Method: locality-sensitive hashing by bands, as in band_plan.hpp.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "base/kept_memory.hpp"
#include "index/band_plan.hpp"

namespace wirecopy::index {

inline constexpr std::size_t most_all_with_all = 64;
inline constexpr std::size_t chained_with = 16;

using ArticlePair = std::pair<std::uint32_t, std::uint32_t>;

/// Signatures of `width` slots each, one after the other in blocks of so many.
struct SlotRows {
    std::span<const std::uint32_t* const> blocks;
    std::size_t block_rows = 0;
    std::size_t width = 0;
    std::span<const std::uint8_t> skipped;       ///< not 0: meets nobody
    std::span<const std::uint32_t> groups = {};  ///< when given: nobody meets its own group

    [[nodiscard]] std::size_t size() const noexcept { return skipped.size(); }
    [[nodiscard]] std::span<const std::uint32_t> row(std::size_t article) const noexcept {
        return {blocks[article / block_rows] + (article % block_rows) * width, width};
    }
    [[nodiscard]] bool may_meet(const ArticlePair& pair) const noexcept {
        return groups.empty() || groups[pair.first] != groups[pair.second];
    }
};

/// The pairs that agree in band `band` and, but for hot buckets, in none before it, ascending, the
/// lower number first.
[[nodiscard]] base::Kept<ArticlePair> pairs_of_band(const SlotRows& rows, const BandPlan& plan,
                                                    std::size_t band);

}  // namespace wirecopy::index
