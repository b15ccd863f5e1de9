// Evaluations to report.

#pragma once

#include "wirecopy/evaluate.hpp"

namespace wirecopy::sample {

/// Six pairs at .9 .8 .7 .7 .5 .2, every other one positive, and two errors.
inline PairEvaluation six_pairs() {
    PairEvaluation evaluation;
    evaluation.measure = {"jaccard", "share of words", true, true};
    evaluation.articles = 7;
    evaluation.figures = evaluate_scores(
        std::vector<LabelledScore>{
            {0.9F, true}, {0.8F, false}, {0.7F, true}, {0.7F, false}, {0.5F, true}, {0.2F, false}},
        {.threshold = 0.75F, .floor = 0.3, .bins = 2});
    evaluation.limit_errors = 3;
    evaluation.error_threshold = 0.75F;
    evaluation.false_positives = {{"wire,1", "b \"2\"", "bad", 0.8F}};
    evaluation.false_negatives = {{"c\t3", "d\x1b[2J", "ok", 0.5F}, {"e", "f", "ok", 0.7F}};
    return evaluation;
}

/// Negatives alone, in nats: hardly any figure is there.
inline PairEvaluation no_positives() {
    PairEvaluation evaluation;
    evaluation.measure = {"information", "nats", true, false};
    evaluation.articles = 3;
    evaluation.clusters = 3;
    evaluation.figures =
        evaluate_scores(std::vector<LabelledScore>{{17.25F, false}, {0, false}, {0, false}}, {});
    return evaluation;
}

inline ClusterEvaluation six_articles() {
    return evaluate_clusters(std::vector<std::uint32_t>{0, 0, 0, 1, 1, 2},
                             std::vector<std::uint32_t>{0, 0, 1, 1, 1, 2});
}

}  // namespace wirecopy::sample
