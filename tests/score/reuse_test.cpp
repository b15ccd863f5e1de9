#include "score/reuse.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "wirecopy/read.hpp"

namespace wirecopy::score {
namespace {

struct Read {
    explicit Read(std::string_view text) {
        TapeBuilder builder;
        const auto tape = builder.build(text);
        words = tape.words;
        flags = word_flags(text, tape);
    }
    std::vector<std::uint64_t> words;
    std::vector<std::uint8_t> flags;
};

Reuse reuse_of(std::string_view text_a, std::string_view text_b) {
    const Read a(text_a);
    const Read b(text_b);
    const auto facts = reuse_facts(reuse_spans(a.words, b.words), a.flags, b.flags);
    EXPECT_EQ(judge(reuse_facts(reuse_spans(b.words, a.words), b.flags, a.flags)), judge(facts));
    return judge(facts);
}

const std::string opening =
    "The harbour of Ostland was shut on Tuesday after a barge carrying gravel broke its moorings "
    "in a storm and sank across the fairway. Nobody was hurt, but eleven ships are waiting in the "
    "roads and three have turned back to Kelm. ";
const std::string middle =
    "The pilots' guild had asked for stronger bollards on the north quay since spring, when a "
    "tanker drifted twelve metres before a tug could hold it. The port paid for two of the six it "
    "was told to fit and put off the others until the new budget. ";
const std::string quotation =
    "\"We knew that quay was weak and we said so in every meeting since April, and every time we "
    "were told that the money would come with the next budget, and now there is a barge on the "
    "bottom of the only way in and half of the island waits for its bread,\" said Mirela Osk, who "
    "heads the guild. ";
const std::string closing =
    "Divers went down on Wednesday morning to see whether the hull can be lifted in one piece. A "
    "floating crane is on its way from the mainland and should be there by Friday, if the wind "
    "lets it pass the cape. Until then the ferry lands its passengers at the fishing pier, where "
    "there is room for one bus. ";
const std::string wire = opening + middle + quotation + closing;

TEST(Reuse, TheSameTextUnderAnotherHeadWithFurnitureIsACopy) {
    EXPECT_EQ(reuse_of(wire, "Barge blocks harbour. By our own staff. " + wire +
                                 "Sign up for the evening letter. Read more about the sea."),
              Reuse::copy);
}

TEST(Reuse, ATextCutToHalfAndMovedIsAnEdit) {
    EXPECT_EQ(reuse_of(wire, closing + opening), Reuse::edited);
}

TEST(Reuse, ANarratedPassageInAnotherPieceIsPartial) {
    EXPECT_EQ(reuse_of(wire,
                       "Why do small ports fail? Money is a good part of the answer, and pride is "
                       "the rest of it, says a study of forty harbours that a school of engineers "
                       "made last year. " +
                           middle +
                           "Elsewhere the picture is no better. On the coast of Morven half of the "
                           "cranes are older than those who drive them, and in Greydale the light "
                           "on the mole has been dark since the last war. Nobody counts what that "
                           "costs, because nobody would have to pay for it at once."),
              Reuse::partial);
}

TEST(Reuse, ALongQuotationIsPartialAndAShortOneIsNone) {
    const std::string other =
        "The guild of the pilots met in the town hall last night and nobody spoke of anything but "
        "the wreck. ";
    const std::string rest =
        "Then they went home through the rain, and the lamps on the quay were out again. The mayor "
        "did not come; his office let it be known that he had a cold and would read the minutes. ";
    EXPECT_EQ(reuse_of(wire, other + quotation + rest), Reuse::partial);
    const auto shorter = quotation.substr(0, quotation.find(", and now")) + ",\" she said. ";
    EXPECT_EQ(reuse_of(wire, other + shorter + rest), Reuse::none);
}

TEST(Reuse, AListThatTwoArticlesShareIsNone) {
    const std::string list =
        "Choose your town: Arnholm, Belgrave, Costerby, Dunholt, Estermund, Farrow, Greydale, "
        "Hollin, Ingerby, Jarrow, Kelm, Lindern, Morven, Nordhaus, Ostland, Perrin, Quayle, "
        "Ravenna, Sundby, Tarn, Ulverton, Varde, Westby, Yarrow, Zell, Aster, Bruma, Corran, "
        "Delft, Eskil, Fenn, Gorm, Hald, Ister, Jorn, Kolby, Lund, Mard, Nysted, Orm, Pell, Quist, "
        "Rold, Skive, Tolne, Urup, Vrads, Wulf, Yding, Zarp, Anholt, Bogense, Christel, Dragor. ";
    EXPECT_EQ(reuse_of(opening + list, closing + list), Reuse::none);
}

TEST(Reuse, OfTextsWithoutWordsOrCommonWordsIsNone) {
    EXPECT_EQ(reuse_of("", ""), Reuse::none);
    EXPECT_EQ(reuse_of(wire, ""), Reuse::none);
    EXPECT_EQ(reuse_of(opening, closing), Reuse::none);
}

TEST(Reuse, IsSeenInALanguageWithoutAListOfStopWords) {
    const std::string text =
        "港口周二关闭，因为一艘运载砾石的驳船在暴风雨中挣脱缆绳，沉没在航道上。没有人受伤，但有十一"
        "艘"
        "船在锚地等候，三艘已经返航。";
    EXPECT_EQ(reuse_of(text, "快讯：" + text), Reuse::copy);
    EXPECT_EQ(
        reuse_of(text, text + "引航员公会自春天起就要求在北码头安装更坚固的系船柱，当时一艘油"
                              "轮漂移了十二米才被拖船拉住。港务局只付了六根中两根的钱。周三早上"
                              "潜水员下水查看船体能否整体吊起，浮吊正从大陆赶来，预计周五到达。"),
        Reuse::edited);
}

// Verdicts by grade of the pairs that were graded firmly. WIRECOPY_DATA names a folder of
// evaluation data, which not everybody has.
TEST(Reuse, AgreesWithFirmGradesOfReaders) {
    const char* const data = std::getenv("WIRECOPY_DATA");
    const auto folder = std::filesystem::path(data == nullptr ? "" : data) / "judged_dev";
    if (data == nullptr || !std::filesystem::is_regular_file(folder / "pairs.tsv")) {
        GTEST_SKIP() << "WIRECOPY_DATA names no folder with judged_dev";
    }
    const std::array paths{(folder / "docs.jsonl").string()};
    std::map<std::string, std::string> texts;
    for (auto& article : read_corpus(paths, {}).articles) {
        texts[article.id] = std::move(article.text);
    }
    std::ifstream pairs(folder / "pairs.tsv");
    std::map<int, std::map<Reuse, int>> found;
    std::string id_a;
    std::string id_b;
    std::string rest;
    std::getline(pairs, rest);
    while (std::getline(pairs, id_a, '\t') && std::getline(pairs, id_b, '\t') &&
           std::getline(pairs, rest)) {
        if (rest[2] == '0') {  // grade, tab, doubtful
            ++found[rest[0] - '0'][reuse_of(texts.at(id_a), texts.at(id_b))];
        }
    }
    // core/score/README.md has the table.
    EXPECT_GE(found[5][Reuse::copy], 30);
    EXPECT_EQ(found[5][Reuse::copy] + found[5][Reuse::edited], 32);
    EXPECT_EQ(found[4][Reuse::edited], 22);
    EXPECT_GE(found[2][Reuse::partial], 9);
    EXPECT_GE(found[3][Reuse::none], 16);
    EXPECT_GE(found[1][Reuse::none], 62);
    EXPECT_GE(found[0][Reuse::none], 38);
}

}  // namespace
}  // namespace wirecopy::score
