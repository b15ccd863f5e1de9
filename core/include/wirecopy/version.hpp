// The version of the library, by semantic versioning: CMakeLists.txt holds the same (a test looks).

#pragma once

#include <string_view>

namespace wirecopy {

inline constexpr std::string_view version = "0.1.0";

}  // namespace wirecopy
