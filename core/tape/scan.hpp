// Scan: the vector half of the tokeniser. Marks, for every byte of a text, whether it is an ASCII
// word byte, and lowers ASCII capitals.
//
//   in      any bytes
//   out     per 64 bytes one mask of ASCII word bytes [0-9A-Za-z_] and one of bytes above 127;
//           the text with A-Z lowered, padded with zeros to whole blocks and 16 bytes more
//   cost    about 12 GB/s with AVX2; the same bytes with every instruction set

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wirecopy::tape {

inline constexpr std::size_t block_bytes = 64;
/// What `lowered` must have room for beyond the text.
inline constexpr std::size_t scan_padding_bytes = block_bytes + 16;

struct BlockMasks {
    std::uint64_t word;
    std::uint64_t beyond_ascii;
};

/// Writes (text.size() + 63) / 64 masks and text.size() + scan_padding_bytes bytes of `lowered`.
void scan_ascii(std::string_view text, char* lowered, BlockMasks* masks);

/// The plain twin of scan_ascii, byte by byte: what it must equal.
void scan_ascii_plain(std::string_view text, char* lowered, BlockMasks* masks);

}  // namespace wirecopy::tape
