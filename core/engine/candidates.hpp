// Candidates: which pairs of a corpus are worth judging.
//
//   in      profiles and plain words of all articles; how many days may lie between two of a pair
//   out     the graph of those that resemble each other, and pairs that share passages
//   cost    by rare terms and passages, not by pairs: see README.md for articles a second
//   error   of the pairs that comparing all would grade, .98 are found (README.md)
//
// Three ways to find a pair: both are among the nearest by shared rare terms; they have a near
// article in common; or they share two runs of words.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/judge.hpp"
#include "engine/step_counter.hpp"
#include "index/postings.hpp"
#include "score/profile.hpp"
#include "score/resemblance_graph.hpp"

namespace wirecopy::engine {

/// How pairs are looked for; README.md has recall and cost of other values.
struct CandidateRules {
    /// Whom an article is compared with because of rare terms.
    std::size_t most_candidates = 48;
    /// As many again of the days before it, where it has a date and the window is longer: stories
    /// that go on for months have more near articles than that.
    unsigned nearby_days = 7;
    float least_score = 0.02F;
    /// Of a long article, whose rare terms are a small part of it: of what they would score with
    /// one that has them all.
    float least_score_share = 0.1F;
    float least_resemblance = 0.1F;
    /// How often the pairs with a near article in common are added: the circles grow by it.
    int rounds_of_neighbours = 2;
    /// What more articles than this have is asked of the latest alone: in the window, or, where
    /// it is longer, of the days nearby and of all.
    std::size_t most_postings_a_term = 2000;
    std::size_t most_postings_a_far_term = 250;
    std::size_t most_postings_a_run = 32;
    /// Runs that two must share. One of two anchors is looked at (the hash says which), so that a
    /// passage of 25 words, which has ten, is missed once in a hundred times.
    float least_shared_runs = 2;
    /// Articles of the very same words that are paired with everybody.
    std::size_t most_repeats = 4;
    /// Of the very same texts before it the latest that an article is paired with.
    std::size_t most_equal_texts = 32;
};
inline constexpr CandidateRules candidate_rules{};

/// The score by rare terms from which on others are compared with an article that has these.
[[nodiscard]] float least_score(std::span<const index::Key> rare_terms) noexcept;

/// Articles in the order of their days, those of no day last, so that a window is a range.
class DayOrder {
public:
    /// `window_days`: how many days later a pair's second article may be; none: any.
    DayOrder(std::span<const score::Profile> profiles, std::optional<unsigned> window_days);

    [[nodiscard]] std::size_t size() const noexcept { return articles_.size(); }
    /// The article that stands at a place.
    [[nodiscard]] std::uint32_t article(std::size_t place) const noexcept {
        return articles_[place];
    }
    [[nodiscard]] std::size_t place(std::size_t article) const noexcept { return places_[article]; }
    /// The first place within the window of the article at `place`; its own at most. One without a
    /// day is within every window.
    [[nodiscard]] std::size_t first(std::size_t place) const noexcept { return firsts_[place]; }
    /// The same of the days before it that are asked for candidates of their own.
    [[nodiscard]] std::size_t nearby(std::size_t place) const noexcept { return nearby_[place]; }
    [[nodiscard]] bool within(std::size_t a, std::size_t b) const noexcept;

private:
    std::vector<std::uint32_t> articles_;
    std::vector<std::uint32_t> places_;
    std::vector<std::uint32_t> firsts_;
    std::vector<std::uint32_t> nearby_;
};

/// Articles of the very same words. The first few within a window are paired with everybody, each
/// of the others, a repeat, with the first alone and the latest of its text (equal_texts.hpp): what
/// is right of one is right of all, and a hundred thousand of them are no ten thousand million
/// pairs.
class Repeats {
public:
    Repeats(std::span<const Wording> wordings, const DayOrder& order, unsigned threads);

    [[nodiscard]] bool is_repeat(std::size_t place) const noexcept {
        return firsts_[place] != place;
    }
    /// The place of the first with the same words.
    [[nodiscard]] std::uint32_t first_of(std::size_t place) const noexcept {
        return firsts_[place];
    }

private:
    std::vector<std::uint32_t> firsts_;
};

/// By what articles count as repeats: the hash of the words that are evidence.
[[nodiscard]] std::uint64_t repeat_key(const Wording& wording);

/// The keys by which an article is found for its runs of words.
[[nodiscard]] std::vector<index::Key> run_keys(const Wording& wording);

/// The later articles that each is to be judged with, ascending.
using LaterArticles = std::vector<base::Kept<std::uint32_t>>;

/// Who is told how the search goes on: of the articles, so many times over.
inline constexpr std::size_t candidate_rounds = 7;

/// Pairs that share runs of words.
[[nodiscard]] LaterArticles sharing_runs(std::span<const Wording> wordings, const DayOrder& order,
                                         const Repeats& repeats, unsigned threads,
                                         StepCounter& steps, base::KeptMemory* memory = nullptr);

/// The graph of these and of the pairs that rare terms find, once more with those that have a near
/// article in common. Every resemblance is exact; of the pairs in no window none is there. Takes
/// the rare terms of the profiles, which nobody needs any more. What is kept is kept in `memory`,
/// where there is one.
[[nodiscard]] score::ResemblanceGraph likely_graph(std::span<score::Profile> profiles,
                                                   const LaterArticles& sharing,
                                                   const DayOrder& order, const Repeats& repeats,
                                                   unsigned threads, StepCounter& steps,
                                                   base::KeptMemory* memory = nullptr);

}  // namespace wirecopy::engine
