// Shingle: a run of neighbouring words or characters, the feature by which copies are found.

#pragma once

#include <cstdint>

namespace wirecopy {

enum class ShingleUnit : std::uint8_t {
    word,       ///< plain words: runs of `\w`, case folded
    character,  ///< code points of the folded plain words with one space between them
};

}  // namespace wirecopy
