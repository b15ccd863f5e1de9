// The command `index`: a lasting corpus.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "wirecopy/index.hpp"

namespace wirecopy::cli {

/// Returns the exit code. Throws what the library throws.
[[nodiscard]] int run_index(const IndexArguments& arguments);

/// What `stream` and `index` share: the options of a line together.
[[nodiscard]] IndexOptions index_options(const IndexOptions& index, const CompareOptions& compare,
                                         const TableFiles& tables);
/// Options to write a folder with: those that it was made with, and over them those of `wanted`
/// that were given and change what it answers; in a new one all that are wanted.
[[nodiscard]] IndexOptions options_to_write(const std::string& folder, const IndexOptions& wanted,
                                            const std::vector<std::string>& given);
/// What --memory says: in bytes; 0, where it was not given, is half of the machine's.
[[nodiscard]] std::uint64_t index_memory(std::uint64_t given);
/// Whether a folder holds one.
[[nodiscard]] bool is_index(const std::string& folder);

}  // namespace wirecopy::cli
