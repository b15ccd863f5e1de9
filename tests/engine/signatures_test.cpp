#include "wirecopy/signatures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/articles.hpp"
#include "feature/shingles.hpp"
#include "tape/words.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

using testing::planted;

std::string signed_file(std::vector<Article> articles, const SignatureParameters& parameters,
                        unsigned threads = 1) {
    std::string bytes;
    CorpusSigner signer(parameters, [&](std::string_view block) { bytes += block; }, threads);
    const auto count = articles.size();
    for (auto& article : articles) {
        signer.add(std::move(article));
    }
    signer.finish();
    EXPECT_EQ(signer.articles(), count);
    return bytes;
}

SignatureReader reader_of(std::string_view bytes) {
    return {"file", [bytes](std::span<char> buffer) mutable {
                const auto count = std::min(bytes.size(), buffer.size());
                std::copy_n(bytes.begin(), count, buffer.begin());
                bytes.remove_prefix(count);
                return count;
            }};
}

SignatureSet set_of(const std::vector<Article>& articles, const SignatureParameters& parameters) {
    const auto bytes = signed_file(articles, parameters);
    std::vector<SignatureReader> files;
    files.push_back(reader_of(bytes));
    return read_signatures(files);
}

std::vector<CopyPair> matches_of(const SignatureSet& set, const SignatureMatchOptions& options) {
    std::vector<CopyPair> pairs;
    (void)match_signatures(set, options, [&](const CopyPair& pair) { pairs.push_back(pair); });
    return pairs;
}

const std::vector<SignatureParameters>& kinds() {
    static const std::vector<SignatureParameters> kinds = {
        {},
        {.slots = 100, .unit = ShingleUnit::character, .width = 9},
        {.bits = 8},
        {.bits = 4},
        {.method = SketchMethod::one_permutation},
        {.method = SketchMethod::one_permutation_densified},
        {.method = SketchMethod::one_permutation_densified, .bits = 16},
    };
    return kinds;
}

TEST(CorpusSigner, WritesWhatArticleSignerSigns) {
    base::Random random(7);
    auto articles = testing::random_articles(random, 200);
    articles[3].source = "The Vale Gazette";
    articles[3].date = "2024-02-29";
    for (const auto& parameters : kinds()) {
        const auto set = set_of(articles, parameters);
        ArticleSigner signer(parameters);
        ASSERT_EQ(set.articles.size(), articles.size());
        const auto width = set.words.size() / articles.size();
        for (std::size_t i = 0; i < articles.size(); ++i) {
            const auto signature = signer.sign(articles[i].text);
            EXPECT_TRUE(std::ranges::equal(signature.words(),
                                           std::span(set.words).subspan(i * width, width)));
            std::vector<std::uint64_t> shingles;
            if (parameters.unit == ShingleUnit::word) {
                tape::WordScanner scanner;
                feature::word_shingles(scanner.scan(articles[i].text).hashes, parameters.width,
                                       shingles);
            } else {
                feature::char_shingles(articles[i].text, parameters.width, shingles);
            }
            feature::make_set(shingles);
            EXPECT_EQ(set.articles[i].shingle_count, shingles.size());
            EXPECT_EQ(set.articles[i].shingle_count == 0, signature.empty());
            EXPECT_EQ(set.articles[i].id, articles[i].id);
            EXPECT_EQ(set.articles[i].source, articles[i].source);
            EXPECT_EQ(set.articles[i].date, articles[i].date);
        }
    }
}

TEST(CorpusSigner, HashesTheWordsAlone) {
    const auto set = set_of(testing::articles_of({"The Pier, closed!", "the pier closed",
                                                  "pier the closed", "the pier"}),
                            {});
    EXPECT_EQ(set.articles[0].word_hash, set.articles[1].word_hash);
    EXPECT_NE(set.articles[0].word_hash, set.articles[2].word_hash);
    EXPECT_NE(set.articles[0].word_hash, set.articles[3].word_hash);
}

TEST(CorpusSigner, WritesTheSameBytesOnAnyNumberOfThreads) {
    const auto articles = planted(500);  // more than a block
    const auto one = signed_file(articles, {});
    EXPECT_EQ(signed_file(articles, {}, 2), one);
    EXPECT_EQ(signed_file(articles, {}, 8), one);
}

TEST(CorpusSigner, OfTwoHalvesMergedWritesWhatItWritesOfAll) {
    const auto articles = planted(400);
    const auto half = articles.begin() + 1000;
    const auto first = signed_file({articles.begin(), half}, {});
    const auto second = signed_file({half, articles.end()}, {});
    std::vector<SignatureReader> files;
    files.push_back(reader_of(first));
    files.push_back(reader_of(second));
    std::string merged;
    (void)merge_signatures(files, [&](std::string_view block) { merged += block; });
    EXPECT_EQ(merged, signed_file(articles, {}));
}

TEST(CorpusSigner, CountsArticlesWithoutWords) {
    CorpusSigner signer({}, [](std::string_view) {});
    signer.add(testing::article_of("a", "..."));
    signer.add(testing::article_of("b", "words"));
    signer.finish();
    EXPECT_EQ(signer.wordless(), 1U);
}

