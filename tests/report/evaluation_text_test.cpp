#include <gtest/gtest.h>

#include "report/evaluation_sample.hpp"
#include "report/sample.hpp"

namespace wirecopy {
namespace {

template <typename Evaluation>
std::string text(const Evaluation& evaluation, const TerminalStyle& style = {}) {
    return sample::text_of([&](const ReportSink& sink) { write_text(evaluation, style, sink); });
}

TEST(EvaluationText, SaysEverythingOnce) {
    EXPECT_EQ(text(sample::six_pairs()), R"(7 articles, 6 pairs, 3 of them positive (.5000)

  average precision  .700
  ROC AUC            .611

             from  precision  recall    F1  found  wrong  missed
  best F1    .500       .600       1  .750      3      2       0
  threshold  .750       .500    .333  .400      1      1       2

Scores as probabilities
  Brier score                     .2533
  Brier skill                     -.013
  calibration error, equal width   .320
  calibration error, equal mass    .160

  score      pairs  mean score  positive
  0 - .30        1        .200         0
  .30 - .50      1        .500         1
  .50 - 1        4        .775      .500

Labelled negative, scored .750 or more
  .800  wire,1  b "2"  bad

Labelled positive, scored below .750
  .500  c\t3  d\x1b[2J  ok
  .700  e     f         ok

jaccard, share of words
)");
}

TEST(EvaluationText, LeavesOutWhatIsNotThere) {
    EXPECT_EQ(text(sample::no_positives()),
              R"(3 articles in 3 clusters, 3 pairs, 0 of them positive (0)

  average precision  -
  ROC AUC            -

information, nats
)");
}

TEST(EvaluationText, SaysThatThereAreNoErrors) {
    auto evaluation = sample::six_pairs();
    evaluation.false_positives.clear();
    evaluation.false_negatives.clear();
    EXPECT_NE(text(evaluation).find("\nLabelled negative, scored .750 or more\n  none\n"),
              std::string::npos);
}

TEST(EvaluationText, MarksTitlesInColourAlone) {
    const auto plain = text(sample::six_pairs());
    EXPECT_EQ(plain.find('\x1b'), std::string::npos);
    const auto coloured = text(sample::six_pairs(), {.colour = ColourMode::ansi256});
    EXPECT_NE(coloured.find("\x1b[1mScores as probabilities\x1b[0m"), std::string::npos);
}

TEST(EvaluationText, IsAsciiWhereItMustBe) {
    auto evaluation = sample::six_pairs();
    evaluation.false_positives[0].id_a = "Zürich";
    EXPECT_NE(text(evaluation, {.unicode = false}).find("Z\\u00fcrich"), std::string::npos);
    EXPECT_NE(text(evaluation).find("Zürich"), std::string::npos);
}

TEST(EvaluationText, OfClustersSaysEverythingOnce) {
    EXPECT_EQ(text(sample::six_articles()),
              R"(6 articles in 3 labelled clusters and 3 predicted ones

  adjusted Rand index  .318

           precision  recall    F1
  B-cubed       .778    .778  .778
  pairs         .500    .500  .500
)");
}

}  // namespace
}  // namespace wirecopy
