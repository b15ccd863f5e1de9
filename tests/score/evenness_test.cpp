#include "score/evenness.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "base/hash.hpp"
#include "score/profile.hpp"

namespace wirecopy::score {
namespace {

std::vector<std::uint64_t> drawn_words(std::size_t count, std::uint64_t seed) {
    base::Random random(seed);
    std::vector<std::uint64_t> words(count);
    for (auto& word : words) {
        word = random.next();
    }
    return words;
}

std::vector<std::uint32_t> triples_of(const std::vector<std::uint64_t>& words) {
    std::vector<std::uint32_t> triples;
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        triples.push_back(triple_hash(words[i], words[i + 1], words[i + 2]));
    }
    std::ranges::sort(triples);
    return triples;
}

TEST(Evenness, IsOneOfATextInItselfAndNoneInAnother) {
    const auto words = drawn_words(300, 1);
    EXPECT_EQ(evenness(words, triples_of(words)), 1);
    EXPECT_EQ(evenness(words, triples_of(drawn_words(300, 2))), 0);
}

TEST(Evenness, OfFourWordsInTenReplacedIsNearlyOneOfTheSecondHalfNewIsHalf) {
    const auto words = drawn_words(600, 1);
    auto edited = words;
    base::Random random(3);
    for (auto& word : edited) {
        word = random.below(10) < 4 ? random.next() : word;
    }
    EXPECT_GE(evenness(edited, triples_of(words)), .9);
    auto half = drawn_words(600, 4);
    std::copy_n(words.begin(), 300, half.begin());
    EXPECT_EQ(evenness(half, triples_of(words)), .5);
}

TEST(Evenness, LeavesOutAShortLastStretch) {
    auto words = drawn_words(60, 1);
    const auto triples = triples_of(words);
    const auto more = drawn_words(15, 2);
    words.insert(words.end(), more.begin(), more.end() - 1);
    EXPECT_EQ(evenness(words, triples), 1);
    words.push_back(more.back());
    EXPECT_NEAR(evenness(words, triples), 2.0 / 3, 1e-12);
}

TEST(Evenness, OfFewWordsIsOfTheOneStretchThereIs) {
    const auto words = drawn_words(3, 1);
    EXPECT_EQ(evenness(words, triples_of(words)), 1);
    EXPECT_EQ(evenness(drawn_words(2, 1), triples_of(words)), 0);
    EXPECT_EQ(evenness({}, {}), 0);
}

}  // namespace
}  // namespace wirecopy::score
