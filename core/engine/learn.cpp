// Learning a model: labelled pairs become examples; folds of articles that belong together are left
// out in turn, and the whole makes the model.

#include "wirecopy/learn.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "engine/corpus.hpp"
#include "engine/preparation.hpp"
#include "engine/step_counter.hpp"
#include "engine/views.hpp"
#include "score/logistic_fit.hpp"
#include "score/measure.hpp"
#include "score/pair_features.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

constexpr std::size_t whole = ~std::size_t{0};  // the model of all folds

struct Example {
    std::size_t set = 0;
    LabelledPair pair;
    score::PairFeatures features = {};
    std::size_t fold_a = 0;
    std::size_t fold_b = 0;

    [[nodiscard]] bool touches(std::size_t fold) const noexcept {
        return fold_a == fold || fold_b == fold;
    }
    // The one fold that says how well the pair is told.
    [[nodiscard]] std::size_t fold() const noexcept {
        return (pair.a + pair.b) % 2 == 0 ? fold_a : fold_b;
    }
};

// Articles that positive labels tie together, each group by its first article (disjoint sets).
class Groups {
public:
    explicit Groups(std::size_t articles) : first_(articles) {
        std::iota(first_.begin(), first_.end(), std::size_t{0});
    }

    [[nodiscard]] std::size_t of(std::size_t article) {
        while (first_[article] != article) {
            first_[article] = first_[first_[article]];
            article = first_[article];
        }
        return article;
    }

    void join(std::size_t a, std::size_t b) {
        const auto of_a = of(a);
        const auto of_b = of(b);
        first_[std::max(of_a, of_b)] = std::min(of_a, of_b);
    }

private:
    std::vector<std::size_t> first_;
};

Groups groups_of(std::size_t corpus, std::size_t articles, std::span<const LearnSet> sets) {
    Groups groups(articles);
    for (const auto& set : sets) {
        if (set.corpus != corpus) {
            continue;
        }
        for (const auto& pair : set.pairs.listed) {
            if (pair.positive) {
                groups.join(pair.a, pair.b);
            }
        }
        std::vector<std::size_t> first(set.pairs.articles.size(), whole);
        for (std::size_t i = 0; i < set.pairs.articles.size(); ++i) {
            auto& member = first[set.pairs.clusters[i]];
            if (member != whole) {
                groups.join(member, set.pairs.articles[i]);
            }
            member = std::min<std::size_t>(member, set.pairs.articles[i]);
        }
    }
    return groups;
}

// One corpus with everything that its pairs need.
class Prepared {
public:
    Prepared(std::span<const Article> articles, const LearnOptions& options)
        : articles_(articles), threads_(options.threads) {
        auto prepared =
            engine::prepare(engine::pointers_to(articles), options.threads, options.use_credit);
        const auto weights =
            engine::make_weights(prepared, engine::prior_of(options.tables.prior), options.threads);
        profiles_ = engine::make_profiles(prepared, weights, options.threads);
        graph_ = engine::make_graph(profiles_, options.threads);
    }

    /// Adds the examples of a set, listed pairs first, then candidate pairs of clusters.
    void add_examples(const LearnSet& set, std::size_t number, std::vector<Example>& examples) {
        const auto first = examples.size();
        for (const auto& pair : set.pairs.listed) {
            examples.push_back({.set = number, .pair = pair});
        }
        add_candidates(set, number, examples);
        const auto made = std::span(examples).subspan(first);
        base::for_ranges(made.size(), 64, threads_, [&](std::size_t begin, std::size_t end) {
            score::Company company(graph_);
            auto turned = whole;
            for (auto i = begin; i < end; ++i) {
                const auto a = made[i].pair.a;
                const auto b = made[i].pair.b;
                if (turned != a) {
                    company.turn_to(a);
                    turned = a;
                }
                made[i].features = score::pair_features(profiles_[a], profiles_[b],
                                                        graph_.between(a, b), company.with(b));
                if (!set.use_days) {
                    made[i].features.days_apart = score::PairFeatures{}.days_apart;
                    made[i].features.own_days = 0;
                }
            }
        });
    }

private:
    void add_candidates(const LearnSet& set, std::size_t number,
                        std::vector<Example>& examples) const {
        std::vector<std::size_t> label_of(articles_.size(), whole);
        for (std::size_t i = 0; i < set.pairs.articles.size(); ++i) {
            label_of[set.pairs.articles[i]] = i;
        }
        for (std::size_t i = 0; i < set.pairs.articles.size(); ++i) {
            LabelledPair pair{.a = set.pairs.articles[i]};
            for (const auto& neighbour : graph_.of(pair.a)) {
                const auto j = label_of[neighbour.article];
                if (neighbour.article > pair.a && j != whole) {
                    pair.b = neighbour.article;
                    pair.positive = set.pairs.clusters[i] == set.pairs.clusters[j];
                    pair.label = pair.positive ? 1 : 0;
                    examples.push_back({.set = number, .pair = pair});
                }
            }
        }
    }

