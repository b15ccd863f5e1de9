#include "wirecopy/learn.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "feature/prior.hpp"
#include "score/model.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

// Stories of four articles that share words of their own, and two more each that share some.
std::vector<Article> invented_corpus(std::size_t stories) {
    const auto word = [](std::size_t story, std::size_t i) {
        return "word" + std::string(1, static_cast<char>('a' + story % 26)) +
               std::string(1, static_cast<char>('a' + i % 26)) +
               std::string(1, static_cast<char>('a' + (story * 7 + i * 3) % 26));
    };
    std::vector<Article> articles;
    for (std::size_t story = 0; story < stories; ++story) {
        for (std::size_t k = 0; k < 6; ++k) {
            Article article;
            article.id = std::to_string(story) + "-" + std::to_string(k);
            for (std::size_t i = 0; i < 60; ++i) {
                // The last two are of another event with a third of the words.
                const bool own = k < 4 || i % 3 == 0;
                article.text += word(own ? story : 100 + story * 6 + k, i + (i % 4 == k % 4)) + " ";
                if (i % 10 == 0) {
                    article.text += std::to_string(1000 * story + (own ? i : i + k)) + " ";
                }
            }
            articles.push_back(article);
        }
    }
    return articles;
}

// Listed pairs: of the first four of a story positive, of one of these with a later one negative.
LearnSet set_of(std::size_t stories, LearnTarget target) {
    LearnSet set;
    set.name = target == LearnTarget::story ? "events" : "reports";
    set.target = target;
    set.is_population = target == LearnTarget::story;
    set.pairs.labels = {"no", "yes"};
    for (std::uint32_t story = 0; story < stories; ++story) {
        for (std::uint32_t a = 0; a < 4; ++a) {
            for (std::uint32_t b = a + 1; b < 6; ++b) {
                const bool positive = b < 4;
                set.pairs.listed.push_back(
                    {story * 6 + a, story * 6 + b, positive ? 1U : 0U, positive});
            }
        }
    }
    return set;
}

struct Invented {
    std::vector<std::vector<Article>> corpora{invented_corpus(12)};
    std::vector<LearnSet> sets{set_of(12, LearnTarget::story), set_of(12, LearnTarget::derived)};

    [[nodiscard]] Learned learn(const LearnOptions& options = {}) const {
        return learn_model(corpora, sets, options);
    }
};

TEST(LearnModel, MakesAModelThatTellsThePairsApart) {
    const Invented invented;
    const auto learned = invented.learn();
    EXPECT_GT(learned.figures[0].average_precision.value_or(0), .9);
    EXPECT_GT(learned.figures[1].average_precision.value_or(0), .9);
    const auto model = score::Model::parse(learned.model);
    EXPECT_NEAR(model.base_rate, 6.0 / 14, 1e-5);
}

TEST(LearnModel, TheModelIsUsedWhereItIsGiven) {
    const Invented invented;
    CompareOptions options;
    options.tables.model = invented.learn().model;
    const Comparison own(invented.corpora[0], options);
    const Comparison shipped(invented.corpora[0]);
    EXPECT_NE(own.compare(0, 1).story, shipped.compare(0, 1).story);
    EXPECT_GT(own.compare(0, 1).derived, own.compare(0, 5).derived);
}

TEST(LearnModel, IsTheSameOnAnyNumberOfThreads) {
    const Invented invented;
    const auto one = invented.learn({.threads = 1});
    const auto many = invented.learn({.threads = 5});
    EXPECT_EQ(one.model, many.model);
    for (std::size_t i = 0; i < one.scores.size(); ++i) {
        EXPECT_EQ(one.scores[i].derived, many.scores[i].derived);
    }
}

TEST(LearnModel, ScoresEveryPairOnceAndTheSeedDrawsTheFolds) {
    const Invented invented;
    const auto learned = invented.learn();
    EXPECT_EQ(learned.scores.size(),
              invented.sets[0].pairs.listed.size() + invented.sets[1].pairs.listed.size());
    std::set<std::array<std::size_t, 3>> seen;
    for (const auto& score : learned.scores) {
        EXPECT_TRUE(seen.insert({score.set, score.a, score.b}).second);
    }
    const auto other = invented.learn({.seed = 43});
    EXPECT_EQ(other.model, learned.model);
    const auto differs = [&](std::size_t i) {
        return other.scores[i].story != learned.scores[i].story;
    };
    bool any = false;
    for (std::size_t i = 0; i < learned.scores.size(); ++i) {
        any = any || differs(i);
    }
    EXPECT_TRUE(any);
}

