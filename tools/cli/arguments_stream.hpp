// The options of `stream`.

#pragma once

#include <CLI/App.hpp>
#include <string>

#include "arguments.hpp"

namespace wirecopy::cli {

void add_stream(CLI::App& program, StreamArguments& arguments);

/// What is wrong with options that go wrong only together; empty when nothing is.
[[nodiscard]] std::string problem_of(const StreamArguments& stream);

}  // namespace wirecopy::cli
