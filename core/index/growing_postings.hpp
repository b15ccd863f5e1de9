// Growing postings: for every key the articles that have it, where articles come one by one and
// leave again.
//
//   in      the keys of an article, which is numbered higher than all before it
//   out     of an article's keys the earlier ones that share most with it
//   cost    8 to 16 bytes a posting and 16 to 32 a key; a query walks the postings of its keys that
//           lie in its range: 1 to 2 ns each
//   error   none: keys that are equal are taken for the same
//
// The same answers as `Postings` gives, which is made of all articles at once. A list lies in one
// piece and moves to a piece of twice the size when it is full.
//
// Method: an inverted index, scores added up term at a time (Zobel, Moffat, "Inverted files for
// text search engines", 2006).

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "index/postings.hpp"

namespace wirecopy::index {

class GrowingPostings {
public:
    /// Requires: above every number that was added; each key once.
    void add(std::uint32_t article, std::span<const Key> keys);

    /// The articles from `range.first` on that share keys, with a score of at least `least`, in no
    /// particular but always the same order. Valid until the next call.
    [[nodiscard]] std::span<const Found> matching(std::span<const Key> keys,
                                                  const Query::Range& range, float least);

    /// Of these the `limit` with the highest scores, highest first, ties by article, and only such
    /// as `accept` takes.
    template <typename Accept>
    [[nodiscard]] std::span<const Found> best_matching(std::span<const Key> keys,
                                                       const Query::Range& range, std::size_t limit,
                                                       const Accept& accept) {
        static_cast<void>(matching(keys, range, 0));
        const auto is_refused = [&](const Found& found) { return !accept(found.article); };
        const auto best = best_found(limit);
        // Mostly all are accepted, and there are many more than the best.
        if (std::ranges::none_of(best, is_refused)) {
            return best;
        }
        std::erase_if(found_, is_refused);
        return best_found(limit);
    }

    [[nodiscard]] std::size_t posting_count() const noexcept { return posting_count_; }

    /// All postings of articles that `stays` does not take are gone.
    void keep_only(const std::function<bool(std::uint32_t)>& stays);

    struct Posting {
        std::uint32_t article;
        float weight;
    };
    /// The same postings as a value: keys, how many postings each has, and these, key by key.
    struct Lists {
        std::uint64_t slots = 0;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::vector<std::uint32_t> keys;
        std::vector<std::uint32_t> sizes;
        std::vector<Posting> postings;
    };
    [[nodiscard]] Lists lists() const;
    GrowingPostings() = default;
    /// Throws Error{format} for what `lists` cannot have given.
    explicit GrowingPostings(const Lists& lists);

private:
    struct List {
        std::uint32_t key = 0;
        std::uint32_t size = 0;  // 0: a free slot
        std::uint64_t begin = 0;
    };
    static constexpr std::size_t size_classes = 33;

    [[nodiscard]] std::size_t slot_of(std::uint32_t key) const noexcept;
    void grow_table();
    [[nodiscard]] std::uint64_t room_for(std::size_t size_class);
    [[nodiscard]] std::span<const Found> best_found(std::size_t limit);

    std::vector<List> table_;  // open addressing, a power of two, at most half full
    std::size_t key_count_ = 0;
    std::size_t posting_count_ = 0;
    std::vector<Posting> postings_;
    std::array<std::vector<std::uint64_t>, size_classes> free_;  // pieces of 2^n postings
    std::uint32_t first_ = 0;                                    // the number of scores_[0]
    std::uint32_t last_ = 0;                                     // one behind the highest article
    std::vector<float> scores_;                                  // 0 but while a query runs
    std::vector<std::uint32_t> touched_;
    std::vector<Found> found_;
};

}  // namespace wirecopy::index
