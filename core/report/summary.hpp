// The summary: what is said of a matrix that is too large to be shown cell by cell.
//
//   in      a view of the matrix
//   out     its size, how many pairs score above 0, and a histogram of the scores
//   cost    one pass over the cells

#pragma once

#include <cstdint>
#include <string>

#include "report/table_view.hpp"

namespace wirecopy::report {

/// Lines that end in a line feed.
[[nodiscard]] std::string summary(const TableView& view);

/// "12,497,500".
[[nodiscard]] std::string grouped(std::uint64_t count);

/// "1 article", "5 articles".
[[nodiscard]] std::string counted(std::uint64_t count, const std::string& what);

}  // namespace wirecopy::report
