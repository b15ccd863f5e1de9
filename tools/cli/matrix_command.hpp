// The command `wirecopy matrix`: reads, compares, prints.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code. Throws what the engine throws, and ClosedPipe.
[[nodiscard]] int run_matrix(MatrixArguments arguments);

}  // namespace wirecopy::cli
