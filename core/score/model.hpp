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
// The text of a model: its version, comments, one number a line, and the digest of all before it.

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
    double base_rate = 0.5;    ///< of same events among the candidate pairs it was made for
    std::uint64_t digest = 0;  ///< of the text that it was read from

    /// Throws Error{format} naming the line.
    [[nodiscard]] static Model parse(std::string_view text);

    /// Sets one number by its name in the text: "story.days". Throws Error{option} for a name that
    /// there is not, or a value that it cannot have.
    void set(std::string_view name, double value);
};

/// The names of the weights in a model's text, in their order.
inline constexpr std::array<std::string_view, 4> story_weight_names{
    "story.resemblance", "story.agreement", "story.conflict", "story.days"};
inline constexpr std::array<std::string_view, 4> derived_weight_names{
    "derived.agreement", "derived.copied", "derived.credit", "derived.days"};

/// What the models weigh. All grow with likeness.
[[nodiscard]] std::array<double, 4> story_terms(const PairFeatures& features) noexcept;
[[nodiscard]] std::array<double, 4> derived_terms(const PairFeatures& features) noexcept;

/// What the models say before it becomes a probability.
struct LogOdds {
    double story = 0;
    double derived = 0;  ///< given one event
};

/// `base_rate` of the population asked about; 0: that of the model.
[[nodiscard]] LogOdds log_odds(const Model& model, const PairFeatures& features,
                               double base_rate = 0);

struct Probabilities {
    double story = 0;
    double derived = 0;
};

/// The most that either probability can be where the resemblance, the company and the days are
/// known: no weight is negative, so that all else is taken at its best.
[[nodiscard]] Probabilities most_probable(const Model& model, double resemblance, double company,
                                          double days_apart, double base_rate);

/// `base_rate` as above.
[[nodiscard]] Probabilities probabilities(const Model& model, const PairFeatures& features,
                                          double base_rate = 0);

/// The model that is part of the program.
[[nodiscard]] const Model& shipped_model();

/// The text of a model, which parse reads back. The lines of `made_from` become comments.
[[nodiscard]] std::string model_text(const Model& model, std::string_view made_from);

}  // namespace wirecopy::score
