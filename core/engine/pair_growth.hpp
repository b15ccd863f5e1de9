// Pair growth: how many pairs a corpus has, from those in a sample of its blocks.
//
//   in      how many articles each block has, and in which blocks the two of each pair stand
//   out     pairs an article of a corpus of any size, with two standard errors
//   cost    the square of the number of blocks, once more for every block left out
//   error   a corpus of which all blocks are there has exactly its pairs, and no error
//
// Pairs inside a block are as many an article whatever the size of the corpus, pairs between blocks
// as many a pair of articles. Where no pair between blocks was seen, three might have been
// expected (the rule of three), and the upper bound says so.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "wirecopy/plan.hpp"

namespace wirecopy::engine {

class PairGrowth {
public:
    PairGrowth(std::span<const std::uint64_t> block_articles,
               std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs);

    /// `is_whole`: the blocks are all there are of a corpus of that size.
    [[nodiscard]] Expected pairs_an_article(std::uint64_t articles, bool is_whole) const;

private:
    // Without the block `left_out`; with all when there is none of that number.
    [[nodiscard]] double without(std::size_t left_out, double articles) const;

    std::size_t blocks_;
    std::vector<double> articles_;  // of each block
    std::vector<double> pairs_;     // of two blocks, both ways round
};

}  // namespace wirecopy::engine
