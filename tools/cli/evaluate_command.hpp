// The command `wirecopy evaluate`: reads labels, scores what they name, prints the figures.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code. Throws what the engine throws, and ClosedPipe.
[[nodiscard]] int run_evaluate(const EvaluateArguments& arguments);

}  // namespace wirecopy::cli
