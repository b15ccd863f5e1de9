#include "report/heat_map.hpp"

#include <gtest/gtest.h>

#include <string>

#include "report/sample.hpp"
#include "report/table_view.hpp"

namespace wirecopy::report {
namespace {

std::string map(const Matrix& matrix, const TerminalStyle& style) {
    return heat_map(TableView(matrix, style)).value_or("no map\n");
}

Matrix banded(std::size_t count) {
    return sample::square(count, [](std::size_t row, std::size_t column) {
        return row / 3 == column / 3 ? 0.75F : (row + column) % 3 == 0 ? 0.125F : 0.0F;
    });
}

TEST(HeatMap, FiveArticlesWithoutColourAreATableOfNumbers) {
    EXPECT_EQ(map(sample::five(), {}),
              "                 A    B    C    D    E\n"
              "A 000_harbour    ·   .27  .24  .20  .25\n"
              "B 001_ostland   .27   ·   .22  .21  .27\n"
              "C 002_levant    .24  .22   ·   .20  .23\n"
              "D 003_tundra    .20  .21  .20   ·    0\n"
              "E 004_mesa      .25  .27  .23   0    ·\n");
}

TEST(HeatMap, CellsGrowNarrowBeforeNumbersGo) {
    EXPECT_EQ(map(sample::five(), {.width_columns = 36, .unicode = false}),
              "                 A   B   C   D   E\n"
              "A 000_harbour    -  .27 .24 .20 .25\n"
              "B 001_ostland   .27  -  .22 .21 .27\n"
              "C 002_levant    .24 .22  -  .20 .23\n"
              "D 003_tundra    .20 .21 .20  -   0\n"
              "E 004_mesa      .25 .27 .23  0   -\n");
}

TEST(HeatMap, AMarkBehindTheNumberSaysTheGrade) {
    EXPECT_EQ(map(sample::graded_five(), {}),
              "                 A     B     C     D     E\n"
              "A 000_harbour    ·    .27E  .24R  .20   .25C\n"
              "B 001_ostland   .27E   ·    .22P  .21~  .27\n"
              "C 002_levant    .24R  .22P   ·    .20   .23\n"
              "D 003_tundra    .20   .21~  .20    ·     0\n"
              "E 004_mesa      .25C  .27   .23    0     ·\n"
              "\n"
              "C copy, E edited, R rewrite (same report), P partial (a passage),\n"
              "~ related (same event)\n");
}

TEST(HeatMap, WithoutRoomForNumbersAMarkEndsTheCell) {
    const auto matrix = sample::graded_five();
    const std::string legend =
        "C copy, E edited,\n"
        "R rewrite (same report),\n"
        "P partial (a passage),\n"
        "~ related (same event)\n";
    EXPECT_EQ(map(matrix, {.width_columns = 28, .unicode = false}),
              "               A B C D E\n"
              "A 000_harbour  - oEoR++oC\n"
              "B 001_ostland  oE- oP+~oo\n"
              "C 002_levant   oRoP- ++oo\n"
              "D 003_tundra   +++~++-\n"
              "E 004_mesa     oCoooo  -\n"
              "\n"
              "  0  ..:::+++ooo***###@@@ .5\n"
              "\n" +
                  legend);
    // Of one character nothing but the mark.
    EXPECT_NE(map(matrix, {.width_columns = 18, .unicode = false})
                  .find("             ABCDE\n"
                        "A 000...our  -ER+C\n"
                        "B 001...and  E-P~o\n"),
              std::string::npos);
}

TEST(HeatMap, AMarkStandsOnTheColourOfItsCell) {
    for (const auto colour : {ColourMode::ansi16, ColourMode::ansi256, ColourMode::truecolour}) {
        const auto wide = map(sample::graded_five(), {.colour = colour});
        const auto narrow = map(sample::graded_five(), {.width_columns = 30, .colour = colour});
        EXPECT_NE(wide.find(" .24R \x1b[0m"), std::string::npos);
        EXPECT_NE(narrow.find("m R\x1b[0m"), std::string::npos);
        EXPECT_NE(sample::unpainted(wide).find("A 000_harbour    ·    .27E  .24R  .20   .25C \n"),
                  std::string::npos);
        EXPECT_NE(sample::unpainted(narrow).find("A 000_harbour  ·  E R   C\n"), std::string::npos);
    }
}

TEST(HeatMap, GradesOfNoneLeaveTheMapAsItIs) {
    auto matrix = sample::five();
    const auto plain = map(matrix, {});
    matrix.grades.assign(matrix.values.size(), Grade::none);
    matrix.grades[0] = Grade::copy;  // of an article and itself
    EXPECT_EQ(map(matrix, {}), plain);
}

TEST(HeatMap, WithoutRoomForNumbersCellsAreTwoCharacters) {
    EXPECT_EQ(map(banded(6), {.width_columns = 24}),
              "      A B C D E F\n"
              "A a0  · ████░░\n"
              "B a1  ██· ██    ░░\n"
              "C a2  ████·   ░░\n"
              "D a3  ░░    · ████\n"
              "E a4      ░░██· ██\n"
              "F a5    ░░  ████·\n"
              "\n"
              "0  ░░░░▒▒▒▒▒▓▓▓▓▓██████ 1\n");
}

TEST(HeatMap, ThenOneCharacterUnderARulerOfEveryTenth) {
    const auto lines = sample::lines_of(map(banded(30), {.width_columns = 40, .unicode = false}));
    ASSERT_EQ(lines.size(), 33U);
    EXPECT_EQ(lines[0], "        1        10        20        30");
    EXPECT_EQ(lines[1], " 1 a0   -##.  .  .  .  .  .  .  .  .");
    EXPECT_EQ(lines[32], "        0  ..:::+++ooo***###@@@ 1");
}

TEST(HeatMap, BeyondTheWidthOrTheRowsThereIsNoMap) {
    EXPECT_EQ(map(banded(50), {.width_columns = 50}), "no map\n");
    EXPECT_NE(map(banded(60), {.width_columns = 100}), "no map\n");
    EXPECT_EQ(map(banded(61), {.width_columns = 300}), "no map\n");
    EXPECT_NE(map(banded(61), {.width_columns = 300, .limit_rows = 61}), "no map\n");
}

TEST(HeatMap, TwoSetsListTheirColumns) {
    EXPECT_EQ(map(sample::two_by_three(), {}),
              "     A    B    C\n"
              "a   .50   0    1\n"
              "b   .13  .75  .00\n"
              "\n"
              "Columns\n"
              "  A  x\n"
              "  B  y\n"
              "  C  z\n");
}

TEST(HeatMap, NatsStandRightAligned) {
    auto matrix = sample::three();
    matrix.values = {400.0F, 317.5F, 8.25F, 317.5F, 400.0F, 0.0F, 8.25F, 0.0F, 400.0F};
    matrix.measure.bounded = false;
    EXPECT_EQ(map(matrix, {}),
              "       A    B    C\n"
              "A a    ·   318    8\n"
              "B b   318   ·     0\n"
              "C c     8    0   ·\n");
}

TEST(HeatMap, ScoresBelowATenthHaveThreeDigits) {
    const auto matrix = sample::square(2, [](auto, auto) { return 0.017F; });
    EXPECT_EQ(sample::lines_of(map(matrix, {})).at(1), "A a0     ·   .017");
}

TEST(HeatMap, ColoursFollowTheScale) {
    const auto lines = sample::lines_of(
        map(sample::two_by_three(), {.colour = ColourMode::ansi256, .unicode = false}));
    EXPECT_EQ(lines.at(1),
              "a  \x1b[38;5;16;48;5;167m .50 \x1b[0m\x1b[38;5;231;48;5;17m  0  \x1b[0m"
              "\x1b[38;5;16;48;5;229m  1  \x1b[0m");
}

}  // namespace
}  // namespace wirecopy::report
