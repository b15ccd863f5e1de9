#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "report/explanations.hpp"
#include "report/sample.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {
namespace {

std::string json_of(const Explanation& explanation) {
    return sample::text_of([&](const ReportSink& sink) { write_json(explanation, sink); });
}

TEST(ExplanationJson, HoldsEverything) {
    const auto json = nlohmann::json::parse(json_of(sample::rewrite()));
    EXPECT_EQ(json["wirecopy"], "explanation");
    EXPECT_EQ(json["version"], 1);
    EXPECT_EQ(json["a"]["id"], "a.txt");
    EXPECT_EQ(json["a"]["words"], 500);
    EXPECT_EQ(json["a"]["own_sentences"][0]["text"], "It was dark.");
    EXPECT_EQ(json["b"]["credits"][0]["outlet"], "Seaboard News Agency");
    EXPECT_EQ(json["b"]["credits"][0]["role"], "source");
    EXPECT_EQ(json["b"]["credits"][0]["phrase"]["text"], "SNA reported");
    EXPECT_EQ(json["grade"], "rewrite");
    EXPECT_EQ(json["story"], 0.98);
    EXPECT_EQ(json["jaccard"], 0.0125);
    EXPECT_EQ(json["direction"], "a_in_b");
    EXPECT_EQ(json["rule"], "same_report");
    EXPECT_EQ(json["reason"], "They tell the same details.");
    EXPECT_EQ(json["corpus_articles"], 2);
    EXPECT_EQ(json["story_start"], -6.25);
    EXPECT_EQ(json["features"][1]["name"], "days_apart");
    EXPECT_EQ(json["features"][1]["value"], 3);
    EXPECT_EQ(json["features"][1]["story"], -1.25);
    EXPECT_EQ(json["terms"].size(), 2U);
    EXPECT_EQ(json["terms"][0]["nats"], 5.4321);
    EXPECT_EQ(json["phrases"][0]["b"]["text"], "Thick fog");
    EXPECT_EQ(json["names"]["shared"][0]["a"]["text"], "Tilda Brandvik");
    EXPECT_EQ(json["numbers"]["conflicting"][0]["b"]["text"], "53 missing");
    EXPECT_EQ(json["quotations"].size(), 1U);
    EXPECT_EQ(json["spans"][0]["equal_words"], 6);
    EXPECT_EQ(json["spans"][0]["edits"][0]["a"]["bytes"], (nlohmann::json{113, 115}));
}

TEST(ExplanationJson, PlacesAreBytesAndCodePoints) {
    Explanation explanation;
    explanation.terms = {{{"ä", {{4, 6, 3, 4}, {9, 11, 7, 8}}}, {"ä", {{0, 2, 0, 1}}}, 1}};
    const auto json = nlohmann::json::parse(json_of(explanation));
    EXPECT_EQ(json["terms"][0]["a"]["places"],
              nlohmann::json::parse(R"([{"bytes":[4,6],"code_points":[3,4]},
                                        {"bytes":[9,11],"code_points":[7,8]}])"));
}

TEST(ExplanationJson, ASideThatDoesNotSayItIsNull) {
    const auto json = nlohmann::json::parse(json_of(sample::rewrite()));
    EXPECT_TRUE(json["names"]["only_a"][0]["b"].is_null());
    EXPECT_TRUE(json["numbers"]["only_b"][0]["a"].is_null());
}

TEST(ExplanationJson, OfNothingIsWhole) {
    const auto json = nlohmann::json::parse(json_of({}));
    EXPECT_EQ(json["grade"], "none");
    EXPECT_TRUE(json["terms"].empty());
    EXPECT_EQ(json["direction"], "neither");
}

TEST(ExplanationJson, OfHostileTextsCanBeRead) {
    const auto json = nlohmann::json::parse(json_of(sample::hostile()));
    EXPECT_EQ(json["a"]["id"], "\x1b[2J\x07\u202e \uFFFD\\ \x7f");
}

}  // namespace
}  // namespace wirecopy
