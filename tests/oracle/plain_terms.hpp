// The slow twin of the tape's words: what the bytes at a place must mean.

#pragma once

#include <string>
#include <string_view>

#include "wirecopy/tape.hpp"

namespace wirecopy::oracle {

/// Why entry `i` of the tape does not fit the bytes at its place; empty when it does.
/// Words are folded, stemmed and hashed anew from their bytes; pairs of letters likewise; numbers,
/// dates and runs must start and end where words of the oracle do.
[[nodiscard]] std::string misfit(std::string_view text, const Tape& tape, std::size_t i);

}  // namespace wirecopy::oracle
