#include "report/flow.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/hash.hpp"
#include "tape/display_width.hpp"
#include "tape/random_text.hpp"

namespace wirecopy::report {
namespace {

using Lines = std::vector<std::string>;

Lines texts(const std::vector<Flow::Line>& lines) {
    Lines found;
    for (const auto& line : lines) {
        found.push_back(line.text);
    }
    return found;
}

TEST(Flow, BreaksBetweenWordsAndMakesBlanksOneSpace) {
    EXPECT_EQ(texts(flowed("The ferry\n\n sank\tin thick fog.", {}, 14)),
              (Lines{"The ferry sank", "in thick fog."}));
}

TEST(Flow, BreaksAWordThatIsLongerThanALineAnywhereButInACharacter) {
    EXPECT_EQ(texts(flowed("abcdefgh ij", {}, 3)), (Lines{"abc", "def", "gh", "ij"}));
    EXPECT_EQ(texts(flowed("港口关闭", {}, 5)), (Lines{"港口", "关闭"}));
}

TEST(Flow, OfNothingIsOneEmptyLine) {
    EXPECT_EQ(texts(flowed(" \n", {}, 10)), Lines{""});
}

TEST(Flow, MarksByBracesWhereThereAreNoColours) {
    const TerminalStyle plain;
    Flow flow(plain, Tint::a);
    flow.add("ferry with ");
    flow.add("86 brave", true);
    flow.add(" people, \"");
    flow.add("two", true);
    flow.add("\" lost");
    EXPECT_EQ(texts(flow.lines(80)), Lines{"ferry with {86 brave} people, \"{two}\" lost"});
}

TEST(Flow, BreaksNoLineAtANoBreakSpace) {
    EXPECT_EQ(texts(flowed("rare words (4.7)\u00A0\u00B7 more", {}, 13)),
              (Lines{"rare words", "(4.7) \u00B7 more"}));
}

TEST(Flow, PaintsEachWordOfAMarkedPart) {
    TerminalStyle style;
    style.colour = ColourMode::ansi16;
    Flow flow(style, Tint::b);
    flow.add("with ");
    flow.add("86 brave", true);
    const auto lines = flow.lines(80);
    EXPECT_EQ(lines.front().text, "with \x1b[36m86\x1b[0m \x1b[36mbrave\x1b[0m");
    EXPECT_EQ(lines.front().columns, 13U);
}

TEST(Flow, EscapesWhatATerminalActsOn) {
    TerminalStyle ascii;
    ascii.unicode = false;
    EXPECT_EQ(texts(flowed("a\x1b[31mb", {}, 80)), Lines{"a\\x1b[31mb"});
    EXPECT_EQ(texts(flowed("é", ascii, 80)), Lines{"\\u00e9"});
}

TEST(Flow, KeepsToTheWidthWhateverTheText) {
    base::Random random(17);
    for (int round = 0; round < 300; ++round) {
        const auto text = tape::random_text(random, random.below(60));
        const auto columns = 4 + random.below(30);
        for (const auto& line : flowed(text, {}, columns)) {
            EXPECT_LE(line.columns, columns);
            EXPECT_EQ(line.columns, tape::display_width(line.text));
        }
    }
}

}  // namespace
}  // namespace wirecopy::report
