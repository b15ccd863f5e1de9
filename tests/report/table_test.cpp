#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "report/sample.hpp"
#include "tape/display_width.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {
namespace {

using sample::table;

TEST(Table, FiveArticlesAreAMapTheirPairsAndTheMeaning) {
    EXPECT_EQ(table(sample::five(), {.unicode = false, .limit_pairs = 3}),
              "                 A    B    C    D    E\n"
              "A 000_harbour    -   .27  .24  .20  .25\n"
              "B 001_ostland   .27   -   .22  .21  .27\n"
              "C 002_levant    .24  .22   -   .20  .23\n"
              "D 003_tundra    .20  .21  .20   -    0\n"
              "E 004_mesa      .25  .27  .23   0    -\n"
              "\n"
              "Strongest pairs\n"
              "  .273  A B  000_harbour  001_ostland\n"
              "  .266  B E  001_ostland  004_mesa\n"
              "  .252  A E  000_harbour  004_mesa\n"
              "\n"
              "jaccard, share of the distinct words of two articles that both have\n");
}

TEST(Table, StrongestPairsAreNamedWithTheirGrades) {
    const auto text = table(sample::graded_five(), {.unicode = false, .limit_pairs = 4});
    EXPECT_NE(text.find("Strongest pairs\n"
                        "  .273  edited   A B  000_harbour  001_ostland\n"
                        "  .266  none     B E  001_ostland  004_mesa\n"
                        "  .252  copy     A E  000_harbour  004_mesa\n"
                        "  .241  rewrite  A C  000_harbour  002_levant\n"),
              std::string::npos)
        << text;
}

TEST(Table, DirectedPairsPointFromRowToColumn) {
    auto matrix = sample::three();
    matrix.measure.symmetric = false;
    matrix.values[3] = 0.5F;
    EXPECT_NE(table(matrix, {}).find("  .500  B → A  b  a\n"), std::string::npos);
    EXPECT_NE(table(matrix, {.unicode = false}).find("  .500  B -> A  b  a\n"), std::string::npos);
}

TEST(Table, ManyArticlesAreSummarised) {
    const auto matrix = sample::square(100, [](auto, auto) { return 0.5F; });
    const auto text = table(matrix, {.limit_pairs = 1});
    EXPECT_EQ(text.rfind("100 articles, 4,950 pairs, 4,950 of them above 0\n", 0), 0U);
    EXPECT_NE(text.find("\nStrongest pairs\n  .500  a0  a1\n\njaccard, "), std::string::npos);
}

TEST(Table, OnlyNamesThatArePrintedNeedToDiffer) {
    auto matrix = sample::square(100, [](std::size_t row, std::size_t column) {
        return row >= 98 && column >= 98 ? 0.5F : 0.0F;
    });
    const std::string same(100, 'x');
    for (std::size_t k = 0; k < 100; ++k) {
        matrix.row_labels[k] = same + std::to_string(100 + k) + same;
    }
    matrix.column_labels = matrix.row_labels;
    const auto text = table(matrix, {.width_columns = 60, .unicode = false});
    EXPECT_NE(text.find("  .500  xxxxxxxxxxx...xxxxxxxxxxx  xxxxxxxxxxx...xxxxxxxxx~2\n"),
              std::string::npos)
        << text;
}

TEST(Table, NothingToCompareIsSaidInASentence) {
    EXPECT_EQ(table(Matrix{}, {}), "No articles to compare.\n");
    EXPECT_EQ(table(sample::square(1, [](auto, auto) { return 0.0F; }), {}),
              "One article, a0: nothing to compare it with.\n");
    const auto strangers = sample::square(2, [](auto, auto) { return 0.0F; });
    EXPECT_NE(table(strangers, {}).find("\nNo pair has a score above 0.\n"), std::string::npos);
}

// Labels, sizes, measures and styles at random.
struct Case {
    Matrix matrix;
    TerminalStyle style;
};

Case any_case() {
    Case drawn;
    auto& matrix = drawn.matrix;
    const auto count = *rc::gen::inRange<std::size_t>(0, 80);
    matrix = sample::square(count, [](std::size_t row, std::size_t column) {
        const auto hash = (row * 7919 + column * 104'729) % 1000;
        return hash < 300 ? 0.0F : static_cast<float>(hash) / 1000.0F;
    });
    for (auto& label : matrix.row_labels) {
        label = sample::any_label();
    }
    matrix.column_labels = matrix.row_labels;
    matrix.measure = {"m\x1b[5m", sample::any_label(), *rc::gen::arbitrary<bool>(),
                      *rc::gen::arbitrary<bool>()};
    if (*rc::gen::arbitrary<bool>()) {
        matrix.same_set = false;
        const auto rows = count / 2;
        matrix.row_labels.resize(rows);
        matrix.values.resize(rows * count);
    }
    if (!matrix.measure.bounded) {
        std::ranges::transform(matrix.values, matrix.values.begin(),
                               [](float score) { return score * 1000.0F; });
    }
    if (*rc::gen::arbitrary<bool>()) {
        matrix.grades = *rc::gen::container<std::vector<Grade>>(
            matrix.values.size(), rc::gen::element(Grade::none, Grade::related, Grade::partial,
                                                   Grade::rewrite, Grade::edited, Grade::copy));
    }
    drawn.style = {.width_columns = *rc::gen::inRange<std::size_t>(60, 200),
                   .colour = *rc::gen::element(ColourMode::none, ColourMode::ansi16,
                                               ColourMode::ansi256, ColourMode::truecolour),
                   .unicode = *rc::gen::arbitrary<bool>()};
    return drawn;
}

TEST(Table, LinesKeepToTheWidth) {
    EXPECT_TRUE(sample::holds([] {
        auto [matrix, style] = any_case();
        matrix.measure.description = "share of words that both have, said at some length";
        for (const auto& line : sample::lines_of(table(matrix, style))) {
            RC_ASSERT(tape::display_width(sample::unpainted(line)) <= style.width_columns);
        }
    }));
}

TEST(Table, ATerminalSeesNoControlsButOurOwnColours) {
    EXPECT_TRUE(sample::holds([] {
        const auto [matrix, style] = any_case();
        const auto text = table(matrix, style);
        const auto plain = sample::unpainted(text);
        RC_ASSERT(style.colour != ColourMode::none || plain == text);
        for (const char c : plain) {
            const auto byte = static_cast<unsigned char>(c);
            RC_ASSERT((byte >= 0x20 && byte != 0x7f) || c == '\n');
            RC_ASSERT(style.unicode || byte < 0x80);
        }
        RC_ASSERT(plain.find("\u202e") == std::string::npos);
    }));
}

TEST(Table, NoSpaceEndsALineWithoutColour) {
    EXPECT_TRUE(sample::holds([] {
        auto [matrix, style] = any_case();
        style.colour = ColourMode::none;
        for (auto& label : matrix.row_labels) {
            label = "a" + label + "z";
        }
        matrix.column_labels.assign(matrix.columns(), "x");
        matrix.measure.description = "share of words";
        for (const auto& line : sample::lines_of(table(matrix, style))) {
            RC_ASSERT(!line.ends_with(' '));
        }
    }));
}

}  // namespace
}  // namespace wirecopy
