// Postings: for every key the articles that have it, by which articles that share keys with one
// find each other.
//
//   in      the keys of every article (terms, hashes of runs of words), with a weight each or
//           without; articles in an order in which those to be found together are near
//   out     of one article the earlier ones that share most with it
//   cost    8 bytes a key of an article and 8 a posting of a key that two articles have, 40 a key
//           while building; a query walks the postings of its keys that lie in its range
//   error   none: keys that are equal are taken for the same
//
// Method: an inverted index, scores added up term at a time (Zobel, Moffat, "Inverted files for
// text search engines", 2006).

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/kept_memory.hpp"

namespace wirecopy::index {

/// A key of an article and what sharing it adds to a score: the product of both weights.
struct Key {
    std::uint32_t key = 0;
    float weight = 1;
};

struct Found {
    std::uint32_t article = 0;
    float score = 0;

    friend bool operator==(const Found&, const Found&) = default;
};

/// The postings of a fixed set of articles. Const calls are safe from any number of threads.
class Postings {
public:
    /// Calls a step for every number below the first one, in any order or at once.
    using EachPart =
        std::function<void(std::size_t parts, const std::function<void(std::size_t part)>& step)>;

    /// Requires: each key once an article; fewer than 2^32 keys in all.
    /// What is kept is kept in `memory`, where there is one, which must outlive the postings.
    template <typename List>
    Postings(const std::vector<List>& articles, const EachPart& each_part,
             base::KeptMemory* memory = nullptr) {
        build(std::vector<std::span<const Key>>(articles.begin(), articles.end()), each_part,
              memory);
    }

    [[nodiscard]] std::size_t size() const noexcept { return key_starts_.size() - 1; }
    /// Of keys that two articles have: others find nobody.
    [[nodiscard]] std::size_t posting_count() const noexcept { return articles_.size(); }

private:
    friend class Query;

    void build(std::span<const std::span<const Key>> articles, const EachPart& each_part,
               base::KeptMemory* memory);

    std::vector<std::uint64_t> key_starts_;      // by article
    base::KeptRoom<std::uint64_t> list_starts_;  // by list
    base::KeptRoom<std::uint32_t> articles_;     // by list, ascending
    base::KeptRoom<float> weights_;              // of the same
    base::KeptRoom<std::uint32_t> lists_;        // of each key of each article
    base::KeptRoom<float> own_weights_;          // of the same
};

/// Asks for one article at a time. One a thread; the postings must outlive it.
class Query {
public:
    explicit Query(const Postings& postings);

    struct Range {
        std::size_t first = 0;  ///< the earliest article to be found
        /// Of a key that more of the articles in range have, only the latest so many count: what
        /// everybody has tells little, and costs most.
        std::size_t most_postings = ~std::size_t{0};
    };

    /// The articles from `range.first` to the one before `article` with a score of at least
    /// `least`, in no particular but always the same order. Valid until the next call.
    [[nodiscard]] std::span<const Found> earlier(std::size_t article, const Range& range,
                                                 float least);

    /// Of these the `limit` with the highest scores, highest first, ties by article.
    [[nodiscard]] std::span<const Found> best_earlier(std::size_t article, const Range& range,
                                                      std::size_t limit);

    /// Postings walked so far.
    [[nodiscard]] std::uint64_t walked() const noexcept { return walked_; }

private:
    void choose(std::size_t article, const Range& range);
    void add_scores();
    void add_many_scores();

    struct Chosen {
        std::size_t from;  // postings [from, stop) of a key of the article
        std::size_t stop;
        float own_weight;
    };

    const Postings& postings_;
    std::vector<Chosen> chosen_;
    std::size_t chosen_count_ = 0;
    std::vector<float> scores_;  // by article; 0 but while a query runs
    std::vector<std::uint32_t> touched_;
    std::vector<Found> found_;
    std::uint64_t walked_ = 0;
};

}  // namespace wirecopy::index
