// The command `wirecopy explain`: reads, compares one pair, prints why.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code. Throws what the engine throws, and ClosedPipe.
[[nodiscard]] int run_explain(const ExplainArguments& arguments);

}  // namespace wirecopy::cli
