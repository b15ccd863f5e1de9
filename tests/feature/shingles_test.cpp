#include "feature/shingles.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "oracle/feature_windows.hpp"
#include "tape/random_text.hpp"
#include "tape/words.hpp"

namespace wirecopy::feature {
namespace {

using Shingles = std::vector<std::uint64_t>;

Shingles words_of(std::string_view text) {
    tape::WordScanner scanner;
    const auto hashes = scanner.scan(text).hashes;
    return {hashes.begin(), hashes.end()};
}

Shingles of_words(std::string_view text, std::size_t width) {
    Shingles shingles;
    word_shingles(words_of(text), width, shingles);
    return shingles;
}

Shingles of_chars(std::string_view text, std::size_t width) {
    Shingles shingles;
    char_shingles(text, width, shingles);
    return shingles;
}

// Takes the shingles of many texts and their windows: equal windows must have equal hashes, and
// different windows different ones.
template <typename Item>
class Pairing {
public:
    using Window = std::vector<Item>;

    void add(const std::vector<Window>& windows, const Shingles& shingles) {
        ASSERT_EQ(shingles.size(), windows.size());
        for (std::size_t i = 0; i < windows.size(); ++i) {
            ASSERT_EQ(hash_of_.try_emplace(windows[i], shingles[i]).first->second, shingles[i])
                << "equal windows, different hashes at " << i;
            ASSERT_EQ(window_of_.try_emplace(shingles[i], windows[i]).first->second, windows[i])
                << "different windows, equal hashes at " << i;
        }
    }

private:
    std::map<Window, std::uint64_t> hash_of_;
    std::map<std::uint64_t, Window> window_of_;
};

TEST(Shingles, OfWordsAreEqualExactlyWhereTheWindowsAre) {
    base::Random random(31);
    for (const std::size_t width : {1, 2, 3, 5, 8, 13, 40}) {
        Pairing<std::uint64_t> pairing;
        for (int round = 0; round < 200; ++round) {
            // Few different words, so that windows repeat inside a text and between texts.
            const auto vocabulary = 2 + random.below(4);
            Shingles words(random.below(60));
            for (auto& word : words) {
                word = base::mix(1 + random.below(vocabulary));
            }
            Shingles shingles;
            word_shingles(words, width, shingles);
            pairing.add(oracle::windows(words, width), shingles);
        }
    }
}

TEST(Shingles, OfCharactersAreEqualExactlyWhereTheWindowsAre) {
    base::Random random(37);
    for (const std::size_t width : {1, 2, 3, 5, 9, 25}) {
        Pairing<std::string> pairing;
        for (int round = 0; round < 300; ++round) {
            const auto text = tape::random_text(random, random.below(30));
            pairing.add(oracle::windows(oracle::folded_characters(text), width),
                        of_chars(text, width));
        }
    }
}

TEST(Shingles, OfAnyBytesAreThoseOfTheOracle) {
    base::Random random(41);
    Pairing<std::string> characters;
    Pairing<std::string> words;
    for (int round = 0; round < 500; ++round) {
        std::string text(random.below(80), '\0');
        for (auto& byte : text) {
            byte = static_cast<char>(random.below(256));
        }
        characters.add(oracle::windows(oracle::folded_characters(text), 4), of_chars(text, 4));
        words.add(oracle::windows(oracle::folded_words(text), 2), of_words(text, 2));
    }
}

TEST(Shingles, AreOneForEachPositionInTheOrderOfTheText) {
    const auto all = of_words("the mayor of the city said the mayor of the town", 3);
    ASSERT_EQ(all.size(), 9U);
    EXPECT_EQ(all[0], of_words("the mayor of", 3)[0]);
    EXPECT_EQ(all[3], of_words("The city: said", 3)[0]);
    EXPECT_EQ(all[6], all[0]);
    EXPECT_EQ(all[7], all[1]);
    EXPECT_NE(all[8], all[2]);
}

TEST(Shingles, TellTheOrderOfWordsApart) {
    EXPECT_NE(of_words("police sued mayor", 3), of_words("mayor sued police", 3));
    EXPECT_NE(of_words("no no yes", 3), of_words("no yes no", 3));
    EXPECT_NE(of_words("ha ha", 5), of_words("ha ha ha", 5));
}

TEST(Shingles, OfATextShorterThanTheWidthAreOneOfAllItHas) {
    EXPECT_EQ(of_words("Storm ends", 5).size(), 1U);
    EXPECT_EQ(of_words("Storm ends", 5), of_words("storm, ends.", 5));
    EXPECT_NE(of_words("Storm ends", 5), of_words("Storm begins", 5));
    EXPECT_NE(of_words("Storm ends", 5), of_words("Storm", 5));
    EXPECT_EQ(of_chars("Storm", 9).size(), 1U);
    EXPECT_EQ(of_chars("Storm", 9), of_chars("(STORM)", 9));
    EXPECT_NE(of_chars("Storm", 9), of_chars("Stor", 9));
    EXPECT_EQ(of_words("one two three", 65'536).size(), 1U);
    EXPECT_EQ(of_chars("one two three", 65'536).size(), 1U);
}

TEST(Shingles, OfATextJustAsLongAsTheWidthAreOne) {
    EXPECT_EQ(of_words("one two three", 3).size(), 1U);
    EXPECT_EQ(of_words("one two three four", 3).size(), 2U);
    EXPECT_EQ(of_chars("abc d", 5).size(), 1U);
    EXPECT_EQ(of_chars("abc de", 5).size(), 2U);
}

TEST(Shingles, OfATextWithoutWordsAreNone) {
    for (const std::string_view text :
         {"", " \n\t", "... — !?", "😀 👍🏽", "\xFF\xFE\x80", "\u00AD\u200D"}) {
        EXPECT_TRUE(of_words(text, 1).empty()) << text;
        EXPECT_TRUE(of_chars(text, 1).empty()) << text;
    }
}

TEST(Shingles, OfCharactersSeeFoldedWordsWithOneSpaceBetween) {
    struct Case {
        std::string_view text;
        std::string_view same;
    };
    constexpr std::array<Case, 9> cases{{{"  The\n\n“MAYOR”, ", "the mayor"},
                                         {"CAFÉ", "cafe\u0301"},
                                         {"ﬁnance", "finance"},
                                         {"ＡＰ－ＡＦＰ", "ap afp"},
                                         {"Straße", "STRASSE"},
                                         {"新聞社", "新 聞 社"},
                                         {"ข่าว", "ข่ า ว"},
                                         {"good😀news", "good news"},
                                         {"min\u00ADis\u00ADtry", "ministry"}}};
    for (const auto& [text, same] : cases) {
        for (const std::size_t width : {1, 2, 5}) {
            EXPECT_EQ(of_chars(text, width), of_chars(same, width)) << text;
        }
    }
}

TEST(Shingles, OfCharactersCountCodePoints) {
    EXPECT_EQ(of_chars("café", 1).size(), 4U);
    EXPECT_EQ(of_chars("ﬁne", 1).size(), 4U);
    EXPECT_EQ(of_chars("𠀀𠀁", 1).size(), 3U);  // each a word, with a space between
    EXPECT_EQ(of_chars("ข่า", 1).size(), 4U);    // a mark is a character of its own
    EXPECT_EQ(of_chars("a b", 1).size(), 3U);
    EXPECT_EQ(of_chars("a b", 4), of_chars("a, b", 4));
    EXPECT_NE(of_chars("a b", 4), of_chars("ab", 4));
}

TEST(Shingles, ReplaceWhatTheVectorHeld) {
    Shingles shingles = of_words("a text that leaves a good many shingles behind", 2);
    word_shingles(words_of("one two"), 2, shingles);
    EXPECT_EQ(shingles, of_words("one two", 2));
    char_shingles("", 3, shingles);
    EXPECT_TRUE(shingles.empty());
}

TEST(MakeSet, SortsAndDropsRepeats) {
    Shingles features{5, 1, 5, 3, 1, ~std::uint64_t{0}, 0};
    make_set(features);
    EXPECT_EQ(features, (Shingles{0, 1, 3, 5, ~std::uint64_t{0}}));
    Shingles none;
    make_set(none);
    EXPECT_TRUE(none.empty());
}

}  // namespace
}  // namespace wirecopy::feature
