// The story families are what README.md says of them: every kind is there, every label names two
// articles, and the wording that two kinds share is that of a copy, a cut, a rewrite or a
// quotation.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "oracle/feature_windows.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {
namespace {

using Strings = std::vector<std::string>;

constexpr std::array halves{"tuning", "untuned"};
constexpr std::array kinds{"c",  "de", "e",  "es", "f",  "i1", "i2", "l1",
                           "l2", "p",  "r1", "r2", "r3", "w",  "zh", "ocr"};
constexpr std::array from_one_report{"w", "c", "e", "r1", "r2", "r3"};

std::filesystem::path folder_of(std::string_view half) {
    return std::filesystem::path(WIRECOPY_SOURCE_DIR) / "tests" / "families" / half;
}

Strings files_of(std::string_view half, std::string_view ending) {
    Strings files;
    for (const auto& entry : std::filesystem::directory_iterator(folder_of(half))) {
        if (entry.path().extension() == ending) {
            files.push_back(entry.path().string());
        }
    }
    std::ranges::sort(files);
    return files;
}

std::map<std::string, Article> articles_of(std::string_view half) {
    std::map<std::string, Article> articles;
    for (auto& article : read_corpus(files_of(half, ".jsonl"), {}).articles) {
        articles.emplace(article.id, article);
    }
    return articles;
}

// A field that is a plain JSON string; empty when there is none.
std::string field_of(const Article& article, std::string_view name) {
    const auto field = std::ranges::find(article.extra, name, &ExtraField::name);
    return field == article.extra.end() ? "" : field->value.substr(1, field->value.size() - 2);
}

std::set<std::string> stories_of(const std::map<std::string, Article>& articles) {
    std::set<std::string> stories;
    for (const auto& [id, article] : articles) {
        stories.insert(field_of(article, "story"));
    }
    stories.erase("");
    return stories;
}

Strings split(const std::string& text, char separator) {
    Strings parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

std::size_t count_words(const std::string& text) {
    std::istringstream stream(text);
    return static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(stream), {}));
}

