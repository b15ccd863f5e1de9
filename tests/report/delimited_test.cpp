#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "report/sample.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {
namespace {

std::string csv(const Matrix& matrix) {
    return sample::text_of([&](const ReportSink& sink) { write_csv(matrix, sink); });
}

std::string tsv(const Matrix& matrix) {
    return sample::text_of([&](const ReportSink& sink) { write_tsv(matrix, sink); });
}

// RFC 4180 read a character at a time.
std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' && quoted && at + 1 < text.size() && text[at + 1] == '"') {
            rows.back().back() += text[++at];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            rows.push_back({""});
        } else {
            rows.back().back() += c;
        }
    }
    rows.pop_back();
    return rows;
}

TEST(Csv, AMatrixIsAHeaderAndARowForEachArticle) {
    EXPECT_EQ(csv(sample::three()),
              "id,a,b,c\n"
              "a,1,0.25,0.000123\n"
              "b,0.25,1,0\n"
              "c,0.000123,0,1\n");
}

TEST(Csv, TwoSetsMakeARectangle) {
    EXPECT_EQ(csv(sample::two_by_three()),
              "id,x,y,z\n"
              "a,0.5,0,1\n"
              "b,0.125,0.75,0.000001\n");
}

TEST(Csv, LabelsAreQuotedOnlyWhereTheyMust) {
    auto matrix = sample::three();
    matrix.row_labels = {"plain text", "say \"hello\", twice", "two\nlines"};
    matrix.column_labels = matrix.row_labels;
    EXPECT_EQ(csv(matrix),
              "id,plain text,\"say \"\"hello\"\", twice\",\"two\nlines\"\n"
              "plain text,1,0.25,0.000123\n"
              "\"say \"\"hello\"\", twice\",0.25,1,0\n"
              "\"two\nlines\",0.000123,0,1\n");
}

TEST(Csv, AnyLabelComesBackAsItWas) {
    EXPECT_TRUE(sample::holds([] {
        auto matrix = sample::three();
        for (std::size_t k = 0; k < 3; ++k) {
            matrix.row_labels[k] = sample::any_label();
            matrix.column_labels[k] = sample::any_label();
        }
        const auto rows = csv_rows(csv(matrix));
        RC_ASSERT(rows.size() == 4U);
        for (std::size_t k = 0; k < 3; ++k) {
            RC_ASSERT(rows[k + 1].at(0) == matrix.row_labels[k]);
            RC_ASSERT(rows[0].at(k + 1) == matrix.column_labels[k]);
            RC_ASSERT(rows[k + 1].size() == 4U);
        }
    }));
}

TEST(Csv, NoArticlesLeaveTheHeaderAlone) {
    EXPECT_EQ(csv(Matrix{}), "id\n");
    EXPECT_EQ(tsv(Matrix{}), "id\n");
}

TEST(Csv, RowsWithoutColumnsAreLabelsAlone) {
    Matrix matrix;
    matrix.row_labels = {"a", "b"};
    matrix.same_set = false;
    EXPECT_EQ(csv(matrix), "id\na\nb\n");
}

TEST(Tsv, CellsAreSeparatedByTabs) {
    EXPECT_EQ(tsv(sample::two_by_three()),
              "id\tx\ty\tz\n"
              "a\t0.5\t0\t1\n"
              "b\t0.125\t0.75\t0.000001\n");
}

TEST(Tsv, ALineIsARowWhateverTheLabels) {
    auto matrix = sample::two_by_three();
    matrix.row_labels = {"a\tb\nc\rd\\e", "\"quoted\", plain"};
    EXPECT_EQ(tsv(matrix),
              "id\tx\ty\tz\n"
              "a\\tb\\nc\\rd\\\\e\t0.5\t0\t1\n"
              "\"quoted\", plain\t0.125\t0.75\t0.000001\n");
}

}  // namespace
}  // namespace wirecopy
