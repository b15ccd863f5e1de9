// The options of `plan`.

#pragma once

#include <CLI/App.hpp>
#include <string>

#include "arguments.hpp"

namespace wirecopy::cli {

void add_plan(CLI::App& program, PlanArguments& arguments);

/// What is wrong with options that go wrong only together; empty when nothing is.
[[nodiscard]] std::string problem_of(const PlanArguments& plan);

}  // namespace wirecopy::cli
