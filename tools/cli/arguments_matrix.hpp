// The options of `matrix`.

#pragma once

#include <CLI/App.hpp>
#include <string>

#include "arguments.hpp"

namespace wirecopy::cli {

void add_matrix(CLI::App& program, MatrixArguments& arguments);

/// What is wrong with options that go wrong only together; empty when nothing is.
[[nodiscard]] std::string problem_of(const MatrixArguments& matrix);

}  // namespace wirecopy::cli
