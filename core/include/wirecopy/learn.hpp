// Learn: the tables by which pairs are judged, made anew from articles and labels.
//
//   in      articles for the prior of document frequencies; labelled pairs for the model
//   out     the bytes of a prior and the text of a model, as Tables take them, and how well the
//           model does on pairs that it was not fitted to
//   cost    a prior 57 us an article of 370 words and 8 bytes a distinct term; a model as much as
//           preparing the corpora and the graph of all their pairs, and .8 us an example and fold
//   error   the same bytes for the same input and seed, on any number of threads
//
// Both models are logistic with weights that are never negative (core/score/README.md). What is
// cross-validated is the fitting: whatever a person chose by looking at the same pairs is not.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/evaluate.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

/// Counts in how many articles each term stands.
class PriorLearner {
public:
    PriorLearner();
    ~PriorLearner();
    PriorLearner(PriorLearner&&) noexcept;
    PriorLearner& operator=(PriorLearner&&) noexcept;

    /// Counts the terms of these, too. `threads` 0: as many as the machine has.
    void add(std::span<const Article> articles, unsigned threads = 0);

    /// The prior of all that were added: terms of at least `least_articles` articles, of these the
    /// most frequent that fit 256 kB. Throws Error{option} when there was no article.
    [[nodiscard]] std::string prior(std::uint32_t least_articles = 8) const;

    [[nodiscard]] std::size_t article_count() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

enum class LearnTarget : std::uint8_t {
    story,    ///< positive: both tell the same event
    derived,  ///< positive: both come from the same report
};

/// Labelled pairs of a corpus, and what they are for.
struct LearnSet {
    std::string name;
    LearnTarget target = LearnTarget::story;
    std::size_t corpus = 0;  ///< its place among the corpora
    LabelledPairs pairs;
    double weight = 1;           ///< of a pair; 0: only checked, never fitted to
    double positive_weight = 1;  ///< of a positive pair, beside `weight`
    bool use_days = true;        ///< false: as if no article had a date
    /// Gives the base rate: its pairs are drawn as the candidate pairs of a news stream are.
    bool is_population = false;
};

struct LearnOptions {
    Tables tables = {};  ///< the prior that weighs terms; its model is not used
    /// Numbers of the model that are set, not fitted, by their names in its text.
    std::vector<std::pair<std::string, double>> fixed = {};
    double ridge = 1;        ///< price of large weights
    std::size_t folds = 10;  ///< 2 or more
    std::uint64_t seed = 42;
    bool use_credit = true;  ///< false: the figures are those of articles that credit nobody
    unsigned threads = 0;
    Progress progress = {};
};

/// A labelled pair as a model saw it that was not fitted to it, nor to any pair of one of its
/// articles and of those that positive labels tie to that one: of both, where the pair is
/// positive. Of sets of weight 0 as the whole model sees it.
struct LearnedScore {
    std::size_t set = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t label = 0;  ///< its place in the labels of the set
    bool positive = false;
    float story = 0;
    float derived = 0;
};

struct Learned {
    std::string model;
    std::vector<LearnedScore> scores;  ///< by set; of clusters only candidate pairs
    std::vector<PairFigures> figures;  ///< one a set, of its own target; threshold .5, floor .02
};

/// Fits both models. Throws Error{option} for an empty corpus, a set whose places are beyond its
/// corpus or whose clusters are not numbered from 0, a fixed number that there is not, fewer than
/// two folds, no set that is the population, or a target without positive or negative pairs.
[[nodiscard]] Learned learn_model(std::span<const std::vector<Article>> corpora,
                                  std::span<const LearnSet> sets, const LearnOptions& options);

}  // namespace wirecopy
