// The options of `evaluate`.

#pragma once

#include <CLI/App.hpp>
#include <string>

#include "arguments.hpp"

namespace wirecopy::cli {

void add_evaluate(CLI::App& program, EvaluateArguments& arguments);

/// The same as for other commands; puts LABELS in its place where no CORPUS is wanted.
[[nodiscard]] std::string problem_of(EvaluateArguments& evaluate);

}  // namespace wirecopy::cli
