// The command `dedup`: a corpus without its copies, record by record as it came.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code: 0 done, 2 trouble. Throws what the library throws.
[[nodiscard]] int run_dedup(const DedupArguments& arguments);

}  // namespace wirecopy::cli
