// Memory: how much of it this process has, as the system says.

#pragma once

#include <cstdint>

namespace wirecopy::cli {

/// In memory now; 0 where the system does not say.
[[nodiscard]] std::uint64_t resident_bytes();

/// The most that ever was.
[[nodiscard]] std::uint64_t peak_bytes();

}  // namespace wirecopy::cli
