// Tables from files: the options --frequencies and --model, as the library takes them.

#pragma once

#include <string>

#include "wirecopy/similarity.hpp"

namespace wirecopy::cli {

/// Files that `learn` made; empty: the shipped tables.
struct TableFiles {
    std::string frequencies;
    std::string model;
};

/// Throws Error{input} for a file that cannot be read.
[[nodiscard]] Tables read_tables(const TableFiles& files);

}  // namespace wirecopy::cli
