// The heat map: a row of cells for each article, coloured by score, with numbers where they fit.
//
//   in      a view of the matrix
//   out     heads, rows, a scale, and for two sets the list of columns; or nothing when even one
//           character a cell is too wide
//
// What fits is tried from the roomiest down: numbers in wide and in narrow cells, cells of two
// characters, cells of one. Labels give way before cells do.

#pragma once

#include <optional>
#include <string>

#include "report/table_view.hpp"

namespace wirecopy::report {

/// Lines that end in a line feed and take at most style.width_columns.
[[nodiscard]] std::optional<std::string> heat_map(const TableView& view);

}  // namespace wirecopy::report
