// Growing postings: for every key the articles that have it, where articles come one by one and
// leave again.
//
//   in      the keys of an article, which is numbered higher than all before it
//   out     of an article's keys the earlier ones that share most with it
//   cost    16 to 32 bytes a key, and where several articles have it 12 and 4 to 8 a posting, twice
//           that with weights; a query walks the postings of its keys that lie in its range: 1 to 2
//           ns each
//   error   Error{option} beyond 2^32 postings. Keys that are equal are taken for the same
//
// The same answers as `Postings` gives, which is made of all articles at once. A list lies in one
// piece and moves to a piece of twice the size when it is full. Most keys have one article alone:
// without a weight it lies in the table.
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
    /// Without weights those of keys are taken for 1.
    explicit GrowingPostings(bool has_weights = true) : has_weights_(has_weights) {}

    /// Requires: above every number that was added and below 2^31 - 1; each key once.
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

    /// The same postings as a value: keys, how many postings each has, and of these, key by key,
    /// the articles and, where they have some, the weights.
    struct Lists {
        std::uint32_t has_weights = 1;
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::uint64_t slots = 0;
        std::vector<std::uint32_t> keys;
        std::vector<std::uint32_t> sizes;
        std::vector<std::uint32_t> articles;
        std::vector<float> weights;
    };
    [[nodiscard]] Lists lists() const;
    /// Throws Error{format} for what `lists` cannot have given.
    explicit GrowingPostings(const Lists& lists);

private:
    // Of one article without weight, its number and one; of more the top bit, and which list; of a
    // free slot 0.
    struct Slot {
        std::uint32_t key = 0;
        std::uint32_t value = 0;
    };
    static constexpr std::uint32_t list_bit = std::uint32_t{1} << 31U;
    struct List {
        std::uint32_t size = 0;
        std::uint32_t begin = 0;  // of its postings
    };
    static constexpr std::size_t size_classes = 33;

    [[nodiscard]] std::size_t slot_of(std::uint32_t key) const noexcept;
    void grow_table();
    void append(List& list, std::uint32_t article, float weight);
    [[nodiscard]] std::uint32_t room_for(std::size_t size_class);
    [[nodiscard]] std::span<const Found> best_found(std::size_t limit);

    bool has_weights_ = true;
    std::vector<Slot> table_;  // open addressing, a power of two, at most half full
    std::vector<List> lists_;
    std::size_t key_count_ = 0;
    std::size_t posting_count_ = 0;
    std::vector<std::uint32_t> articles_;                        // of postings
    std::vector<float> weights_;                                 // of the same, or none
    std::array<std::vector<std::uint32_t>, size_classes> free_;  // pieces of 2^n postings
    std::uint32_t first_ = 0;                                    // the number of scores_[0]
    std::uint32_t last_ = 0;                                     // one behind the highest article
    std::vector<float> scores_;                                  // 0 but while a query runs
    std::vector<std::uint32_t> touched_;
    std::vector<Found> found_;
};

}  // namespace wirecopy::index
