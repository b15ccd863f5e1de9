// Which instruction set the vector kernels run with, and how a test forces another.
//
// The kernels (files named *_simd.cpp) are compiled once for every instruction set by Google
// Highway and choose at run time; all of them write the same bytes.

#pragma once

#include <string>
#include <vector>

namespace wirecopy::base {

/// The instruction set in use: "AVX2", "SSE4", ...
[[nodiscard]] std::string simd_name();

/// Every instruction set that was compiled in and that this processor has, best first.
[[nodiscard]] std::vector<std::string> simd_names();

/// Makes the kernels use the named instruction set from now on; an empty name returns to the best.
/// For tests and benchmarks: not safe while other threads are in the library.
/// Throws Error{option} when this build or this processor does not have it.
void force_simd(const std::string& name);

}  // namespace wirecopy::base
