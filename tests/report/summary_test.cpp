#include "report/summary.hpp"

#include <gtest/gtest.h>

#include <string>

#include "report/sample.hpp"
#include "report/table_view.hpp"

namespace wirecopy::report {
namespace {

std::string summary_of(const Matrix& matrix, const TerminalStyle& style) {
    return summary(TableView(matrix, style));
}

TEST(Summary, ScoresAreCountedByTenthsOfTheScale) {
    const auto matrix = sample::square(100, [](std::size_t row, std::size_t column) {
        return row / 5 == column / 5 ? 0.95F : row % 10 == column % 10 ? 0.1F : 0.0F;
    });
    EXPECT_EQ(summary_of(matrix, {.unicode = false}),
              "100 articles, 4,950 pairs, 650 of them above 0\n"
              "\n"
              "Scores (bars grow with the logarithm of the count)\n"
              "  0          4,300  ########################################\n"
              "  0   - .10      0\n"
              "  .10 - .20    450  #############################\n"
              "  .20 - .30      0\n"
              "  .30 - .40      0\n"
              "  .40 - .50      0\n"
              "  .50 - .60      0\n"
              "  .60 - .70      0\n"
              "  .70 - .80      0\n"
              "  .80 - .90      0\n"
              "  .90 - 1      200  #########################\n");
}

TEST(Summary, TheTopOfTheScaleBelongsToTheLastBin) {
    auto matrix = sample::two_by_three();
    const auto lines = sample::lines_of(summary_of(matrix, {}));
    EXPECT_EQ(lines.at(0), "2 rows, 3 columns, 6 pairs, 5 of them above 0");
    EXPECT_EQ(lines.at(13).substr(0, 14), "  .90 - 1    1");
}

TEST(Summary, GradesAreCounted) {
    const auto text = summary_of(sample::graded_five(), {});
    EXPECT_TRUE(
        text.ends_with("\n\nGrades: 1 copy, 1 edited, 1 rewrite, 1 partial, 1 related, 5 none\n"))
        << text;
}

TEST(Summary, DirectionsAreCountedApart) {
    auto matrix = sample::three();
    matrix.measure.symmetric = false;
    EXPECT_EQ(sample::lines_of(summary_of(matrix, {})).at(0),
              "3 articles, 6 directed pairs, 4 of them above 0");
}

TEST(Summary, CountsAreGroupedByThousands) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(12'497'500), "12,497,500");
    EXPECT_EQ(counted(1, "pair"), "1 pair");
    EXPECT_EQ(counted(1'000, "pair"), "1,000 pairs");
}

}  // namespace
}  // namespace wirecopy::report
