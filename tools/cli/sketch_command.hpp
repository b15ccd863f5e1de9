// The command `sketch`: reads articles or files of signatures, writes one file of signatures.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// Returns the exit code.
[[nodiscard]] int run_sketch(const SketchArguments& arguments);

}  // namespace wirecopy::cli
