// Copies: pairs of articles that share most of their wording, whatever they tell.
//
//   in      articles
//   out     every pair of at least a Jaccard similarity of word shingles, with its exact scores
//   cost    12 us an article of 500 words, and 4 bytes a slot
//   error   pairs are found by bands of MinHash: of those right at the threshold the recall asked
//           for, of others more; none below the threshold
//
// Method: Broder, "On the resemblance and containment of documents", 1997; bands as in Leskovec,
// Rajaraman, Ullman, "Mining of massive datasets", chapter 3.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "wirecopy/article.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/similarity.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {

struct CopyOptions {
    // These change the pairs.
    double threshold = 0.7;       ///< least Jaccard similarity of a pair, above 0
    std::size_t width_words = 5;  ///< words in a shingle
    double recall = 0.995;        ///< wanted of pairs at the threshold; plans bands and rows
    std::size_t bands = 0;        ///< with rows: instead of a plan
    std::size_t rows = 0;
    std::size_t slots = 128;
    std::uint64_t seed = 42;
    SketchMethod method = SketchMethod::minhash;
    /// When given, one an article: only pairs of different groups. Of find_copies alone.
    std::span<const std::uint32_t> groups = {};
    // These change only the cost.
    unsigned threads = 0;
    Progress progress = {};  ///< stages: candidates, verifying
    /// What is beyond it of slots and candidates lies in a file. Error{option} when it is firm and
    /// below least_copy_memory(), Error{input} where the folder takes no file or its disk is full.
    MemoryBound memory = {};
    /// As CompareOptions::kept_run: signatures and verified pairs are kept there, block by block,
    /// so that the same search goes on after its process was ended. See forget_run().
    std::string kept_run = {};
};

/// The least of which a search among so many articles on so many threads can do its work, when its
/// caller keeps no texts.
[[nodiscard]] std::uint64_t least_copy_memory(std::size_t articles, unsigned threads) noexcept;

/// Two articles by their places, with exact scores of their shingles.
struct CopyPair {
    std::size_t a = 0;
    std::size_t b = 0;
    float jaccard = 0;
    float containment_a = 0;  ///< share of the shingles of a that b has
    float containment_b = 0;

    friend bool operator==(const CopyPair&, const CopyPair&) = default;
};

struct CopyReport {
    std::size_t bands = 0;
    std::size_t rows = 0;
    double recall = 0;             ///< expected of pairs right at the threshold
    std::uint64_t candidates = 0;  ///< pairs that were verified
};

/// Finds copies among articles that come one after the other and need not stay. Each is signed
/// beside the calling thread and forgotten but for 4 bytes a slot and 9 more; those that may be
/// copies of each other are asked for once more. Of more than 64 articles with the very same words
/// those beyond are paired with the first alone.
class CopySearch {
public:
    /// Throws Error{option} for a threshold or recall outside ]0, 1], a width of 0, one of bands
    /// and rows without the other, or more of them than slots, and for slots that a Sketcher
    /// refuses.
    explicit CopySearch(const CopyOptions& options);
    ~CopySearch();
    CopySearch(CopySearch&&) noexcept;
    CopySearch& operator=(CopySearch&&) noexcept;

    /// The next article. Throws Error{option} where what is kept is of other articles or options,
    /// Error{input} where it cannot be kept.
    void add(std::string text);

    using TextReader = wirecopy::TextReader;

    /// The pairs of a Jaccard similarity of at least the threshold, as bands of MinHash find them:
    /// every one verified on its exact shingles, in the order of their places. To be called once.
    /// `groups`, when given, one an article: only pairs of different ones.
    /// Throws Error{option} for groups for another number of articles, and for too little memory;
    /// what add() and readers throw; in the middle of the pairs, too.
    CopyReport find(const TextSource& make_reader, std::span<const std::uint32_t> groups,
                    const std::function<void(const CopyPair& pair)>& sink);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The same of articles that stay. Throws what a CopySearch does.
CopyReport find_copies(std::span<const Article> articles, const CopyOptions& options,
                       const std::function<void(const CopyPair& pair)>& sink);

}  // namespace wirecopy
