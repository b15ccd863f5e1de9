// Every term's place in the text is exact: the bytes there make the term again.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/simd.hpp"
#include "oracle/plain_terms.hpp"
#include "oracle/plain_words.hpp"
#include "tape/random_text.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy {
namespace {

void expect_exact_places(TapeBuilder& builder, std::string_view text) {
    const auto tape = builder.build(text);
    ASSERT_EQ(tape.flags.size(), tape.size());
    ASSERT_EQ(tape.places.size(), tape.size());
    ASSERT_EQ(tape.words.size(), oracle::plain_words(text).size());
    std::uint32_t last_begin = 0;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        ASSERT_EQ(oracle::misfit(text, tape, i), "")
            << "term " << i << " \""
            << text.substr(tape.places[i].begin, tape.places[i].end - tape.places[i].begin)
            << "\" at byte " << tape.places[i].begin;
        if ((tape.flags[i] & term_run) == 0) {
            ASSERT_GE(tape.places[i].begin, last_begin);
            last_begin = tape.places[i].begin;
        }
    }
}

// Articles of our own about invented people and places.
constexpr std::array<std::string_view, 10> samples{
    "東京のスタートアップ「ミナト通信」は10月25日、約15億円を調達したと発表した。山田架空社長は"
    "「来年にはＡＩ事業を始める」と話した。株価は3.2％上がった。",
    "นายกเทศมนตรีเมืองสมมุติกล่าวเมื่อวันศุกร์ว่า โครงการรถไฟมูลค่า 1,800 ล้านบาท จะเริ่มในปี 2569 "
    "“เราพร้อมแล้ว” เขากล่าว",
    "قال عمدة مدينة الخيال يوم الجمعة إن مشروع القطار الجديد سيكلف ١٫٨ مليار دولار، وإنّ «العمل "
    "سيبدأ في 25 أكتوبر 2024».",
    "ראש עיריית דמיונית אמר ביום שישי כי פרויקט הרכבת יעלה 1.8 מיליארד שקל, וכי \"העבודה תתחיל "
    "ב-25 באוקטובר\". שָׁלוֹם לכולם.",
    "虚构市市长李某周五表示，该市将投资15亿元建设新地铁，预计2026年10月25日完工。“我们已经准备好了"
    "。”",
    "가상시 시장은 금요일 1조 8천억 원 규모의 철도 사업이 10월 25일 시작된다고 말했다.",
    "Der Bürger\u00ADmeister von Neustädt, Jörg Weiß-Lundqvist, sagte am Freitag: „Die Straße "
    "kostet "
    "1,8 Milliarden Euro.“ U.S.-Firmen bieten mit.",
    "L’Église de Sainte-Fée, près d’Orée, coûtera 1 800 000 euros, a déclaré le maire vendredi.",
    "Мэр вымышленного города Ёлкинск заявил в пятницу, что проект обойдётся в 1,8 млрд рублей.",
    "𝔉raktur ﬁnance ＦＵＬＬ 👩\u200D🚒 👍🏽 cafe\u0301 naïve co-op 1\uFE0F\u20E3 ½ km² №5 "
    "e\u0301\u0301 ｱｲｳ ๑๒๓"};

TEST(Places, AreExactInEveryScript) {
    for (const auto& name : base::simd_names()) {
        base::force_simd(name);
        TapeBuilder builder;
        for (const auto sample : samples) {
            expect_exact_places(builder, sample);
        }
    }
    base::force_simd("");
}

TEST(Places, AreExactInRandomText) {
    base::Random random(17);
    TapeBuilder builder;
    for (int round = 0; round < 1500; ++round) {
        expect_exact_places(builder, tape::random_text(random, random.below(60)));
        if (HasFatalFailure()) {
            return;
        }
    }
}

TEST(Places, AreExactInRandomBytes) {
    base::Random random(19);
    TapeBuilder builder;
    for (int round = 0; round < 1500; ++round) {
        std::string text(random.below(120), '\0');
        for (auto& byte : text) {
            byte = static_cast<char>(random.below(256));
        }
        expect_exact_places(builder, text);
        if (HasFatalFailure()) {
            return;
        }
    }
}

TEST(Places, AreExactInTheSeeds) {
    const std::array paths{std::string(WIRECOPY_SOURCE_DIR) + "/seeds"};
    const auto corpus = read_corpus(paths, {});
    ASSERT_EQ(corpus.articles.size(), 5U);
    TapeBuilder builder;
    for (const auto& article : corpus.articles) {
        expect_exact_places(builder, article.text);
    }
}

// WIRECOPY_DATA names a folder of evaluation data, which not everybody has.
TEST(Places, AreExactInTheUnicodeSamples) {
    const char* const data = std::getenv("WIRECOPY_DATA");
    const auto folder = std::filesystem::path(data == nullptr ? "" : data) / "unicode";
    if (data == nullptr || !std::filesystem::is_directory(folder)) {
        GTEST_SKIP() << "WIRECOPY_DATA names no folder with unicode samples";
    }
    TapeBuilder builder;
    for (const auto* file : {"zh.jsonl", "es_fr_it.jsonl", "telegram.jsonl"}) {
        const std::array paths{(folder / file).string()};
        const auto corpus = read_corpus(paths, {});
        ASSERT_GT(corpus.articles.size(), 100U) << file;
        const auto checked = std::min<std::size_t>(corpus.articles.size(), 300);
        for (std::size_t i = 0; i < checked; ++i) {
            expect_exact_places(builder, corpus.articles[i].text);
            if (HasFatalFailure()) {
                return;
            }
        }
    }
}

}  // namespace
}  // namespace wirecopy
