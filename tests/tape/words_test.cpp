#include "tape/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/simd.hpp"
#include "oracle/plain_words.hpp"
#include "tape/random_text.hpp"
#include "tape/word_hash.hpp"

namespace wirecopy::tape {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    WordScanner scanner;
    std::vector<std::string> words;
    for (const auto& place : scanner.scan(text).places) {
        words.emplace_back(text.substr(place.begin, place.end - place.begin));
    }
    return words;
}

void expect_equals_oracle(WordScanner& scanner, std::string_view text) {
    const auto words = scanner.scan(text);
    const auto expected = oracle::plain_words(text);
    ASSERT_EQ(words.size(), expected.size()) << text;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        ASSERT_EQ(words.places[i].begin, expected[i].begin) << i << " of " << text;
        ASSERT_EQ(words.places[i].end, expected[i].end) << i << " of " << text;
        ASSERT_EQ(words.hashes[i], hash_word(expected[i].folded)) << i << " of " << text;
    }
}

using Strings = std::vector<std::string>;

TEST(Words, AreTheRunsOfWordCharacters) {
    EXPECT_EQ(words_of("Don't stop: 1,800 tons_of 3-day news."),
              (Strings{"Don", "t", "stop", "1", "800", "tons_of", "3", "day", "news"}));
}

TEST(Words, AreNoneInATextWithoutLetters) {
    EXPECT_TRUE(words_of("").empty());
    EXPECT_TRUE(words_of(" .,-\n\t😀 \xFF\xFE").empty());
}

TEST(Words, LettersOfScriptsWithoutSpacesStandAlone) {
    EXPECT_EQ(words_of("新聞abc社2日"), (Strings{"新", "聞", "abc", "社", "2", "日"}));
    EXPECT_EQ(words_of("ข่าว"), (Strings{"ข่", "า", "ว"}));
}

TEST(Words, KoreanArabicAndHebrewAreCutAtSpaces) {
    EXPECT_EQ(words_of("서울 시장"), (Strings{"서울", "시장"}));
    EXPECT_EQ(words_of("قال الوزير"), (Strings{"قال", "الوزير"}));
    EXPECT_EQ(words_of("שר האוצר"), (Strings{"שר", "האוצר"}));
}

TEST(Words, SoftHyphensAndJoinersDoNotPartAWord) {
    WordScanner scanner;
    const auto plain = scanner.scan("ministry").hashes[0];
    const auto hyphenated = scanner.scan("min\u00ADis\u00ADtry");
    ASSERT_EQ(hyphenated.size(), 1U);
    EXPECT_EQ(hyphenated.hashes[0], plain);
    EXPECT_EQ(words_of("end\u00AD "), (Strings{"end"}));
}

TEST(Words, FormsOfOneWordHashAlike) {
    WordScanner scanner;
    const auto hash = [&](std::string_view text) { return scanner.scan(text).hashes[0]; };
    EXPECT_EQ(hash("CAFÉ"), hash("cafe\u0301"));
    EXPECT_EQ(hash("ﬁnance"), hash("Finance"));
    EXPECT_EQ(hash("STRASSE"), hash("Straße"));
    EXPECT_EQ(hash("ＡＰ"), hash("ap"));
    EXPECT_EQ(hash("МОСКВА"), hash("москва"));
    EXPECT_NE(hash("wire"), hash("wires"));
}

TEST(Words, LongWordsHashByTheirWholeLength) {
    WordScanner scanner;
    const std::string word(100, 'x');
    EXPECT_EQ(scanner.scan(word + " tail").hashes[0], hash_word(word));
    EXPECT_NE(hash_word(word), hash_word(word + "x"));
    EXPECT_EQ(scanner.scan("Supercalifragilisticexpialidocious").hashes[0],
              hash_word("supercalifragilisticexpialidocious"));
}

TEST(Words, EqualTheOracleOnRandomTextWithEveryInstructionSet) {
    for (const auto& name : base::simd_names()) {
        base::force_simd(name);
        base::Random random(11);
        WordScanner scanner;
        for (int round = 0; round < 600; ++round) {
            expect_equals_oracle(scanner, random_text(random, random.below(80)));
        }
    }
    base::force_simd("");
}

TEST(Words, EqualTheOracleOnRandomBytes) {
    base::Random random(13);
    WordScanner scanner;
    for (int round = 0; round < 2000; ++round) {
        std::string text(random.below(200), '\0');
        for (auto& byte : text) {
            byte = static_cast<char>(random.below(256));
        }
        expect_equals_oracle(scanner, text);
    }
}

TEST(Words, EqualTheOracleWhereverABlockEnds) {
    WordScanner scanner;
    for (std::size_t lead = 56; lead < 68; ++lead) {
        for (const std::string_view tail :
             {"好世a", "é", "ที่ข", "a\u00ADb", "“x”", "𠀀a", "\xE4\xBD", "a好"}) {
            expect_equals_oracle(scanner, std::string(lead, ' ') + std::string(tail));
            expect_equals_oracle(scanner, std::string(lead, 'w') + std::string(tail) + " z");
        }
    }
}

TEST(Words, ASecondTextSeesNothingOfTheFirst) {
    WordScanner used;
    (void)used.scan("新聞 Москва a long first text that leaves traces in every buffer");
    expect_equals_oracle(used, "x é");
    expect_equals_oracle(used, "");
}

TEST(ScanAscii, EqualsItsPlainTwinWithEveryInstructionSet) {
    for (const auto& name : base::simd_names()) {
        base::force_simd(name);
        for (std::size_t size = 0; size < 300; size += 7) {
            std::string text(size, '\0');
            base::Random random(size);
            for (auto& byte : text) {
                byte = static_cast<char>(random.below(256));
            }
            std::vector<char> fast(size + scan_padding_bytes, 'x');
            std::vector<char> plain(size + scan_padding_bytes, 'y');
            std::vector<BlockMasks> fast_masks(size / block_bytes + 1);
            std::vector<BlockMasks> plain_masks(size / block_bytes + 1);
            scan_ascii(text, fast.data(), fast_masks.data());
            scan_ascii_plain(text, plain.data(), plain_masks.data());
            plain.resize(size);
            EXPECT_EQ(std::string_view(fast.data(), size), std::string_view(plain.data(), size));
            for (std::size_t i = 0; i * block_bytes < size; ++i) {
                EXPECT_EQ(fast_masks[i].word, plain_masks[i].word);
                EXPECT_EQ(fast_masks[i].beyond_ascii, plain_masks[i].beyond_ascii);
            }
        }
    }
    base::force_simd("");
}

}  // namespace
}  // namespace wirecopy::tape
