#include <gtest/gtest.h>

#include "report/evaluation_sample.hpp"
#include "report/sample.hpp"

namespace wirecopy {
namespace {

template <typename Evaluation>
std::string csv(const Evaluation& evaluation) {
    return sample::text_of([&](const ReportSink& sink) { write_csv(evaluation, sink); });
}

template <typename Evaluation>
std::string tsv(const Evaluation& evaluation) {
    return sample::text_of([&](const ReportSink& sink) { write_tsv(evaluation, sink); });
}

TEST(EvaluationCells, AreAHeaderAndARowThenTheErrors) {
    EXPECT_EQ(csv(sample::six_pairs()),
              "score,articles,pairs,positives,average_precision,roc_auc,best_threshold,"
              "best_precision,best_recall,best_f1,best_true_positives,best_false_positives,"
              "best_false_negatives,threshold,precision,recall,f1,true_positives,false_positives,"
              "false_negatives,brier_score,brier_skill,calibration_error,mass_calibration_error\n"
              "jaccard,7,6,3,0.7,0.611111,0.5,0.6,1,0.75,3,2,0,0.75,0.5,0.333333,0.4,1,1,2,"
              "0.253333,-0.013333,0.32,0.16\n"
              "\n"
              "error,id_a,id_b,label,score\n"
              "false_positive,\"wire,1\",\"b \"\"2\"\"\",bad,0.8\n"
              "false_negative,c\t3,d\x1b[2J,ok,0.5\n"
              "false_negative,e,f,ok,0.7\n");
}

TEST(EvaluationCells, OfWhatIsNotThereAreEmpty) {
    EXPECT_EQ(sample::lines_of(tsv(sample::no_positives())).at(1),
              "information\t3\t3\t0\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t");
}

TEST(EvaluationCells, HaveATableOfErrorsOnlyIfTheyWereAskedFor) {
    auto evaluation = sample::six_pairs();
    evaluation.limit_errors = 0;
    EXPECT_EQ(sample::lines_of(tsv(evaluation)).size(), 2U);
    evaluation.limit_errors = 1;
    evaluation.false_positives.clear();
    evaluation.false_negatives.clear();
    EXPECT_TRUE(tsv(evaluation).ends_with("\n\nerror\tid_a\tid_b\tlabel\tscore\n"));
}

TEST(EvaluationCells, OfTsvKeepALineARow) {
    EXPECT_TRUE(tsv(sample::six_pairs()).find("false_negative\tc\\t3\td") != std::string::npos);
}

TEST(EvaluationCells, OfClustersAreAHeaderAndARow) {
    EXPECT_EQ(tsv(sample::six_articles()),
              "articles\tlabelled_clusters\tpredicted_clusters\tadjusted_rand\tb_cubed_precision\t"
              "b_cubed_recall\tb_cubed_f1\tpairwise_precision\tpairwise_recall\tpairwise_f1\n"
              "6\t3\t3\t0.318182\t0.777778\t0.777778\t0.777778\t0.5\t0.5\t0.5\n");
    EXPECT_EQ(sample::lines_of(csv(evaluate_clusters({}, {}))).at(1), "0,0,0,,,,,,,");
}

}  // namespace
}  // namespace wirecopy
