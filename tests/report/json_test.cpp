#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "report/sample.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {
namespace {

std::string json(const Matrix& matrix) {
    return sample::text_of([&](const ReportSink& sink) { write_json(matrix, sink); });
}

TEST(Json, AMatrixIsOneObjectWithALineForEachRow) {
    EXPECT_EQ(json(sample::three()),
              "{\"wirecopy\":\"matrix\",\"version\":1,\"measure\":{\"name\":\"jaccard\","
              "\"description\":\"share of words\",\"symmetric\":true,\"bounded\":true},\n"
              "\"rows\":[\"a\",\"b\",\"c\"],\n"
              "\"columns\":[\"a\",\"b\",\"c\"],\n"
              "\"values\":[\n"
              "[1,0.25,0.000123],\n"
              "[0.25,1,0],\n"
              "[0.000123,0,1]\n"
              "]}\n");
}

TEST(Json, TwoSetsMakeARectangle) {
    EXPECT_EQ(json(sample::two_by_three()),
              "{\"wirecopy\":\"matrix\",\"version\":1,\"measure\":{\"name\":\"containment\","
              "\"description\":\"share of the row\",\"symmetric\":false,\"bounded\":true},\n"
              "\"rows\":[\"a\",\"b\"],\n"
              "\"columns\":[\"x\",\"y\",\"z\"],\n"
              "\"values\":[\n"
              "[0.5,0,1],\n"
              "[0.125,0.75,0.000001]\n"
              "]}\n");
}

TEST(Json, GradesAreAStringForEachRow) {
    auto matrix = sample::two_by_three();
    matrix.grades = {Grade::rewrite, Grade::none,   Grade::copy,
                     Grade::related, Grade::edited, Grade::partial};
    const auto text = json(matrix);
    EXPECT_NE(text.find("[0.125,0.75,0.000001]\n],\n\"grades\":[\n\"R-C\",\n\"~EP\"\n]}\n"),
              std::string::npos)
        << text;
    EXPECT_EQ(nlohmann::json::parse(text).at("grades").at(1).get<std::string>(), "~EP");
}

TEST(Json, NoArticlesAreEmptyLists) {
    EXPECT_EQ(json(Matrix{}),
              "{\"wirecopy\":\"matrix\",\"version\":1,\"measure\":{\"name\":\"\","
              "\"description\":\"\",\"symmetric\":true,\"bounded\":true},\n"
              "\"rows\":[],\n"
              "\"columns\":[],\n"
              "\"values\":[]}\n");
}

TEST(Json, AnyLabelLeavesTheObjectValid) {
    EXPECT_TRUE(sample::holds([] {
        auto matrix = sample::three();
        const auto label = sample::any_label();
        matrix.row_labels[0] = label;
        matrix.measure.description = label;
        const auto read = nlohmann::json::parse(json(matrix));
        RC_ASSERT(read.at("rows").size() == 3U);
        RC_ASSERT(read.at("values").at(0).at(1).get<double>() == 0.25);
        const bool is_utf8 = label.find_first_of("\xff\xc3") == std::string::npos;
        RC_ASSERT(!is_utf8 || read.at("rows").at(0).get<std::string>() == label);
    }));
}

}  // namespace
}  // namespace wirecopy
