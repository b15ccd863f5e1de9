// Model: from the features of a pair to two probabilities that cannot contradict each other.
//
//   in      pair features
//   out     story = P(same event); derived = story x P(from the same report | same event)
//   cost    a dozen multiplications and three logarithms
//   error   calibrated for candidate pairs of a news stream, of which `base_rate` tell the same
//           event; README.md has the reliability
//
// Two logistic models with weights that are never negative: more agreement never makes a pair
// less alike. `wirecopy learn model` makes the weights; the shipped ones are data/english.model.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "score/pair_features.hpp"

namespace wirecopy::score {

struct Logistic {
    double bias = 0;
    std::array<double, 4> weights{};
};

struct Model {
    Logistic story;
    Logistic derived;
    double base_rate = 0.5;  ///< of same events among the candidate pairs it was made for
    std::uint64_t digest = 0;

    /// Throws Error{format} naming the line.
    [[nodiscard]] static Model parse(std::string_view text);
};

/// What the models weigh. All grow with likeness.
[[nodiscard]] std::array<double, 4> story_terms(const PairFeatures& features) noexcept;
[[nodiscard]] std::array<double, 4> derived_terms(const PairFeatures& features) noexcept;

struct Probabilities {
    double story = 0;
    double derived = 0;
};

/// `base_rate` of the population asked about; 0: that of the model.
[[nodiscard]] Probabilities probabilities(const Model& model, const PairFeatures& features,
                                          double base_rate = 0);

/// The model that is part of the program.
[[nodiscard]] const Model& shipped_model();

/// The text of a model, which parse reads back.
[[nodiscard]] std::string model_text(const Model& model, std::string_view made_from);

}  // namespace wirecopy::score
