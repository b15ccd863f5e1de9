// Known runs: the boilerplate that earlier articles taught, looked for in one article at a time.
//
//   in      articles with the boilerplate found in them (boilerplate.hpp); then any article
//   out     of an article the words that are boilerplate, as ranges
//   cost    16 bytes a run that is known; a look-up an anchor, 3 ns most of them
//   error   what nobody repeated before is not known yet
//
// A run that stands in the boilerplate of one outlet alone is known of that outlet; one of several
// outlets, or of articles without one, of all. As where a whole corpus is looked at, boilerplate is
// a stretch of such runs that no other run parts.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "score/boilerplate.hpp"

namespace wirecopy::score {

/// Const calls are safe from any number of threads.
class KnownRuns {
public:
    struct Entry {
        std::uint32_t run = 0;     ///< hash of five words
        std::uint64_t source = 0;  ///< whose; 0: anybody's

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    KnownRuns() = default;
    /// Requires: runs ascending, each once.
    explicit KnownRuns(std::vector<Entry> entries);
    /// What `stretches`, one row an article, hold.
    [[nodiscard]] static KnownRuns learn(std::span<const RepeatingArticle> articles,
                                         std::span<const std::vector<WordStretch>> stretches);

    /// In order and apart from each other. Requires: `runs` are those of an article's Anchors.
    [[nodiscard]] std::vector<WordStretch> stretches(std::uint64_t source,
                                                     std::span<const std::uint64_t> runs) const;

    [[nodiscard]] std::span<const Entry> entries() const noexcept { return entries_; }

private:
    [[nodiscard]] bool is_known(std::uint32_t run, std::uint64_t source) const noexcept;

    std::vector<Entry> entries_;
    std::vector<std::uint64_t> filter_;  // a bit for the top bits of each run; a power of two
    unsigned filter_shift_ = 0;
};

}  // namespace wirecopy::score
