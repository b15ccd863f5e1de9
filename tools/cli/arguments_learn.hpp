// The options of `learn prior` and `learn model`.

#pragma once

#include <CLI/App.hpp>
#include <string>

#include "arguments.hpp"

namespace wirecopy::cli {

void add_learn_prior(CLI::App& learn, LearnPriorArguments& arguments);
void add_learn_model(CLI::App& learn, LearnModelArguments& arguments);

/// What is wrong with options that go wrong only together; empty when nothing is.
[[nodiscard]] std::string problem_of(const LearnPriorArguments& prior);
[[nodiscard]] std::string problem_of(const LearnModelArguments& model);

}  // namespace wirecopy::cli
