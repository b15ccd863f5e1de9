// The options of `cluster` and `dedup`.

#pragma once

#include <CLI/App.hpp>
#include <string>

#include "arguments.hpp"

namespace wirecopy::cli {

void add_cluster(CLI::App& program, ClusterArguments& arguments);
void add_dedup(CLI::App& program, DedupArguments& arguments);

/// What is wrong with options that go wrong only together; empty when nothing is.
[[nodiscard]] std::string problem_of(const ClusterArguments& arguments);
[[nodiscard]] std::string problem_of(const DedupArguments& arguments);

}  // namespace wirecopy::cli
