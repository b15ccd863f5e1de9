#include <gtest/gtest.h>

#include <array>

#include "engine/articles.hpp"
#include "feature/shingles.hpp"
#include "tape/words.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {
namespace {

std::vector<SignatureParameters> kinds() {
    std::vector<SignatureParameters> made;
    for (const auto unit : {ShingleUnit::word, ShingleUnit::character}) {
        for (const auto method : {SketchMethod::minhash, SketchMethod::one_permutation,
                                  SketchMethod::one_permutation_densified}) {
            for (const std::size_t width : {1, 5, 30}) {
                made.push_back({.method = method, .slots = 37, .unit = unit, .width = width});
            }
        }
        made.push_back({.slots = 40, .bits = 4, .unit = unit});
    }
    return made;
}

// By hand, from the rooms that the signer puts together.
std::vector<std::uint64_t> shingles_of(std::string_view text,
                                       const SignatureParameters& parameters) {
    std::vector<std::uint64_t> shingles;
    if (parameters.unit == ShingleUnit::character) {
        feature::char_shingles(text, parameters.width, shingles);
    } else {
        tape::WordScanner scanner;
        feature::word_shingles(scanner.scan(text).hashes, parameters.width, shingles);
    }
    return shingles;
}

std::vector<std::string> texts() {
    base::Random random(157);
    std::vector<std::string> made;
    for (const auto& article : testing::random_articles(random, 25)) {
        made.push_back(article.text);
    }
    for (const auto& article : testing::seeds()) {
        made.push_back(article.text);
    }
    return made;
}

TEST(ArticleSigner, EqualsScanningShinglingAndSketchingByHand) {
    for (const auto& parameters : kinds()) {
        ArticleSigner signer(parameters);
        const Sketcher sketcher(parameters);
        for (const auto& text : texts()) {
            const auto shingles = shingles_of(text, parameters);
            ASSERT_EQ(signer.sign(text), sketcher.sign(shingles)) << text;
            std::vector<std::uint32_t> slots(parameters.slots, 7);
            std::vector<std::uint32_t> expected(parameters.slots, 8);
            signer.sign(text, slots);
            sketcher.sign(shingles, expected);
            ASSERT_EQ(slots, expected) << text;
        }
    }
}

TEST(ArticleSigner, GivesTheSameSignatureFromBothCalls) {
    for (const auto& parameters : kinds()) {
        ArticleSigner signer(parameters);
        for (const auto& text : texts()) {
            std::vector<std::uint32_t> slots(parameters.slots);
            signer.sign(text, slots);
            ASSERT_EQ(Signature(parameters, slots).words().size(),
                      signer.sign(text).words().size());
            if (!signer.sign(text).empty()) {
                ASSERT_EQ(Signature(parameters, slots), signer.sign(text));
            }
        }
    }
}

TEST(ArticleSigner, KeepsNothingOfAnEarlierText) {
    for (const auto& parameters : kinds()) {
        ArticleSigner used(parameters);
        for (const auto& text : texts()) {
            (void)used.sign(
                "新聞 Москва naïve ﬁrst text that leaves traces in every buffer it meets");
            ASSERT_EQ(used.sign(text), ArticleSigner(parameters).sign(text)) << text;
        }
    }
}

TEST(ArticleSigner, SurvivesBeingMoved) {
    ArticleSigner first({.slots = 16});
    const auto before = first.sign("Ferries at Port Osmer stopped on Friday");
    ArticleSigner second(std::move(first));
    EXPECT_EQ(second.sign("Ferries at Port Osmer stopped on Friday"), before);
    ArticleSigner third({.slots = 3});
    third = std::move(second);
    EXPECT_EQ(third.sign("Ferries at Port Osmer stopped on Friday"), before);
}

TEST(ArticleSigner, GivesTextsWithoutWordsAnEmptySignature) {
    for (const auto& parameters : kinds()) {
        ArticleSigner signer(parameters);
        for (const std::string_view text : {"", " \n", "... — 😀", "\xFF\xFE"}) {
            const auto signature = signer.sign(text);
            EXPECT_TRUE(signature.empty());
            EXPECT_EQ(estimate_jaccard(signature, signature), 0.0);
        }
        EXPECT_FALSE(signer.sign("a").empty());
    }
}

TEST(ArticleSigner, TakesTextsOfEqualWordsForEqual) {
    for (const auto& parameters : kinds()) {
        ArticleSigner signer(parameters);
        EXPECT_EQ(signer.sign("The CAFÉ’s ﬁne,\nreally"),
                  signer.sign("the cafe\u0301 s fine really"));
    }
}

TEST(ArticleSigner, RefusesWhatASketcherRefuses) {
    const auto refuses = [](const SignatureParameters& parameters) {
        try {
            ArticleSigner signer(parameters);
        } catch (const Error& error) {
            return error.kind() == ErrorKind::option;
        }
        return false;
    };
    EXPECT_TRUE(refuses({.slots = 0}));
    EXPECT_TRUE(refuses({.width = 0}));
    EXPECT_TRUE(refuses({.bits = 3}));
    EXPECT_TRUE(refuses({.method = SketchMethod::one_permutation, .bits = 8}));
    EXPECT_TRUE(refuses({.hash_id = 0}));
    EXPECT_FALSE(refuses({}));
}

}  // namespace
}  // namespace wirecopy
