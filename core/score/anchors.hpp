// Anchors: a sparse sample of the runs of words of an article, by which passages that it shares
// with another are found.
//
//   in      plain words of an article (hashes), in order
//   out     for about two of five positions the hash of the five words there, sorted
//   cost    12 ns a word, once an article; 8 bytes an anchor, 3.2 a word
//   error   none where it says: two articles with a common run of anchor_guarantee_words words
//           or more share an anchor in it, at the same place of the run
//
// Of every `anchor_window` neighbouring runs of `anchor_words` words the one with the least hash
// is kept, the last of equals: which one depends on the words of the window alone. Two anchors
// that are equal by hash but not by words (once in 4 billion) are told apart by who reads the
// words.
//
// Method: winnowing; Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document
// fingerprinting", 2003. Its robust form takes fewer anchors of a text that repeats itself, but not
// the same ones of two texts, so it would void the guarantee.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/kept_memory.hpp"

namespace wirecopy::score {

/// A word that equals none, so that it is in no anchor and no span.
inline constexpr std::uint64_t blank_word = 0;

inline constexpr std::size_t anchor_words = 5;
inline constexpr std::size_t anchor_window = 4;
/// Every common run of 8 words has a shared anchor. README.md tells what other runs would do.
inline constexpr std::size_t anchor_guarantee_words = anchor_words + anchor_window - 1;

/// What is kept of one article. A value; const calls are safe from any number of threads.
class Anchors {
public:
    Anchors() = default;
    /// Requires: fewer than 2^31 words.
    explicit Anchors(std::span<const std::uint64_t> words);
    /// Those that sorted() was of others.
    [[nodiscard]] static Anchors of_sorted(base::Kept<std::uint64_t> sorted) {
        Anchors made;
        made.sorted_ = std::move(sorted);
        return made;
    }

    /// 32 bits of hash above 32 bits of position, ascending.
    [[nodiscard]] std::span<const std::uint64_t> sorted() const noexcept { return sorted_; }

    /// Moves them to `memory`, where there is one.
    void keep_in(base::KeptMemory* memory) { base::keep_in(memory, sorted_); }

private:
    base::Kept<std::uint64_t> sorted_;
};

/// Where an anchor stands in the one article and where in the other.
struct SharedAnchor {
    std::uint32_t a;
    std::uint32_t b;
};

/// An anchor that both articles repeat more often than this is paired in order, first with first,
/// instead of each with each: so there are at most 16 pairs an anchor, whatever the texts.
inline constexpr std::size_t repeats_paired_each_with_each = 16;

/// Replaces `shared`, in no particular but always the same order. About 1 ns an anchor of either.
void find_shared_anchors(const Anchors& a, const Anchors& b, std::vector<SharedAnchor>& shared);

}  // namespace wirecopy::score
