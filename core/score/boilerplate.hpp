// Boilerplate: the wording that an outlet prints again and again in articles which have nothing
// else in common.
//
//   in      of each article of a corpus: its anchors, a sketch of its vocabulary, its outlet and
//           its day where they are known
//   out     of each article the words that are boilerplate, as ranges
//   cost    linear in the anchors of the corpus but for one sort of the repeated ones; a byte a
//           slot for counts and 16 bytes for each anchor that is repeated, of one part of 64 a
//           thread; 8 bytes for each that is common
//   error   README.md
//
// A run of five words is common to an outlet when at least three of its articles have it that
// differ in all else, and to the corpus when five articles of any outlet, or of none, have it.
// Two articles differ when they share hardly any other run and either their days are a week or more
// apart, or, one day apart or of unknown days, their vocabulary is as unlike as that of any two
// articles. So the wording of a report that is reprinted, lifted by every round-up of its day, told
// again or followed up stays, whoever prints it. What is boilerplate is a stretch of common runs
// that no other run parts: five words in a row may be a phrase of the language.
//
// The answer depends on which articles there are, not on their order.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/kept_memory.hpp"
#include "score/anchors.hpp"
#include "score/profile.hpp"

namespace wirecopy::score {

/// A sample of the vocabulary of an article that two articles draw alike: the 64 least hashes of
/// the terms that are evidence.
[[nodiscard]] std::vector<std::uint32_t> vocabulary_sketch(const ProfileDraft& draft);

/// An article as boilerplate is looked for in it. Views: what they show stays with the caller.
struct RepeatingArticle {
    std::uint64_t source = 0;               ///< hash of the outlet; 0: unknown
    std::optional<std::int32_t> day;        ///< of publication
    std::span<const std::uint64_t> runs;    ///< Anchors::sorted()
    std::span<const std::uint32_t> sketch;  ///< vocabulary_sketch()
};

/// README.md tells what other values would do.
struct BoilerplateOptions {
    /// So many articles of one outlet, each different from the others, have a common run.
    std::uint32_t least_of_source = 3;
    /// The same for articles of any outlet or none.
    std::uint32_t least_of_all = 5;
    /// Different articles share less than this of the runs of either,
    double most_shared_runs = 0.3;
    /// and are so many days apart,
    std::int32_t least_days = 7;
    /// or have less than this Jaccard similarity of their vocabularies.
    double most_similar_words = 0.1;
    /// A stretch has so many words or more.
    std::uint32_t least_words = 10;
    /// Where what is looked at again and again is kept; changes no answer.
    base::KeptMemory* memory = nullptr;
};

/// Words [begin, end) of an article.
struct WordStretch {
    std::uint32_t begin;
    std::uint32_t end;

    friend bool operator==(const WordStretch&, const WordStretch&) = default;
};

/// Calls a function for every number below the first argument, in any order or at once.
using EachPart =
    std::function<void(std::size_t count, const std::function<void(std::size_t part)>& body)>;

/// One row of stretches an article, in order and apart from each other.
/// Throws Error{option} when a least number of articles is below 2 or a share not in (0, 1].
[[nodiscard]] std::vector<std::vector<WordStretch>> find_boilerplate(
    std::span<const RepeatingArticle> articles, const EachPart& each_part,
    const BoilerplateOptions& options = {});

}  // namespace wirecopy::score
