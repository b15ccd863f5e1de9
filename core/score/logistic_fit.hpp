// Logistic fit: the weights of a logistic model, none of them negative, from labelled examples.
//
//   in      examples with the terms of the model, labels and weights
//   out     the weights that make the labels likeliest, less a small price of their squares
//   cost    two passes over the examples a step; 6 to 9 steps for 500 to 76,000 examples of ours
//   error   the gradient of what is left to vary is below a billionth of the examples' weight
//   method  Newton steps over the weights that are not held at zero, projected on the rest
//           (Bertsekas, "Projected Newton methods for optimization problems with simple
//           constraints", 1982)

#pragma once

#include <array>
#include <span>

#include "score/model.hpp"

namespace wirecopy::score {

struct FitExample {
    std::array<double, 4> terms{};
    double weight = 1;
    bool positive = false;
};

/// Fits the bias and those weights of `start` that `is_fitted` names; the others stay as they are.
/// The price of a weight is `ridge` / 2 times its square in units of the spread of its term.
/// Throws Error{option} when there is no example of either class.
[[nodiscard]] Logistic fit_logistic(std::span<const FitExample> examples, const Logistic& start,
                                    const std::array<bool, 4>& is_fitted, double ridge);

}  // namespace wirecopy::score
