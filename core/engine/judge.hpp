// Judge: what two articles are to each other, from what was taken of either and how they stand in
// their corpus.
//
//   in      two articles as they are judged, their resemblance and the company of the pair
//   out     a verdict
//   cost    1 us a pair that shares little, 10 to 60 us one that shares much
//   error   none beyond that of models and grades (core/score/README.md)
//
// A judge knows nothing of other articles: a corpus that is read at once (comparison.hpp) and one
// that grows (live_articles.hpp) are judged alike.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/kept_memory.hpp"
#include "engine/preparation.hpp"
#include "score/anchors.hpp"
#include "score/grade.hpp"
#include "score/model.hpp"
#include "score/pair_features.hpp"
#include "score/profile.hpp"
#include "score/spans.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy::engine {

/// What verdicts look at in an article beside its profile.
struct Wording {
    std::uint64_t text_hash = 0;          ///< of all plain words; 0: there are none
    base::Kept<std::uint64_t> words;      ///< those that are no evidence are blank
    base::Kept<std::uint8_t> word_flags;  ///< of the same
    base::Kept<std::uint64_t> blanked;    ///< in order, the words that are no evidence
    score::Anchors anchors;               ///< of `words`
};

/// The hash of all plain words. 0 for none.
[[nodiscard]] std::uint64_t hash_of_text(std::span<const std::uint64_t> words);

/// Takes words, flags and anchors.
[[nodiscard]] Wording wording_of(Prepared& prepared);

/// Moves what it holds to `memory`, where there is one.
void keep_in(base::KeptMemory* memory, Wording& wording);

/// The shingles of the whole text, what is no evidence included, ascending and each once.
[[nodiscard]] std::vector<std::uint64_t> shingle_set(const Wording& wording, std::size_t ngram);

/// The same as they stand. Replaces both; `words` is room to work in.
void read_shingles(const Wording& wording, std::size_t ngram, std::vector<std::uint64_t>& words,
                   std::vector<std::uint64_t>& shingles);

/// Jaccard and both containments of two sets of shingles.
void set_shingle_scores(PairVerdict& verdict, double of_a, double of_b, double shared);

/// An article as it is judged. Views: both stay with the caller.
struct JudgedArticle {
    const score::Profile& profile;
    const Wording& wording;
};

/// Whether both are one text to the last plain word, what is no evidence included, and have any: a
/// copy, whatever their company and days. False alarms: one pair in 2^64.
[[nodiscard]] inline bool same_words(const Wording& a, const Wording& b) noexcept {
    return a.text_hash == b.text_hash && a.text_hash != 0;
}

[[nodiscard]] std::vector<score::Span> common_spans(const Wording& a, const Wording& b);

/// Const calls are safe from any number of threads.
class Judge {
public:
    /// Throws Error{option} for a base rate out of range, Error{format} for a model that cannot be
    /// read.
    explicit Judge(const CompareOptions& options);

    [[nodiscard]] const score::Model& model() const noexcept { return model_; }

    /// Half a millionth, and a little less for rounding: below it nothing is left of a
    /// probability.
    static constexpr double least_probability = 4.9e-7;

    /// False where `story` of a pair is sure to be below `least`, by default so low that both
    /// probabilities are 0 to the millionth, as they are of most: what its articles name need not
    /// be looked at.
    [[nodiscard]] bool may_be_one_event(const score::Profile& a, const score::Profile& b,
                                        double resemblance, double company,
                                        double least = least_probability) const;

    /// What the models say of a pair with its features.
    [[nodiscard]] score::Probabilities probabilities(const score::PairFeatures& features) const;

    /// Grade and probabilities; no shingles are counted.
    [[nodiscard]] PairVerdict verdict(const JudgedArticle& a, const JudgedArticle& b,
                                      double resemblance, double company,
                                      bool may_have_spans) const;

private:
    // What the grade looks at beside the probabilities.
    [[nodiscard]] score::CarriedOver carried_over(const JudgedArticle& a, const JudgedArticle& b,
                                                  const score::PairFeatures& features,
                                                  const score::Probabilities& probabilities,
                                                  const score::ReuseFacts& facts) const;

    score::Model model_;
    double base_rate_;
};

}  // namespace wirecopy::engine