TEST(MatchSignatures, FindsThePairsThatAllEstimatesHave) {
    const auto articles = planted(50);
    for (const auto& parameters : kinds()) {
        const auto set = set_of(articles, parameters);
        ArticleSigner signer(parameters);
        std::vector<Signature> signatures;
        for (const auto& article : articles) {
            signatures.push_back(signer.sign(article.text));
        }
        for (const double threshold : {.5, .7, .9}) {
            std::set<std::pair<std::size_t, std::size_t>> expected;
            for (std::size_t a = 0; a < articles.size(); ++a) {
                for (auto b = a + 1; b < articles.size(); ++b) {
                    if (estimate_jaccard(signatures[a], signatures[b]) >= threshold) {
                        expected.emplace(a, b);
                    }
                }
            }
            const auto found =
                matches_of(set, {.threshold = threshold, .recall = .999, .threads = 2});
            ASSERT_GT(expected.size(), 50U);
            EXPECT_GE(static_cast<double>(found.size()),
                      .98 * static_cast<double>(expected.size()));
            for (const auto& pair : found) {
                EXPECT_TRUE(expected.contains({pair.a, pair.b}));
                EXPECT_NEAR(pair.jaccard, estimate_jaccard(signatures[pair.a], signatures[pair.b]),
                            1e-6);
            }
        }
    }
}

TEST(MatchSignatures, EstimatesWhatFindCopiesVerifies) {
    const auto articles = planted(50);
    const auto set = set_of(articles, {.slots = 1024});
    CopyOptions exact;
    exact.slots = 1024;
    exact.threshold = .01;
    std::vector<CopyPair> verified;
    (void)find_copies(articles, exact, [&](const CopyPair& pair) { verified.push_back(pair); });
    const auto estimated = matches_of(set, {.threshold = .01});
    std::size_t compared = 0;
    for (const auto& pair : estimated) {
        const auto known = std::ranges::find_if(verified, [&](const CopyPair& other) {
            return other.a == pair.a && other.b == pair.b;
        });
        if (known == verified.end()) {
            EXPECT_LT(pair.jaccard, .05);
            continue;
        }
        const auto jaccard = static_cast<double>(known->jaccard);
        const double sigma = std::sqrt(std::max(jaccard * (1 - jaccard), 1e-3) / 1024);
        EXPECT_NEAR(pair.jaccard, known->jaccard, 4.5 * sigma);
        EXPECT_NEAR(pair.containment_a, known->containment_a, 9 * sigma);
        EXPECT_NEAR(pair.containment_b, known->containment_b, 9 * sigma);
        EXPECT_LE(pair.containment_a, 1);
        ++compared;
    }
    EXPECT_GT(compared, 500U);
}

TEST(MatchSignatures, IsTheSameOnAnyNumberOfThreads) {
    const auto set = set_of(planted(60), {});
    EXPECT_EQ(matches_of(set, {.threads = 1}), matches_of(set, {.threads = 8}));
}

TEST(MatchSignatures, BetweenTwoSidesFindsTheirPairsAlone) {
    const auto articles = planted(40);
    const auto set = set_of(articles, {});
    std::vector<std::uint32_t> sides(articles.size());
    std::fill(sides.begin() + 98, sides.end(), 1);
    auto expected = matches_of(set, {});
    std::erase_if(expected, [&](const CopyPair& pair) { return sides[pair.a] == sides[pair.b]; });
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(matches_of(set, {.groups = sides}), expected);
}

TEST(MatchSignatures, OfAHundredThousandEqualArticlesAreLinear) {
    SignatureSet set;
    set.parameters.slots = 4;
    set.articles.resize(100'000, {.id = "a", .word_hash = 5, .shingle_count = 1});
    set.words.resize(400'000, 9);
    const auto pairs = matches_of(set, {});
    EXPECT_GE(pairs.size(), set.articles.size() - 1);
    EXPECT_LE(pairs.size(), set.articles.size() + 64 * 64);
}

TEST(MatchSignatures, WithoutWordsResembleNothing) {
    const auto set = set_of(testing::articles_of({"", "...", "Two words", "Two words"}), {});
    const auto pairs = matches_of(set, {});
    ASSERT_EQ(pairs.size(), 1U);
    EXPECT_EQ(pairs[0].a, 2U);
    EXPECT_EQ(pairs[0].jaccard, 1);
    EXPECT_TRUE(matches_of({}, {}).empty());
}

TEST(MatchSignatures, RefusesWhatItCannotUse) {
    const auto set = set_of(planted(10), {.bits = 1});
    const auto refusal = [&](const SignatureMatchOptions& options) -> std::string {
        try {
            (void)matches_of(set, options);
        } catch (const Error& error) {
            return error.kind() == ErrorKind::option ? error.what() : "another kind";
        }
        return "";
    };
    EXPECT_NE(refusal({.threshold = 0}), "");
    EXPECT_NE(refusal({.threshold = 1.1}), "");
    EXPECT_NE(refusal({.recall = 0}), "");
    EXPECT_NE(refusal({.bands = 16}), "");
    EXPECT_EQ(refusal({.bands = 64, .rows = 8}),
              "signatures: 64 bands of 8 rows take more than the 128 slots there are");
    const std::vector<std::uint32_t> groups(3);
    EXPECT_EQ(refusal({.groups = groups}), "signatures: 3 groups were given for 60 articles");
    EXPECT_EQ(refusal({.bands = 128, .rows = 1}),
              "signatures: bands of 1 slot of 1 bit do not tell 60 articles apart; keep more bits "
              "of each slot, or ask for a higher threshold");
    EXPECT_EQ(refusal({.bands = 8, .rows = 16}), "");
}

TEST(GroupsOfSources, NumbersThemAndKeepsUnknownOnesApart) {
    const std::vector<std::string_view> sources{"Reuters", "", "AP", "Reuters", "", "AP"};
    EXPECT_EQ(groups_of_sources(sources), (std::vector<std::uint32_t>{0, 1, 2, 0, 3, 2}));
    EXPECT_TRUE(groups_of_sources({}).empty());
}

}  // namespace
}  // namespace wirecopy
