// The command `cluster`: the stories of a corpus, and the origins in them.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code: 0 done, 2 trouble. Throws what the library throws.
[[nodiscard]] int run_cluster(const ClusterArguments& arguments);

}  // namespace wirecopy::cli
