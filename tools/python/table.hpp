// Table: what a call found, column by column, for lists and for Arrow.
//
//   in      columns of texts, numbers and fractions, built row by row
//   out     values by column and row; an Arrow stream of one batch that shares the columns
//   cost    the bytes of the values; the stream copies nothing

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "arrow_abi.hpp"

namespace wirecopy::python {

/// As Arrow's large_string has it.
struct TextColumn {
    std::vector<std::int64_t> offsets{0};
    std::string bytes;

    void push_back(std::string_view text) {
        bytes += text;
        offsets.push_back(static_cast<std::int64_t>(bytes.size()));
    }
    [[nodiscard]] std::size_t size() const noexcept { return offsets.size() - 1; }
    [[nodiscard]] std::string_view operator[](std::size_t row) const noexcept {
        const auto begin = static_cast<std::size_t>(offsets[row]);
        return std::string_view(bytes).substr(begin,
                                              static_cast<std::size_t>(offsets[row + 1]) - begin);
    }
};

struct Column {
    std::string name;
    std::variant<TextColumn, std::vector<float>, std::vector<std::int64_t>> values;
};

using Columns = std::vector<Column>;

/// Shared with every stream that was made of it.
struct Table {
    std::shared_ptr<const Columns> columns;
};

[[nodiscard]] std::size_t rows_of(const Columns& columns);

/// A stream of one batch with a column each. The caller owns it.
[[nodiscard]] std::unique_ptr<ArrowArrayStream> stream_of(Table table);

}  // namespace wirecopy::python
