// Packed text: the text of an article as a store keeps it.
//
//   in      bytes
//   out     fewer bytes, 1.5 kB for an article of 3.1 kB; and back
//   cost    12 us to pack an article of 3.1 kB, 5 us to unpack it
//   error   unpack throws Error{format} for bytes that pack did not make
//
// Method: zstd at level 3 unless another is given, an article by itself, so that one is read
// without others.

#pragma once

#include <string>
#include <string_view>

namespace wirecopy::index {

[[nodiscard]] std::string pack(std::string_view text, int level = 3);
[[nodiscard]] std::string unpack(std::string_view packed);

}  // namespace wirecopy::index
