// Articles for the tests of the engine: random ones with a fixed seed, and the five seeds.

#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "tape/random_text.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::testing {

using Articles = std::vector<Article>;

inline constexpr std::array all_measures{Measure::blend,
                                         Measure::tfidf,
                                         Measure::lead,
                                         Measure::specifics,
                                         Measure::specifics_containment,
                                         Measure::information,
                                         Measure::jaccard,
                                         Measure::containment};

inline SimilarityOptions options_of(Measure measure, std::size_t ngram = 3,
                                    ShingleUnit unit = ShingleUnit::word, unsigned threads = 1) {
    SimilarityOptions options;
    options.measure = measure;
    options.ngram = ngram;
    options.unit = unit;
    options.threads = threads;
    return options;
}

inline Article article_of(std::string id, std::string_view text) {
    Article article;
    article.id = std::move(id);
    article.text = text;
    return article;
}

inline Articles articles_of(const std::vector<std::string>& texts) {
    Articles articles;
    for (const auto& text : texts) {
        articles.push_back(article_of("article " + std::to_string(articles.size()), text));
    }
    return articles;
}

/// Sentences from a few words, names and numbers, so that articles share much.
inline std::string random_english(base::Random& random) {
    static constexpr std::array<std::string_view, 40> words{
        "the",        "of",           "said",        "in",        "a",          "and",
        "was",        "council",      "harbour",     "storm",     "flooded",    "ministers",
        "reported",   "trains",       "delayed",     "Vale",      "Port Osmer", "Tilda Brandvik",
        "Friday",     "17",           "2.4 million", "Oct. 25",   "12%",        "ferries",
        "Osmer",      "Kestrel Corp", "sources",     "satellite", "launch",     "votes",
        "opposition", "hospital",     "nurses",      "strike",    "talks",      "wage",
        "U.S.",       "after",        "agreement",   "million"};
    std::string text;
    for (auto left = random.below(60); left > 0; --left) {
        text += words[random.below(words.size())];
        text += random.below(9) == 0 ? ". The " : " ";
    }
    return text;
}

inline std::string random_chinese(base::Random& random) {
    static constexpr std::array<std::string_view, 20> letters{
        "港", "口", "市", "长", "说", "风", "暴", "周", "五", "罢",
        "工", "，", "。", "12", "亿", "元", "铁", "路", "医", "院"};
    std::string text;
    for (auto left = random.below(60); left > 0; --left) {
        text += letters[random.below(letters.size())];
    }
    return text;
}

/// English and Chinese articles, copies, parts of others, texts without words and without anything,
/// and texts of all scripts.
inline Articles random_articles(base::Random& random, std::size_t count) {
    std::vector<std::string> texts;
    while (texts.size() < count) {
        const auto any = texts.empty() ? std::string() : texts[random.below(texts.size())];
        switch (random.below(12)) {
            case 0:
                texts.emplace_back();
                break;
            case 1:
                texts.emplace_back("... — 😀 !!\n");
                break;
            case 2:
                texts.push_back(any);
                break;
            case 3:
                texts.push_back(any + random_english(random));
                break;
            case 4:
                texts.emplace_back("The and of");
                break;
            case 5:
            case 6:
                texts.push_back(random_chinese(random));
                break;
            case 7:
                texts.push_back(tape::random_text(random, random.below(60)));
                break;
            default:
                texts.push_back(random_english(random));
        }
    }
    return articles_of(texts);
}

/// Articles of 120 words, and behind each some that change more and more of them.
inline std::vector<Article> planted(std::size_t originals) {
    base::Random random(11);
    const auto word = [&] { return "w" + std::to_string(random.below(5000)); };
    std::vector<Article> articles;
    for (std::size_t i = 0; i < originals; ++i) {
        std::vector<std::string> words(120);
        for (auto& one : words) {
            one = word();
        }
        for (const std::uint64_t changed : {0, 0, 1, 3, 8, 30}) {
            auto copy = words;
            for (std::uint64_t k = 0; k < changed; ++k) {
                copy[random.below(copy.size())] = word();
            }
            Article article;
            article.id = std::to_string(articles.size());
            for (const auto& one : copy) {
                article.text += one + " ";
            }
            articles.push_back(article);
        }
    }
    return articles;
}

/// Four articles a day for ten weeks: each of the four has much in common with its like of other
/// days, more than anybody is asked for, and a little with the others of its day.
inline std::vector<Article> long_affair() {
    base::Random random(12);
    std::vector<Article> articles;
    for (std::size_t day = 0; day < 70; ++day) {
        for (std::size_t part = 0; part < 4; ++part) {
            std::vector<std::string> words;
            for (std::size_t i = 0; i < 40; ++i) {
                words.push_back("part" + std::to_string(100 * part + random.below(60)));
            }
            for (std::size_t i = 0; i < 6; ++i) {
                words.push_back("day" + std::to_string(100 * day + i));
            }
            Article article;
            article.id = std::to_string(articles.size());
            const auto of_month = std::to_string(1 + day % 28);
            article.date = "2024-0" + std::to_string(1 + day / 28) + "-" +
                           (of_month.size() < 2 ? "0" : "") + of_month;
            for (const auto& word : words) {
                article.text += word + " ";
            }
            articles.push_back(article);
        }
    }
    return articles;
}

/// Invented stories, one half of them or both, and the founding articles; by the names of their
/// files.
inline Articles families(const std::vector<std::string>& halves = {"tuning", "untuned"}) {
    const std::string source = WIRECOPY_SOURCE_DIR;
    std::vector<std::string> paths{source + "/seeds"};
    for (const auto& half : halves) {
        const auto folder = source + "/tests/families/" + half;
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            if (file.path().extension() == ".jsonl") {
                paths.push_back(file.path().string());
            }
        }
    }
    std::sort(paths.begin(), paths.end());
    auto corpus = read_corpus(paths, {});
    EXPECT_TRUE(corpus.rejected.empty());
    return std::move(corpus.articles);
}

/// The five founding articles.
inline Articles seeds() {
    const std::array paths{std::string(WIRECOPY_SOURCE_DIR) + "/seeds"};
    return read_corpus(paths, {}).articles;
}

}  // namespace wirecopy::testing
