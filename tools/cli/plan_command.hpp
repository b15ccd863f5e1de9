// The command `plan`: what a run will find and cost.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code.
[[nodiscard]] int run_plan(const PlanArguments& arguments);

}  // namespace wirecopy::cli