std::size_t count_code_points(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

// The length in words of the longest run that both texts have.
std::size_t longest_run(const Article& a, const Article& b) {
    const auto words_a = oracle::folded_words(a.text);
    const auto words_b = oracle::folded_words(b.text);
    std::vector<std::size_t> ending(words_b.size() + 1);
    std::size_t longest = 0;
    for (const auto& word : words_a) {
        for (auto at = words_b.size(); at > 0; --at) {
            ending[at] = words_b[at - 1] == word ? ending[at - 1] + 1 : 0;
            longest = std::max(longest, ending[at]);
        }
    }
    return longest;
}

double jaccard(const Article& a, const Article& b) {
    SimilarityOptions options;
    options.measure = Measure::jaccard;
    options.threads = 1;
    const auto matrix = similarity_matrix(std::array{a}, std::array{b}, options);
    return static_cast<double>(matrix.at(0, 0));
}

struct Range {
    double least;
    double most;
};

void expect_within(Range range, double value, const std::string& what) {
    EXPECT_GE(value, range.least) << what;
    EXPECT_LE(value, range.most) << what;
}

// Calls `visit` with the articles of every story, by their kinds.
template <typename Visit>
void for_each_story(const Visit& visit) {
    for (const auto* half : halves) {
        const auto articles = articles_of(half);
        for (const auto& story : stories_of(articles)) {
            std::map<std::string, Article> by_kind;
            for (const auto* kind : kinds) {
                by_kind.emplace(kind, articles.at(story + "-" + kind));
            }
            visit(by_kind);
        }
    }
}

TEST(FamiliesAreWhole, EveryArticleIsReadAndNoIdIsUsedTwice) {
    auto files = files_of(halves[0], ".jsonl");
    std::ranges::copy(files_of(halves[1], ".jsonl"), std::back_inserter(files));
    const auto corpus = read_corpus(files, {});
    EXPECT_EQ(corpus.articles.size(), 2 * (4 * kinds.size() + 56 + 1));
    for (const auto& rejected : corpus.rejected) {
        ADD_FAILURE() << rejected.source << ":" << rejected.line << ": " << rejected.reason;
    }
}

TEST(FamiliesAreWhole, EachHalfHasFourStoriesOfEveryKindAndARoundUp) {
    for (const std::string half : halves) {
        const auto articles = articles_of(half);
        const auto stories = stories_of(articles);
        EXPECT_EQ(stories.size(), 4U);
        for (const auto& story : stories) {
            for (const auto* kind : kinds) {
                const auto found = articles.find(story + "-" + kind);
                ASSERT_NE(found, articles.end()) << story << " " << kind;
                EXPECT_EQ(field_of(found->second, "story"), story);
                EXPECT_EQ(field_of(found->second, "kind"), kind);
            }
        }
        EXPECT_TRUE(articles.contains(half + "-roundup"));
    }
}

TEST(FamiliesAreWhole, EveryArticleHasATitleASourceAndADate) {
    for (const auto* half : halves) {
        for (const auto& [id, article] : articles_of(half)) {
            EXPECT_FALSE(article.title.empty()) << id;
            EXPECT_FALSE(article.source.empty()) << id;
            EXPECT_EQ(article.date.size(), std::string_view("2026-01-31").size()) << id;
            EXPECT_FALSE(field_of(article, "language").empty()) << id;
        }
    }
}

TEST(FamiliesAreWhole, ArticlesAreAsLongAsTheirKindAsks) {
    const std::map<std::string, Range> words_of{
        {"w", {350, 550}},  {"c", {350, 620}},  {"r1", {200, 400}}, {"r2", {180, 350}},
        {"r3", {120, 280}}, {"i1", {250, 450}}, {"i2", {250, 450}}, {"p", {300, 450}},
        {"f", {250, 400}},  {"l1", {200, 400}}, {"l2", {200, 400}}, {"de", {120, 250}},
        {"es", {120, 250}}};
    for_each_story([&](const std::map<std::string, Article>& by_kind) {
        for (const auto& [kind, range] : words_of) {
            const auto& article = by_kind.at(kind);
            expect_within(range, static_cast<double>(count_words(article.text)), article.id);
        }
        const auto& chinese = by_kind.at("zh");
        expect_within({400, 650}, static_cast<double>(count_code_points(chinese.text)), chinese.id);
        const auto kept = static_cast<double>(count_words(by_kind.at("e").text)) /
                          static_cast<double>(count_words(by_kind.at("w").text));
        expect_within({0.5, 0.65}, kept, by_kind.at("e").id);
    });
}

TEST(FamiliesAreWhole, ARoundUpHasEightBriefs) {
    for (const std::string half : halves) {
        std::size_t briefs = 0;
        for (const auto& line : split(articles_of(half).at(half + "-roundup").text, '\n')) {
            if (!line.empty()) {
                ++briefs;
                expect_within({50, 90}, static_cast<double>(count_words(line)), line);
            }
        }
        EXPECT_EQ(briefs, 8U);
    }
}

TEST(FamiliesAreWhole, EveryLabelIsAboutTwoArticlesOfItsHalf) {
    const Strings grades{"none", "related", "partial", "rewrite", "edited", "copy"};
    for (const auto* half : halves) {
        const auto articles = articles_of(half);
        for (const auto& file : files_of(half, ".tsv")) {
            std::ifstream lines(file);
            std::string line;
            std::getline(lines, line);
            const bool graded = line == "id_a\tid_b\tat_least\tat_most\twhy";
            ASSERT_TRUE(graded || line == "id_a\tid_b\tlabel") << file;
            std::set<std::pair<std::string, std::string>> seen;
            while (std::getline(lines, line)) {
                const auto cells = split(line, '\t');
                ASSERT_EQ(cells.size(), graded ? 5U : 3U) << file << ": " << line;
                EXPECT_TRUE(articles.contains(cells[0]) && articles.contains(cells[1])) << line;
                EXPECT_TRUE(seen.insert(std::minmax(cells[0], cells[1])).second) << line;
                if (graded) {
                    const auto least = std::ranges::find(grades, cells[2]);
                    const auto most = std::ranges::find(grades, cells[3]);
                    EXPECT_TRUE(most != grades.end() && least <= most) << line;
                } else {
                    EXPECT_TRUE(cells[2] == "0" || cells[2] == "1") << line;
                }
            }
            EXPECT_FALSE(seen.empty()) << file;
        }
    }
}

TEST(FamiliesAreWhole, TheWordingSharedWithTheOriginalIsThatOfTheKind) {
    const std::map<std::string, Range> jaccard_of{
        {"c", {0.6, 1}},   {"e", {0.2, 0.6}},    {"r1", {0, 0.12}},
        {"r2", {0, 0.03}}, {"r3", {0, 0.01}},    {"i1", {0, 0.03}},
        {"i2", {0, 0.03}}, {"ocr", {0.05, 0.2}}, {"p", {0.04, 0.12}}};
    for_each_story([&](const std::map<std::string, Article>& by_kind) {
        for (const auto& [kind, range] : jaccard_of) {
            const auto& article = by_kind.at(kind);
            expect_within(range, jaccard(by_kind.at("w"), article), article.id);
        }
    });
}

TEST(FamiliesAreWhole, APartialReuseLiftsOnePassage) {
    for_each_story([](const std::map<std::string, Article>& by_kind) {
        const auto run = longest_run(by_kind.at("w"), by_kind.at("p"));
        expect_within({50, 100}, static_cast<double>(run), by_kind.at("p").id);
    });
}

// Longer public statements that everybody quotes would make such a pair partial reuse.
TEST(FamiliesAreWhole, IndependentReportsShareNoMoreThanAQuotation) {
    for_each_story([](const std::map<std::string, Article>& by_kind) {
        for (const auto* own : {"i1", "i2", "f"}) {
            for (const auto* kind : from_one_report) {
                EXPECT_LT(longest_run(by_kind.at(own), by_kind.at(kind)), 20U)
                    << by_kind.at(own).id << " " << kind;
            }
        }
    });
}

}  // namespace
}  // namespace wirecopy
