// Label columns: which cells of a row are ids and which is the label.
//
//   in      the first row of a label file, what the caller said of it
//   out     the columns, and whether that row is a header
//   error   the reason why there are none

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "wirecopy/read.hpp"

namespace wirecopy::read {

struct LabelColumns {
    LabelKind kind = LabelKind::pairs;
    bool has_header = false;
    std::size_t id_a = 0;
    std::size_t id_b = 0;  ///< of clusters that of id_a
    std::size_t label = 0;
};

/// The columns, or what is missing.
[[nodiscard]] std::variant<LabelColumns, std::string> choose_label_columns(
    std::span<const std::string_view> first_row, const LabelOptions& options);

}  // namespace wirecopy::read
