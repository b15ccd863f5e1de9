// Profile: everything of one article that a pair is scored by, laid out for merging.
//
//   in      a tape, the term weights of an epoch, the day of publication, credits
//   out     weighted terms and their kinds, vectors of resemblance, shingles of three words
//   cost    about 40 us for an article of 500 words; 6 kB
//
// Terms weigh what they tell (nats). Names, numbers and dates are looked at apart: they are what a
// rewrite keeps, and what tells two events apart that are told in the same words.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "feature/term_weights.hpp"
#include "index/postings.hpp"
#include "score/overlap_index.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::score {

/// Distinct terms, ascending, with what each tells.
struct WeightedTerms {
    std::vector<std::uint32_t> terms;
    std::vector<float> nats;
    double total_nats = 0;
};

/// An outlet that an article credits.
struct ProfileCredit {
    std::uint32_t outlet = 0;
    /// 0 to 1: 1 for the source of the report, half of it for a side fact; less where the whole
    /// corpus credits the outlet.
    float strength = 0;
};

struct Profile {
    WeightedTerms content;  ///< all terms but stop words and runs of names
    WeightedTerms names;    ///< single names
    WeightedTerms numbers;  ///< numbers by value, dates and weekdays
    /// Sorted, distinct hashes of three plain words: what was carried over word for word.
    std::vector<std::uint32_t> triples;
    FeatureVector content_vector;        ///< tf-idf of `content`, length 1
    FeatureVector lead_vector;           ///< the same of the first sixty content words
    std::vector<index::Key> rare_terms;  ///< by which it is found, with their tf-idf
    std::vector<ProfileCredit> credits;  ///< each outlet once
    std::uint32_t outlet = 0;            ///< of the article itself; 0: unknown
    std::optional<std::int32_t> day;     ///< of publication
    std::uint32_t word_count = 0;
};

/// An article is found by those of its terms that another has too, and of these by the ones that
/// tell most. 32, 48, 64, 96 of them find .945, .970, .979, .987 of the graded pairs of fnc1_dev
/// (README.md of index/).
inline constexpr std::size_t rare_terms_an_article = 64;

/// The distinct terms of an article that epochs count: all but stop words.
[[nodiscard]] feature::TermSet counted_terms(const Tape& tape);

/// The hash in Profile::triples of three words.
[[nodiscard]] std::uint32_t triple_hash(std::uint64_t first, std::uint64_t second,
                                        std::uint64_t third) noexcept;

/// Everything but credits, outlet and day.
[[nodiscard]] Profile make_profile(const Tape& tape, const feature::TermWeights& weights);

}  // namespace wirecopy::score
