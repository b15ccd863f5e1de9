// The command `pairs`: every pair of a corpus that is worth naming, or every pair.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code: 0 done, 1 no pair of the grade, 2 trouble. Throws what the library
/// throws.
[[nodiscard]] int run_pairs(const PairsArguments& arguments);

}  // namespace wirecopy::cli