    std::span<const Article> articles_;
    unsigned threads_;
    base::Kept<score::Profile> profiles_;
    score::ResemblanceGraph graph_;
};

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::option, "learn: " + sentence);
}

void check(std::span<const std::vector<Article>> corpora, std::span<const LearnSet> sets,
           const LearnOptions& options) {
    if (options.folds < 2) {
        refuse("cross-validation takes two folds or more");
    }
    if (!(options.ridge > 0 && std::isfinite(options.ridge))) {
        refuse("the ridge must be above 0");
    }
    if (std::ranges::none_of(sets, &LearnSet::is_population)) {
        refuse("no set is the population");
    }
    for (const auto& set : sets) {
        if (set.corpus >= corpora.size() || corpora[set.corpus].empty()) {
            refuse("the set " + set.name + " has no articles");
        }
        const auto is_place = [&](std::uint32_t place) {
            return place < corpora[set.corpus].size();
        };
        if (!std::ranges::all_of(set.pairs.articles, is_place) ||
            !std::ranges::all_of(set.pairs.listed, [&](const LabelledPair& pair) {
                return is_place(pair.a) && is_place(pair.b);
            })) {
            refuse("the set " + set.name + " names an article that its corpus has not");
        }
        const auto members = set.pairs.articles.size();
        if (set.pairs.clusters.size() != members ||
            std::ranges::any_of(set.pairs.clusters,
                                [&](std::uint32_t cluster) { return cluster >= members; })) {
            refuse("the set " + set.name + " does not number the clusters of its articles from 0");
        }
        if (!(set.weight >= 0 && set.positive_weight > 0)) {
            refuse("the set " + set.name + " has a weight below 0");
        }
    }
}

class Learner {
public:
    Learner(std::span<const std::vector<Article>> corpora, std::span<const LearnSet> sets,
            const LearnOptions& options)
        : sets_(sets), options_(options) {
        check(corpora, sets, options);
        for (const auto& [name, value] : options.fixed) {
            start_.set(name, value);
            fixed_.push_back(name);
        }
        engine::StepCounter steps(options.progress, "learning", corpora.size() + options.folds + 1);
        for (std::size_t corpus = 0; corpus < corpora.size(); ++corpus) {
            add_corpus(corpus, corpora[corpus]);
            steps.add(1);
        }
        for (std::size_t fold = 0; fold < options.folds; ++fold) {
            score_fold(fold, fit(fold));
            steps.add(1);
        }
        model_ = fit(whole);
        score_checks();
        steps.add(1);
    }

    [[nodiscard]] Learned result() const {
        Learned learned;
        learned.scores = scores_;
        for (std::size_t set = 0; set < sets_.size(); ++set) {
            learned.figures.push_back(figures_of(set));
        }
        std::string made_from = "by wirecopy learn model, from:";
        for (const auto& set : sets_) {
            if (set.weight > 0) {
                const bool is_story = set.target == LearnTarget::story;
                made_from += "\n" + std::string(is_story ? "story" : "derived") + " " + set.name;
            }
        }
        learned.model = score::model_text(model_, made_from);
        return learned;
    }

private:
    void add_corpus(std::size_t corpus, const std::vector<Article>& articles) {
        Prepared prepared(articles, options_);
        auto groups = groups_of(corpus, articles.size(), sets_);
        const auto fold_of = [&](std::size_t article) {
            const auto name = base::hash_bytes(articles[groups.of(article)].id);
            return static_cast<std::size_t>(base::mix(name + base::mix(options_.seed)) %
                                            options_.folds);
        };
        for (std::size_t set = 0; set < sets_.size(); ++set) {
            if (sets_[set].corpus != corpus) {
                continue;
            }
            const auto first = examples_.size();
            prepared.add_examples(sets_[set], set, examples_);
            for (auto i = first; i < examples_.size(); ++i) {
                examples_[i].fold_a = fold_of(examples_[i].pair.a);
                examples_[i].fold_b = fold_of(examples_[i].pair.b);
            }
        }
    }

