// The command `stream`: articles in, answers out, for pipelines.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code. Throws what the library throws, and ClosedPipe when nobody reads.
[[nodiscard]] int run_stream(const StreamArguments& arguments);

}  // namespace wirecopy::cli
