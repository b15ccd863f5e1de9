// Comparison: the inside of wirecopy::Comparison, for the engine's other parts.

#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/candidates.hpp"
#include "engine/corpus.hpp"
#include "engine/epoch.hpp"
#include "engine/judge.hpp"
#include "engine/kept_run.hpp"
#include "engine/preparation.hpp"
#include "feature/term_weights.hpp"
#include "score/overlap_index.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy {

struct Comparison::State {
    /// Probabilities alone take half the memory: no words and no shingles.
    enum class Needs : std::uint8_t { verdicts, probabilities };
    /// Throws as Comparison does.
    /// Under a frozen epoch, or the one of these articles alone.
    State(std::span<const Article* const> articles, const CompareOptions& chosen,
          Needs needs = Needs::verdicts, const engine::Epoch* epoch = nullptr);
    ~State();
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[nodiscard]] engine::JudgedArticle article(std::size_t a) const {
        return {profiles[a], wordings[a]};
    }
    /// See Judge.
    [[nodiscard]] bool may_be_one_event(std::size_t a, std::size_t b, double resemblance,
                                        double company,
                                        double least = engine::Judge::least_probability) const {
        return judge.may_be_one_event(profiles[a], profiles[b], resemblance, company, least);
    }

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
    [[nodiscard]] std::vector<std::uint64_t> shingle_set(std::size_t article) const {
        return engine::shingle_set(wordings[article], options.ngram);
    }
    void set_shingle_scores(std::size_t a, std::size_t b, PairVerdict& verdict) const;
    /// A copy, but of an article without words.
    [[nodiscard]] PairVerdict verdict_of_itself(std::size_t a) const noexcept;
    [[nodiscard]] bool same_words(std::size_t a, std::size_t b) const noexcept {
        return engine::same_words(wordings[a], wordings[b]);
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
                const auto resemblance = static_cast<double>(next->resemblance);
                if (may_be_one_event(a, b, resemblance, with_b)) {
                    visit(b, judge.probabilities(features(a, b, resemblance, with_b)));
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

    [[nodiscard]] score::PairFeatures features(std::size_t a, std::size_t b, double resemblance,
                                               double company) const;
    /// The company of a pair; 1 of an article and itself, 0 of articles that do not resemble.
    [[nodiscard]] double company(std::size_t a, std::size_t b) const;

    /// Graph and shared runs, looked for or as they were kept.
    void find_candidates();
    /// Whether they were kept, all of them.
    [[nodiscard]] bool read_candidates();
    void write_candidates() const;

    /// Takes words, flags and anchors.
    void keep_wordings(std::span<engine::Prepared> prepared, Needs needs);

    CompareOptions options;
    std::unique_ptr<base::KeptMemory> memory;  // outlives what is kept in it; none: the heap
    std::unique_ptr<engine::KeptRun> kept;     // what was done before; none: nothing is kept
    std::uint64_t articles_key = 0;            // of what is kept
    engine::Judge judge;
    std::optional<feature::TermWeights> weights;  // of the articles; there once made
    base::Kept<score::Profile> profiles;
    base::Kept<engine::Wording> wordings;        ///< of probabilities alone the hashes of texts
    base::Kept<base::Kept<Place>> ignored;       ///< of each text what is no evidence
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
    /// A comparison under a frozen epoch.
    [[nodiscard]] static Comparison under(const engine::Epoch& epoch,
                                          std::span<const Article> articles,
                                          const CompareOptions& options);
};

}  // namespace wirecopy
