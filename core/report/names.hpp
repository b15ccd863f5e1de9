// Names: labels as people read them, short and still different from each other.
//
//   in      labels of any bytes
//   out     names that a terminal may show; equal only where the labels are
//   cost    a few passes over the labels

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace wirecopy::report {

/// Without the folders and the file ending that all labels share, and printable:
/// `seeds/000_d5d5.txt` becomes `000_d5d5`.
[[nodiscard]] std::vector<std::string> names_of(std::span<const std::string> labels, bool unicode);

/// Names of at most `columns`, shortened in the middle where they are longer. Where different
/// names would become equal they are cut elsewhere, or numbered at the end: `~2`.
/// Requires: columns >= 8.
[[nodiscard]] std::vector<std::string> fitted_names(std::span<const std::string> names,
                                                    std::size_t columns, bool unicode);

}  // namespace wirecopy::report
