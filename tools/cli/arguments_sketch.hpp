// The options of `sketch`.

#pragma once

#include <CLI/App.hpp>
#include <string>

#include "arguments.hpp"

namespace wirecopy::cli {

void add_sketch(CLI::App& program, SketchArguments& arguments);

/// What is wrong with options that go wrong only together; empty when nothing is.
[[nodiscard]] std::string problem_of(const SketchArguments& sketch);

}  // namespace wirecopy::cli
