// Profile: everything of one article that a pair is scored by, laid out for merging.
//
//   in      a tape, the term weights of an epoch, the day of publication, credits
//   out     weighted terms and their kinds, vectors of resemblance, shingles of three words
//   cost    a profile from its draft 10 us for an article of 500 words; 6 kB
//
// It is made in two steps, since term weights are known when all articles were read: a draft of
// what the article itself says, and from it the profile.
//
// Terms weigh what they tell (nats). Names, numbers and dates are looked at apart: they are what a
// rewrite keeps, and what tells two events apart that are told in the same words.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/hash.hpp"
#include "base/kept_memory.hpp"
#include "base/spread_sort.hpp"
#include "feature/term_weights.hpp"
#include "index/postings.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::score {

/// Distinct terms, ascending, with what each tells.
struct WeightedTerms {
    base::Kept<std::uint32_t> terms;
    base::Kept<float> nats;
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
    base::Kept<std::uint32_t> triples;
    base::Kept<float> content_weights;  ///< tf-idf of each term of `content`, length 1
    base::Kept<std::uint32_t> lead;     ///< distinct terms of the first sixty content words
    base::Kept<float> lead_weights;     ///< tf-idf of these, length 1
    base::Kept<index::Key> rare_terms;  ///< by which it is found, with their tf-idf
    base::Kept<ProfileCredit> credits;  ///< each outlet once
    std::uint32_t outlet = 0;           ///< of the article itself; 0: unknown
    std::optional<std::int32_t> day;    ///< of publication
    std::uint32_t word_count = 0;
};

/// An article is found by those of its terms that another has too, and of these by the ones that
/// tell most. 32, 48, 64, 96 of them find .945, .970, .979, .987 of the graded pairs of fnc1_dev
/// (README.md of index/).
inline constexpr std::size_t rare_terms_an_article = 64;

/// The distinct terms of an article that epochs count: all but stop words.
[[nodiscard]] feature::TermSet counted_terms(const Tape& tape);

/// The hash in Profile::triples of three words.
[[nodiscard]] inline std::uint32_t triple_hash(std::uint64_t first, std::uint64_t second,
                                               std::uint64_t third) noexcept {
    return static_cast<std::uint32_t>(base::mix(first + base::mix(second + base::mix(third))));
}

/// What a profile takes from the tape.
struct ProfileDraft {
    /// What a term is to the article; may be several.
    static constexpr std::uint8_t counted = 1, content = 2, name = 4, number = 8;
    struct Entry {
        std::uint32_t term = 0;
        std::uint32_t count = 0;  ///< how often it is content
        std::uint32_t lead_count = 0;
        std::uint8_t kinds = 0;
    };
    base::Kept<Entry> entries;  ///< distinct terms, ascending
    base::Kept<std::uint32_t> triples;
    std::uint32_t word_count = 0;
    bool in_english = false;
};

/// Makes drafts. Keeps its buffers; one a thread.
class ProfileDrafter {
public:
    /// All terms are counted; everything else is of those that touch none of the places, which are
    /// no evidence, and of `words`, the plain words that are some.
    /// Requires: the places are in order and apart from each other.
    [[nodiscard]] ProfileDraft draft(const Tape& tape, std::span<const Place> ignored,
                                     std::span<const std::uint64_t> words);

private:
    void add(const Tape& tape, std::span<const Place> ignored);
    void make_entries(base::Kept<ProfileDraft::Entry>& entries);
    void make_triples(std::span<const std::uint64_t> words, base::Kept<std::uint32_t>& triples);

    std::vector<std::uint64_t> occurrences_;  // the term above its kinds
    std::vector<std::uint32_t> triples_;
    std::vector<ProfileDraft::Entry> entries_;
    base::SpreadSorter<std::uint64_t> sort_occurrences_;
    base::SpreadSorter<std::uint32_t> sort_triples_;
};

/// Everything but credits, outlet and day. Takes the triples of the draft.
[[nodiscard]] Profile make_profile(ProfileDraft&& draft, const feature::TermWeights& weights);

/// Moves what they hold to `memory`, where there is one; drafts and rare terms, which go before the
/// rest, to its brief part.
void keep_in(base::KeptMemory* memory, ProfileDraft& draft);
void keep_in(base::KeptMemory* memory, Profile& profile);

}  // namespace wirecopy::score