// A pair is scored by a model that saw nothing of its story: labels turned round in one story
// change the scores of others, and not of its own.
TEST(LearnModel, NoPairIsScoredByAModelThatSawItsArticles) {
    const Invented invented;
    auto turned = invented;
    for (auto& set : turned.sets) {
        for (auto& pair : set.pairs.listed) {
            // All of story 3 become positive, and stay tied to each other alone.
            const bool own = pair.a / 6 == 3;
            pair.positive = own || pair.positive;
        }
    }
    const auto before = invented.learn();
    const auto after = turned.learn();
    EXPECT_NE(before.model, after.model);
    std::size_t own_pairs = 0;
    for (std::size_t i = 0; i < before.scores.size(); ++i) {
        const auto& pair = before.scores[i];
        if (pair.a / 6 == 3 && pair.b % 6 < 4) {
            EXPECT_EQ(pair.story, after.scores[i].story);
            ++own_pairs;
        }
    }
    EXPECT_EQ(own_pairs, 12U);
}

TEST(LearnModel, ASetOfWeightZeroChangesNothing) {
    Invented invented;
    const auto before = invented.learn().model;
    auto check = invented.sets[1];
    for (auto& pair : check.pairs.listed) {
        pair.positive = !pair.positive;
    }
    check.name = "check";
    check.weight = 0;
    check.corpus = 1;
    invented.corpora.push_back(invented.corpora[0]);
    invented.sets.push_back(check);
    const auto learned = invented.learn();
    EXPECT_EQ(learned.model, before);
    EXPECT_LT(learned.figures[2].roc_auc.value_or(1), .1);
}

TEST(LearnModel, KeepsWhatIsSet) {
    const Invented invented;
    const auto model = score::Model::parse(
        invented.learn({.fixed = {{"story.days", 1.25}, {"derived.credit", 2}}}).model);
    EXPECT_EQ(model.story.weights[3], 1.25);
    EXPECT_EQ(model.derived.weights[2], 2);
}

TEST(LearnModel, RefusesWhatCannotBeLearntFrom) {
    const auto refuses = [](const Invented& invented, const LearnOptions& options = {}) {
        try {
            static_cast<void>(invented.learn(options));
        } catch (const Error&) {
            return true;
        }
        return false;
    };
    Invented invented;
    EXPECT_TRUE(refuses(invented, {.fixed = {{"story.luck", 1}}}));
    EXPECT_TRUE(refuses(invented, {.fixed = {{"story.days", -1}}}));
    EXPECT_TRUE(refuses(invented, {.folds = 1}));
    invented.sets[0].is_population = false;
    EXPECT_TRUE(refuses(invented));
    invented.sets[0].is_population = true;
    invented.sets[0].pairs.articles = {0, 1};
    for (const auto& clusters : std::vector<std::vector<std::uint32_t>>{{0}, {0, 2}}) {
        invented.sets[0].pairs.clusters = clusters;
        EXPECT_TRUE(refuses(invented));
    }
    invented.sets[0].pairs.clusters = {0, 1};
    EXPECT_FALSE(refuses(invented));
    invented.sets[1].pairs.listed[0].b = 10'000;
    EXPECT_TRUE(refuses(invented));
    invented.sets.pop_back();
    EXPECT_TRUE(refuses(invented)) << "nothing to learn derived from";
}

TEST(PriorLearner, CountsArticlesNotOccurrences) {
    std::vector<Article> articles(4);
    articles[0].text = "Harbour harbour harbour ferries";
    articles[1].text = "The harbour at dawn";
    articles[2].text = "Nothing of the kind";
    articles[3].text = "Ferries at dawn";
    PriorLearner learner;
    learner.add(std::span(articles).first(1));
    learner.add(std::span(articles).subspan(1), 3);
    EXPECT_EQ(learner.article_count(), 4U);
    const auto prior = feature::Prior::parse(learner.prior(2));
    EXPECT_EQ(prior.article_count(), 4U);
    EXPECT_EQ(prior.entries().size(), 3U);  // harbour, ferries, dawn
    for (const auto& entry : prior.entries()) {
        EXPECT_NEAR(feature::Prior::share_of_code(entry.code), .5, .02);
    }
}

TEST(PriorLearner, IsTheSameForAnyBatches) {
    const auto articles = invented_corpus(5);
    PriorLearner whole;
    whole.add(articles);
    PriorLearner parts;
    for (std::size_t i = 0; i < articles.size(); i += 7) {
        parts.add(std::span(articles).subspan(i, std::min<std::size_t>(7, articles.size() - i)), 2);
    }
    EXPECT_EQ(whole.prior(2), parts.prior(2));
}

TEST(PriorLearner, OfNoArticlesIsRefused) {
    EXPECT_THROW(static_cast<void>(PriorLearner().prior()), Error);
}

}  // namespace
}  // namespace wirecopy
