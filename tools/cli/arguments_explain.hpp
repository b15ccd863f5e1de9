// The options of `explain`.

#pragma once

#include <CLI/App.hpp>
#include <string>

#include "arguments.hpp"

namespace wirecopy::cli {

void add_explain(CLI::App& program, ExplainArguments& arguments);

/// What is wrong with options that go wrong only together; empty when nothing is.
[[nodiscard]] std::string problem_of(const ExplainArguments& explain);

}  // namespace wirecopy::cli
