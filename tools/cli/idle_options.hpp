// Idle options: those of a line that cannot change what it gives, named on standard error, for
// whoever wrote them expects that they do.

#pragma once

#include "arguments.hpp"

namespace wirecopy::cli {

/// `format` is the one that is written, never MatrixFormat::automatic.
void warn_of_idle_options(const MatrixArguments& arguments, MatrixFormat format);

/// The same; never ExplainFormat::automatic.
void warn_of_idle_options(const ExplainArguments& arguments, ExplainFormat format);

}  // namespace wirecopy::cli
