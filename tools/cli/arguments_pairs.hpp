// The options of `pairs`.

#pragma once

#include <CLI/App.hpp>
#include <string>

#include "arguments.hpp"

namespace wirecopy::cli {

void add_pairs(CLI::App& program, PairsArguments& arguments);

/// What is wrong with options that go wrong only together; empty when nothing is.
[[nodiscard]] std::string problem_of(const PairsArguments& pairs);

}  // namespace wirecopy::cli
