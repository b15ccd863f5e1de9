// Copies: `pairs --jaccard`, of articles or of files of signatures.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code. Requires: arguments.copies.
[[nodiscard]] int run_copies(const PairsArguments& arguments);

}  // namespace wirecopy::cli
