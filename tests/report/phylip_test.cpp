#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "report/sample.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {
namespace {

std::string phylip(const Matrix& matrix) {
    return sample::text_of([&](const ReportSink& sink) { write_phylip(matrix, sink); });
}

std::string refusal(const Matrix& matrix) {
    try {
        write_phylip(matrix, [](std::string_view) { FAIL() << "wrote before it refused"; });
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::option);
        return error.what();
    }
    return "";
}

TEST(Phylip, AMatrixIsItsCountAndALineOfDistancesForEachArticle) {
    EXPECT_EQ(phylip(sample::three()),
              "3\n"
              "a 0 0.75 0.999877\n"
              "b 0.75 0 1\n"
              "c 0.999877 1 0\n");
}

TEST(Phylip, AnArticleIsAtNoDistanceFromItself) {
    auto matrix = sample::three();
    matrix.values[8] = 0.0F;  // an empty article shares nothing, even with itself
    EXPECT_EQ(sample::lines_of(phylip(matrix)).at(3), "c 0.999877 1 0");
}

TEST(Phylip, NamesLoseWhatTheFormatMeansSomethingBy) {
    auto matrix = sample::three();
    matrix.row_labels = {"two words\u00a0(a:b)", "[x];y,z'\t", ""};
    const auto lines = sample::lines_of(phylip(matrix));
    EXPECT_EQ(lines.at(1).substr(0, 17), "two_words__a_b_ 0");
    EXPECT_EQ(lines.at(2).substr(0, 12), "_x__y_z__ 0.");
    EXPECT_EQ(lines.at(3).substr(0, 3), "_ 0");
}

TEST(Phylip, EqualNamesAreNumberedAndTakeNoOtherName) {
    auto matrix = sample::square(5, [](auto, auto) { return 0.0F; });
    matrix.row_labels = {"a b", "a_b", "a_b_2", "a(b", "a_b"};
    std::string names;
    for (const auto& line : sample::lines_of(phylip(matrix))) {
        names += line.substr(0, line.find(' ')) + ' ';
    }
    EXPECT_EQ(names, "5 a_b a_b_3 a_b_2 a_b_4 a_b_5 ");
}

TEST(Phylip, AnyLabelsGiveAWordOfTheirOwnToEachLine) {
    EXPECT_TRUE(sample::holds([] {
        auto matrix = sample::three();
        for (auto& label : matrix.row_labels) {
            label = sample::any_label();
        }
        const auto lines = sample::lines_of(phylip(matrix));
        RC_ASSERT(lines.size() == 4U);
        std::set<std::string> names;
        for (std::size_t row = 1; row < lines.size(); ++row) {
            RC_ASSERT(std::count(lines[row].begin(), lines[row].end(), ' ') == 3);
            names.insert(lines[row].substr(0, lines[row].find(' ')));
        }
        RC_ASSERT(names.size() == 3U);
        RC_ASSERT(!names.contains(""));
    }));
}

TEST(Phylip, WhatIsNoDistanceIsRefusedInASentence) {
    EXPECT_EQ(refusal(sample::two_by_three()),
              "phylip: distances need one set of articles, not rows against columns");
    auto matrix = sample::three();
    matrix.measure.symmetric = false;
    EXPECT_EQ(refusal(matrix), "phylip: jaccard differs by direction and cannot be a distance");
    matrix.measure.bounded = false;
    EXPECT_EQ(refusal(matrix), "phylip: jaccard has no upper bound, so 1 - score is no distance");
}

}  // namespace
}  // namespace wirecopy
