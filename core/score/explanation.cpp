// The names of what explanations enumerate.

#include <array>

#include "wirecopy/compare.hpp"

namespace wirecopy {

std::string_view credit_role_name(CreditRole role) noexcept {
    constexpr std::array<std::string_view, 3> names{"mention", "side_fact", "source"};
    return names[static_cast<std::size_t>(role)];
}

std::string_view direction_name(Direction direction) noexcept {
    constexpr std::array<std::string_view, 4> names{"neither", "a_in_b", "b_in_a", "both"};
    return names[static_cast<std::size_t>(direction)];
}

}  // namespace wirecopy
