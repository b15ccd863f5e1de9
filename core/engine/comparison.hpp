// Comparison: the inside of wirecopy::Comparison, for the engine's other parts.

#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/candidates.hpp"
#include "engine/corpus.hpp"
#include "engine/preparation.hpp"
#include "feature/term_weights.hpp"
#include "score/anchors.hpp"
#include "score/grade.hpp"
#include "score/overlap_index.hpp"
#include "score/reuse.hpp"
#include "score/spans.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy {

struct Comparison::State {
    /// Probabilities alone take half the memory: no words and no shingles.
    enum class Needs : std::uint8_t { verdicts, probabilities };
    /// Throws as Comparison does.
    State(std::span<const Article* const> articles, const CompareOptions& chosen,
          Needs needs = Needs::verdicts);

    /// False where `story` of a pair is sure to be below `least`, by default so low that both
    /// probabilities are 0 to the millionth, as they are of most: what its articles name need not
    /// be looked at.
    [[nodiscard]] bool may_be_one_event(std::size_t a, std::size_t b, double resemblance,
                                        double company, double least = least_probability) const;

    /// Half a millionth, and a little less for rounding: below it nothing is left of a
    /// probability.
    static constexpr double least_probability = 4.9e-7;
    /// What the models say of a pair with its features.
    [[nodiscard]] score::Probabilities probabilities(const score::PairFeatures& features) const;

    /// Grade and probabilities of a pair with its company.
    [[nodiscard]] PairVerdict judged(std::size_t a, std::size_t b, double company,
                                     bool may_have_spans) const;
    /// The verdict of a pair with its company and the shingles that both have.
    [[nodiscard]] PairVerdict verdict(std::size_t a, std::size_t b, double company,
                                      double shared_shingles) const;
    /// The same of a pair that may have been no candidate: how its articles resemble each other is
    /// counted anew. `company` is one of the graph.
    [[nodiscard]] PairVerdict verdict_anew(std::size_t a, std::size_t b,
                                           score::Company& company) const;
    /// What is left of it where nothing but shingles was compared.
    [[nodiscard]] PairVerdict shingle_verdict(std::size_t a, std::size_t b,
                                              double shared_shingles) const;
    /// The shingles of an article, ascending.
    [[nodiscard]] std::vector<std::uint64_t> shingle_set(std::size_t article) const;
    /// A copy, but of an article without words.
    [[nodiscard]] PairVerdict verdict_of_itself(std::size_t a) const noexcept;
    /// Whether both are one text to the last plain word, what is no evidence included, and have
    /// any: a copy, whatever their company and days. False alarms: one pair in 2^64.
    [[nodiscard]] bool same_words(std::size_t a, std::size_t b) const noexcept {
        return text_hashes[a] == text_hashes[b] && text_hashes[a] != 0;
    }
    /// Whether a pair is not to be judged, as of one group.
    [[nodiscard]] bool are_of_one_group(std::size_t a, std::size_t b) const noexcept {
        return !options.groups.empty() && options.groups[a] == options.groups[b];
    }
    /// The verdicts of `a` with all articles from `first` on. `company` is one of the graph.
    /// Requires: first > a.
    void verdict_row(std::size_t a, std::size_t first, score::Company& company,
                     std::vector<float>& counts, std::vector<PairVerdict>& row) const;
    /// Their story and derived alone, but of those that have 0 to the millionth. Calls
    /// `visit(b, probabilities)`, ascending.
    template <typename Visit>
    void for_each_probability(std::size_t a, std::size_t first, score::Company& company,
                              Visit visit) const {
        company.turn_to(a);
        const auto all = graph.of(a);
        auto next = std::partition_point(
            all.begin(), all.end(), [&](const score::Neighbour& n) { return n.article < first; });
        for (auto b = first; b < profiles.size(); ++b) {
            const bool is_neighbour = next != all.end() && next->article == b;
            if (same_words(a, b)) {
                visit(b, score::Probabilities{1, 1});
            } else if (is_neighbour) {
                const double with_b = company.with(b);
                if (may_be_one_event(a, b, next->resemblance, with_b)) {
                    visit(b, probabilities(features(a, b, next->resemblance, with_b)));
                }
            }
            next += is_neighbour ? 1 : 0;
        }
    }

