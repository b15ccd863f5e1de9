// The command `learn`: the shipped tables, made from articles and labels.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code: 0 done, 2 trouble. Throws what the library throws.
[[nodiscard]] int run_learn_prior(const LearnPriorArguments& arguments);
[[nodiscard]] int run_learn_model(const LearnModelArguments& arguments);

}  // namespace wirecopy::cli
