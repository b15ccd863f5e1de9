#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "curve.hpp"
#include "edits.hpp"
#include "lexicon.hpp"
#include "stream.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::bench {
namespace {

std::vector<StreamedArticle> stream_of(const StreamOptions& options,
                                       const std::vector<Sentences>& pool = {}) {
    Stream stream(options, pool);
    std::vector<StreamedArticle> articles;
    StreamedArticle streamed;
    while (stream.next(streamed)) {
        articles.push_back(streamed);
    }
    return articles;
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    for (const char letter : text + ' ') {
        if (letter == ' ' || letter == '\n') {
            if (!word.empty()) {
                words.push_back(word);
            }
            word.clear();
        } else {
            word += letter;
        }
    }
    return words;
}

// Letters and digits, lower-cased: as shape.py counts.
std::vector<std::string> counted_words(const std::string& text) {
    std::string cleaned;
    for (const char letter : text) {
        const bool upper = letter >= 'A' && letter <= 'Z';
        const bool kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        cleaned += upper ? static_cast<char>(letter - 'A' + 'a') : kept ? letter : ' ';
    }
    return words_of(cleaned);
}

const std::vector<StreamedArticle>& three_thousand() {
    static const auto articles = stream_of({.articles = 3'000, .articles_a_day = 1'000});
    return articles;
}

TEST(Corpus, TheSameSeedGivesTheSameArticlesAndAnotherOneOthers) {
    const auto first = stream_of({.articles = 200, .seed = 5});
    const auto again = stream_of({.articles = 200, .seed = 5});
    const auto other = stream_of({.articles = 200, .seed = 6});
    ASSERT_EQ(first.size(), 200U);
    std::size_t equal = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].article.text, again[i].article.text);
        EXPECT_EQ(first[i].article.id, again[i].article.id);
        equal += first[i].article.text == other[i].article.text ? 1 : 0;
    }
    EXPECT_EQ(equal, 0U);
}

TEST(Corpus, AShorterStreamIsTheHeadOfALongerOne) {
    const auto shorter = stream_of({.articles = 100});
    const auto longer = stream_of({.articles = 300});
    for (std::size_t i = 0; i < shorter.size(); ++i) {
        EXPECT_EQ(shorter[i].article.text, longer[i].article.text);
    }
}

