#include "read/missing_field.hpp"

#include <cstddef>

namespace wirecopy::read {

std::string missing_reason(std::string_view what, std::string_view name, std::string_view role,
                           std::span<const std::string_view> names) {
    constexpr std::size_t most_listed = 20;
    constexpr std::size_t longest_listed_bytes = 100;
    std::string reason = "no " + std::string(what) + " " + std::string(name);
    if (names.empty()) {
        return reason;
    }
    reason += ": choose the " + std::string(role) + " field among ";
    std::size_t listed = 0;
    for (const auto other : names) {
        if (listed < most_listed && other.size() <= longest_listed_bytes) {
            reason.append(listed == 0 ? "" : ", ").append(other);
            ++listed;
        }
    }
    return listed < names.size() ? reason + (listed == 0 ? "..." : ", ...") : reason;
}

}  // namespace wirecopy::read
