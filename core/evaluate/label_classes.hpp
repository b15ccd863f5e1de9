// Label classes: which labels of pairs are positive, which negative.
//
//   in      what the caller names, else words that mean yes and no
//   out     the class of a label
//   cost    a look-up a label
//   error   labels that nobody put in a class, and classes that no label is in, throw: a figure
//           made with a misspelt label would look like any other

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/evaluate.hpp"

namespace wirecopy::evaluate {

enum class LabelClass { positive, negative, other, unknown };

/// The class of one label; unknown only where nothing is named.
[[nodiscard]] LabelClass class_of(std::string_view label, const LabelClasses& classes);

/// Throws Error as match_labels does, naming the labels that occur and how often.
void check_classes(const Labels& labels, const LabelClasses& classes);

}  // namespace wirecopy::evaluate