TEST(Corpus, EveryDayHasAsManyOriginalsAsAskedAndCopiesTheDatesOfTheirs) {
    std::map<std::string, std::string> dates;
    std::map<std::string, std::size_t> count;
    for (const auto& [article, original, kind] : three_thousand()) {
        dates[article.id] = article.date;
        ++count[article.date];
        if (!kind.empty()) {
            EXPECT_EQ(article.date, dates.at(original));
        }
    }
    ASSERT_EQ(count.size(), 3U);
    EXPECT_EQ(count.begin()->first, "2031-01-01");
    // What is planted late on a day comes out on the next, with the date of its own.
    for (const auto& [date, articles] : count) {
        EXPECT_NEAR(static_cast<double>(articles), 1'000, 50);
    }
}

TEST(Corpus, IdsAreUnique) {
    std::set<std::string> ids;
    for (const auto& streamed : three_thousand()) {
        EXPECT_TRUE(ids.insert(streamed.article.id).second) << streamed.article.id;
    }
}

TEST(Corpus, LabelsNameAnOriginalThatThePlantedArticleIsMadeFrom) {
    std::map<std::string, std::string> texts;
    std::map<std::string, const EditKind*> kinds;
    for (const auto& kind : edit_kinds) {
        kinds[std::string(kind.name)] = &kind;
    }
    std::size_t planted = 0;
    for (const auto& [article, original, kind] : three_thousand()) {
        texts[article.id] = article.text;
        if (kind.empty()) {
            EXPECT_TRUE(original.empty());
            continue;
        }
        ++planted;
        const auto& edit = *kinds.at(std::string(kind));
        const auto copy = words_of(article.text);
        const auto source = words_of(texts.at(original));
        ASSERT_EQ(static_cast<double>(copy.size()),
                  std::round(edit.kept * static_cast<double>(source.size())));
        std::size_t replaced = 0;
        for (std::size_t i = 0; i < copy.size(); ++i) {
            replaced += copy[i] == source[i] ? 0 : 1;
        }
        EXPECT_EQ(static_cast<double>(replaced),
                  std::round(edit.replaced * static_cast<double>(copy.size())))
            << article.id;
    }
    // 3.5 % of 3,000: 105, less those that wait at the end; 4 sigma.
    EXPECT_NEAR(static_cast<double>(planted), 96, 40);
}

TEST(Corpus, NothingIsPlantedWhereNothingIsAskedFor) {
    for (const auto& streamed : stream_of({.articles = 300, .planted_share = 0})) {
        EXPECT_TRUE(streamed.kind.empty());
    }
}

TEST(Corpus, OptionsThatCannotBeAreRefused) {
    const std::vector<Sentences> pool;
    EXPECT_THROW(Stream({.articles_a_day = 0}, pool), Error);
    EXPECT_THROW(Stream({.planted_share = .5}, pool), Error);
    EXPECT_THROW(Stream({.planted_share = std::nan("")}, pool), Error);
}

// The ranges are a fifth around what 3,000 articles drawn from the real corpus have.
TEST(Corpus, LengthsAndDocumentFrequenciesAreThoseOfNews) {
    std::vector<std::size_t> lengths;
    std::map<std::string, std::size_t> documents;
    for (const auto& streamed : three_thousand()) {
        const auto words = counted_words(streamed.article.text);
        lengths.push_back(words.size());
        for (const auto& word : std::set<std::string>(words.begin(), words.end())) {
            ++documents[word];
        }
    }
    std::ranges::sort(lengths);
    EXPECT_NEAR(static_cast<double>(lengths[1'500]), 478, 96);
    std::vector<std::size_t> by_rank;
    for (const auto& [word, count] : documents) {
        by_rank.push_back(count);
    }
    std::ranges::sort(by_rank, std::greater<>());
    EXPECT_NEAR(static_cast<double>(by_rank.size()), 34'300, 34'300 * .2);
    EXPECT_NEAR(static_cast<double>(by_rank[9]), 2'875, 2'875 * .2);
    EXPECT_NEAR(static_cast<double>(by_rank[99]), 919, 919 * .2);
    EXPECT_NEAR(static_cast<double>(by_rank[999]), 148, 148 * .2);
}

TEST(Corpus, SplicedArticlesHoldNothingButSentencesOfThePool) {
    const std::vector<Sentences> pool{sentences_of("One is here. Two is there.\nThree is gone."),
                                      sentences_of("Four came. Five went. Six stayed.")};
    std::set<std::string> known;
    for (const auto& sentences : pool) {
        for (const auto& sentence : sentences) {
            known.insert(words_of(sentence).front());
        }
    }
    const auto articles = stream_of({.articles = 50, .planted_share = 0}, pool);
    ASSERT_EQ(articles.size(), 50U);
    std::size_t spliced = 0;
    for (const auto& streamed : articles) {
        for (const auto& sentence : sentences_of(streamed.article.text)) {
            spliced += known.contains(words_of(sentence).front()) ? 1 : 0;
        }
    }
    EXPECT_GT(spliced, 100U);
}

TEST(Corpus, SentencesPutTogetherAreTheText) {
    const std::string text = "One is here. Two is there.\nThree is 4.5 and gone";
    const auto sentences = sentences_of(text);
    EXPECT_EQ(sentences, (Sentences{"One is here. ", "Two is there.\n", "Three is 4.5 and gone"}));
}

TEST(FrequencyCurve, SharesOfRanksAreWhereTheyAreDrawn) {
    const FrequencyCurve curve;
    for (const std::uint32_t rank : {0U, 1U, 7U, 19U, 300U, 5'000U, 1'000'000U}) {
        const double begin = curve.share_below(rank);
        const double end = curve.share_below(rank + 1);
        EXPECT_LT(begin, end);
        EXPECT_EQ(curve.rank_at((begin + end) / 2), rank);
    }
    EXPECT_EQ(curve.rank_at(0), 0U);
    EXPECT_GT(curve.rank_at(1 - 1e-15), 1'000'000U);
}

// A made-up word may be an English one: "take" is two syllables, too.
TEST(Lexicon, HardlyAnyFrequentWordsButNumbersAreSpelledAlike) {
    const Lexicon lexicon;
    std::set<std::string> seen;
    std::size_t repeated = 0;
    for (std::uint32_t rank = 0; rank < 100'000; ++rank) {
        if (Lexicon::kind(rank) != WordKind::number) {
            repeated += seen.insert(lexicon.spelling(rank)).second ? 0 : 1;
        }
    }
    EXPECT_LT(repeated, 10U);
}

TEST(Lexicon, WordsBeyondThoseKeptAreSpelledTheSameWay) {
    const Lexicon lexicon;
    std::string text;
    lexicon.append(3'000'000'001U, text);
    EXPECT_EQ(text, lexicon.spelling(3'000'000'001U));
    EXPECT_GT(text.size(), 4U);
}

}  // namespace
}  // namespace wirecopy::bench