    /// A later article that one is to be judged with, and why.
    struct Candidate {
        std::size_t article;
        bool is_neighbour;   ///< of the graph
        double resemblance;  ///< 0 of any other
        bool shares_runs;
    };
    /// Those of `a`, ascending, but for those of its own group.
    template <typename Visit>
    void for_each_candidate(std::size_t a, Visit visit) const {
        const auto neighbours = graph.of(a);
        auto next = std::partition_point(neighbours.begin(), neighbours.end(),
                                         [&](const score::Neighbour& n) { return n.article <= a; });
        auto sharing = sharing_runs[a].begin();
        const auto end = sharing_runs[a].end();
        while (next != neighbours.end() || sharing != end) {
            const bool is_neighbour =
                next != neighbours.end() && (sharing == end || next->article <= *sharing);
            const std::size_t b = is_neighbour ? next->article : *sharing;
            const bool shares = sharing != end && *sharing == b;
            if (!are_of_one_group(a, b)) {
                visit(Candidate{b, is_neighbour,
                                is_neighbour ? static_cast<double>(next->resemblance) : 0, shares});
            }
            sharing += shares ? 1 : 0;
            next += is_neighbour ? 1 : 0;
        }
    }

    /// The verdicts of `a` with the later ones that are likely to be graded, but for those weaker
    /// than the least grade.
    void likely_row(std::size_t a, score::Company& company, std::vector<LikelyPair>& row) const;

    [[nodiscard]] PairVerdict judged_at(std::size_t a, std::size_t b, double resemblance,
                                        double company, bool may_have_spans) const;
    /// What the grade looks at beside the probabilities.
    [[nodiscard]] score::CarriedOver carried_over(std::size_t a, std::size_t b,
                                                  const score::PairFeatures& features,
                                                  const score::Probabilities& probabilities,
                                                  const score::ReuseFacts& facts) const;
    [[nodiscard]] score::PairFeatures features(std::size_t a, std::size_t b, double resemblance,
                                               double company) const;
    /// The company of a pair; 1 of an article and itself, 0 of articles that do not resemble.
    [[nodiscard]] double company(std::size_t a, std::size_t b) const;
    [[nodiscard]] std::vector<score::Span> spans(std::size_t a, std::size_t b) const;

    /// What verdicts need beside probabilities. Takes words and anchors.
    void prepare_spans(std::span<engine::Prepared> prepared);

    CompareOptions options;
    score::Model model;
    std::optional<feature::TermWeights> weights;  // of the articles; there once made
    std::vector<score::Profile> profiles;
    std::vector<std::uint64_t> text_hashes;         ///< of all plain words; 0: there are none
    std::vector<std::vector<Place>> ignored;        ///< of each text what is no evidence
    std::vector<std::vector<std::uint64_t>> words;  ///< of these blank ones
    std::vector<std::vector<std::uint8_t>> word_flags;
    std::vector<std::vector<std::uint64_t>> blanked;  ///< in order, the words that are no evidence
    std::vector<score::Anchors> anchors;
    std::vector<score::FeatureVector> shingles;  ///< where all pairs are compared
    score::OverlapIndex shingle_index;
    score::ResemblanceGraph graph;
    std::optional<engine::DayOrder> order;  ///< of likely pairs
    engine::LaterArticles sharing_runs;     ///< of the same
};

/// Lets the engine's other parts in.
class ComparisonAccess {
public:
    using State = Comparison::State;
    [[nodiscard]] static const State& of(const Comparison& comparison) noexcept {
        return *comparison.state_;
    }
};

}  // namespace wirecopy
