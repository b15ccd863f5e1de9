// Arrow column: the values of one column of a batch as text.
//
//   in      an array of strings (offsets of 32 or 64 bits, views, or by a dictionary), of whole
//           numbers, of days or of points in time, with its schema
//   out     of each row its text, or that there is none
//   cost    strings are seen where they lie; numbers and dates are written out
//   error   Error{input} for a type that is none of these. Buffers are believed: they are of the
//           same process

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "arrow_abi.hpp"

namespace wirecopy::python {

/// Throws Error{input} that names the column for a type without text.
void require_text_type(const ArrowSchema& schema, std::string_view column);

/// One of the types that hold strings, plainly or by a dictionary.
[[nodiscard]] bool is_string_type(const ArrowSchema& schema) noexcept;

class ArrowColumn {
public:
    /// Requires: require_text_type(schema); both outlive this object.
    ArrowColumn(const ArrowSchema& schema, const ArrowArray& array);

    /// The text of a row, counted from the array's own offset; nothing where it is null. Holds
    /// until the next call.
    [[nodiscard]] std::optional<std::string_view> at(std::int64_t row);

private:
    [[nodiscard]] std::int64_t whole_number(std::int64_t place) const noexcept;
    [[nodiscard]] std::string_view view(std::int64_t place) const noexcept;

    const ArrowArray& array_;
    std::string_view format_;
    std::unique_ptr<ArrowColumn> dictionary_;
    std::string written_;
};

}  // namespace wirecopy::python