    [[nodiscard]] bool is_fixed(std::string_view name) const {
        return std::ranges::find(fixed_, name) != fixed_.end();
    }

    [[nodiscard]] score::Logistic fit_target(LearnTarget target, std::size_t left_out) const {
        const bool is_story = target == LearnTarget::story;
        std::vector<score::FitExample> examples;
        for (const auto& example : examples_) {
            const auto& set = sets_[example.set];
            if (set.target == target && set.weight > 0 &&
                (left_out == whole || !example.touches(left_out))) {
                examples.push_back(
                    {.terms = is_story ? score::story_terms(example.features)
                                       : score::derived_terms(example.features),
                     .weight = set.weight * (example.pair.positive ? set.positive_weight : 1),
                     .positive = example.pair.positive});
            }
        }
        const auto& names = is_story ? score::story_weight_names : score::derived_weight_names;
        std::array<bool, 4> is_fitted{};
        for (std::size_t i = 0; i < names.size(); ++i) {
            is_fitted[i] = !is_fixed(names[i]);
        }
        return score::fit_logistic(examples, is_story ? start_.story : start_.derived, is_fitted,
                                   options_.ridge);
    }

    [[nodiscard]] score::Model fit(std::size_t left_out) const {
        score::Model model;
        model.story = fit_target(LearnTarget::story, left_out);
        model.derived = fit_target(LearnTarget::derived, left_out);
        double pairs = 0;
        double positives = 0;
        for (const auto& example : examples_) {
            if (sets_[example.set].is_population) {
                pairs += 1;
                positives += example.pair.positive ? 1 : 0;
            }
        }
        if (positives == 0 || positives == pairs) {
            refuse("the population has no pairs of either kind");
        }
        model.base_rate = positives / pairs;
        return model;
    }

    void add_score(const Example& example, const score::Model& model) {
        const auto made = score::probabilities(model, example.features);
        scores_.push_back({.set = example.set,
                           .a = example.pair.a,
                           .b = example.pair.b,
                           .label = example.pair.label,
                           .positive = example.pair.positive,
                           .story = score::quantised(made.story),
                           .derived = score::quantised(made.derived)});
    }

    void score_fold(std::size_t fold, const score::Model& model) {
        for (const auto& example : examples_) {
            if (sets_[example.set].weight > 0 && example.fold() == fold) {
                add_score(example, model);
            }
        }
    }

    void score_checks() {
        for (const auto& example : examples_) {
            if (!(sets_[example.set].weight > 0)) {
                add_score(example, model_);
            }
        }
        std::ranges::stable_sort(scores_, {}, [](const LearnedScore& score) {
            return std::array<std::size_t, 3>{score.set, score.a, score.b};
        });
    }

    // Positive pairs of clusters that are no candidates count as missed.
    [[nodiscard]] PairFigures figures_of(std::size_t set) const {
        std::vector<LabelledScore> scores;
        std::uint64_t found = 0;
        for (const auto& score : scores_) {
            if (score.set == set) {
                const bool is_story = sets_[set].target == LearnTarget::story;
                scores.push_back({is_story ? score.story : score.derived, score.positive});
                found += score.positive ? 1 : 0;
            }
        }
        std::vector<std::uint64_t> members;
        for (const auto cluster : sets_[set].pairs.clusters) {
            members.resize(std::max<std::size_t>(members.size(), cluster + 1));
            ++members[cluster];
        }
        std::uint64_t positives = 0;
        for (const auto count : members) {
            positives += count * (count - 1) / 2;
        }
        positives = sets_[set].pairs.articles.empty() ? found : positives;
        scores.resize(scores.size() + positives - found, {0, true});
        return evaluate_scores(scores, {.threshold = 0.5F, .floor = 0.02, .bins = 20});
    }

    std::span<const LearnSet> sets_;
    const LearnOptions& options_;
    score::Model start_;
    std::vector<std::string_view> fixed_;
    std::vector<Example> examples_;
    std::vector<LearnedScore> scores_;
    score::Model model_;
};

}  // namespace

Learned learn_model(std::span<const std::vector<Article>> corpora, std::span<const LearnSet> sets,
                    const LearnOptions& options) {
    return Learner(corpora, sets, options).result();
}

}  // namespace wirecopy
