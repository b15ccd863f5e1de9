// Held set: what one set of features has in common with others, one after the other.
//
//   in      the features of one article, then of others; in any order, repeats included
//   out     how many different ones each has, and how many of these the one has too
//   cost    5 ns a feature, a sixth of sorting both sets; 24 bytes a feature of the longest
//   error   none
//
// The held ones and those of the other that were seen lie in a table each, by their lowest bits;
// what is in the second from an earlier round counts as free.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wirecopy::feature {

/// One a thread; keeps its buffers.
class HeldSet {
public:
    /// From now on these are compared with. Requires: hashes, of this and of compare().
    void hold(std::span<const std::uint64_t> features);

    /// How many different ones are held.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    struct Counts {
        std::size_t size = 0;    ///< different ones of the other
        std::size_t shared = 0;  ///< of these held
    };
    [[nodiscard]] Counts compare(std::span<const std::uint64_t> features);

private:
    struct Slot {
        std::uint64_t feature = 0;
        std::uint32_t round = 0;  // of another than the table's: free
    };
    struct Table {
        std::vector<Slot> slots;  // open addressing, a power of two, at most half full
        std::uint32_t round = 0;

        void begin(std::size_t features);
        /// Whether it was not there.
        bool insert(std::uint64_t feature);
        [[nodiscard]] bool holds(std::uint64_t feature) const;
    };
    Table held_;
    Table seen_;
    std::size_t size_ = 0;
};

}  // namespace wirecopy::feature
