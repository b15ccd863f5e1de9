#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/evaluation_sample.hpp"
#include "report/sample.hpp"

namespace wirecopy {
namespace {

template <typename Evaluation>
std::string json(const Evaluation& evaluation) {
    return sample::text_of([&](const ReportSink& sink) { write_json(evaluation, sink); });
}

TEST(EvaluationJson, HasEverything) {
    EXPECT_EQ(json(sample::six_pairs()),
              R"({"wirecopy":"evaluation",
"version":1,
"kind":"pairs",
"measure":{"name":"jaccard","description":"share of words","symmetric":true,"bounded":true},
"articles":7,
"clusters":null,
"pairs":6,
"positives":3,
"average_precision":0.7,
"roc_auc":0.611111,
"best":{"threshold":0.5,"precision":0.6,"recall":1,"f1":0.75,"true_positives":3,"false_positives":2,"false_negatives":0},
"at_threshold":{"threshold":0.75,"precision":0.5,"recall":0.333333,"f1":0.4,"true_positives":1,"false_positives":1,"false_negatives":2},
"brier_score":0.253333,
"brier_skill":-0.013333,
"reliability":{"floor":0.3,"below_floor":{"from":0.2,"to":0.2,"pairs":1,"positives":0,"mean_score":0.2,"positive_share":0},"width_calibration_error":0.32,"mass_calibration_error":0.16,"equal_width":[
{"from":0,"to":0.5,"pairs":1,"positives":1,"mean_score":0.5,"positive_share":1},
{"from":0.5,"to":1,"pairs":4,"positives":2,"mean_score":0.775,"positive_share":0.5}],"equal_mass":[
{"from":0.5,"to":0.7,"pairs":3,"positives":2,"mean_score":0.633333,"positive_share":0.666667},
{"from":0.8,"to":0.9,"pairs":2,"positives":1,"mean_score":0.85,"positive_share":0.5}]},
"errors":{"threshold":0.75,"false_positives":[
{"id_a":"wire,1","id_b":"b \"2\"","label":"bad","score":0.8}],"false_negatives":[
{"id_a":"c\t3","id_b":"d\u001b[2J","label":"ok","score":0.5},
{"id_a":"e","id_b":"f","label":"ok","score":0.7}]}}
)");
}

TEST(EvaluationJson, OfWhatIsNotThereIsNull) {
    const auto parsed = nlohmann::json::parse(json(sample::no_positives()));
    for (const auto* name : {"average_precision", "roc_auc", "best", "at_threshold", "brier_score",
                             "brier_skill", "reliability", "errors"}) {
        EXPECT_TRUE(parsed.at(name).is_null()) << name;
    }
    EXPECT_EQ(parsed.at("clusters"), 3);
    EXPECT_EQ(parsed.at("positives"), 0);
}

TEST(EvaluationJson, OfNoErrorsHasEmptyLists) {
    auto evaluation = sample::no_positives();
    evaluation.limit_errors = 2;
    const auto parsed = nlohmann::json::parse(json(evaluation));
    EXPECT_TRUE(parsed.at("errors").at("threshold").is_null());
    EXPECT_TRUE(parsed.at("errors").at("false_positives").empty());
}

TEST(EvaluationJson, OfClustersHasEverything) {
    EXPECT_EQ(json(sample::six_articles()),
              R"({"wirecopy":"evaluation",
"version":1,
"kind":"clusters",
"articles":6,
"labelled_clusters":3,
"predicted_clusters":3,
"adjusted_rand":0.318182,
"b_cubed":{"precision":0.777778,"recall":0.777778,"f1":0.777778},
"pairwise":{"precision":0.5,"recall":0.5,"f1":0.5}}
)");
}

}  // namespace
}  // namespace wirecopy
