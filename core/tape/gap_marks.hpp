// Gap marks: what stands between two words, as the credit reader asks for it.

#pragma once

#include <string_view>

namespace wirecopy::tape {

[[nodiscard]] inline bool contains(std::string_view gap, std::string_view mark) noexcept {
    return gap.find(mark) != std::string_view::npos;
}

[[nodiscard]] inline bool has_any(std::string_view gap, std::string_view marks) noexcept {
    return gap.find_first_of(marks) != std::string_view::npos;
}

[[nodiscard]] inline bool has_dash(std::string_view gap) noexcept {
    return contains(gap, "-") || contains(gap, "–") || contains(gap, "—");
}

[[nodiscard]] inline bool has_quote(std::string_view gap) noexcept {
    return contains(gap, "\"") || contains(gap, "“") || contains(gap, "”") || contains(gap, "»");
}

}  // namespace wirecopy::tape
