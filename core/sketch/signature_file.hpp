// The form of a file of signatures. Every number is little-endian.
//
//   header    8  magic "wcsigset"
//             4  version of this form, 1
//             4  hash_id
//             1  method: 0 minhash, 1 one_permutation, 2 one_permutation_densified
//             1  unit: 0 word, 1 character
//             1  bits
//             1  0
//             4  slots
//             4  width
//             8  seed
//             8  checksum of all before it
//   block     8  checksum of all of the block behind it, seeded with the number of the block, from
//   0
//             4  bytes of its articles, n
//             4  number of its articles, at least 1
//             n  articles
//   article   4  bytes of the id
//             4  bytes of the source
//             4  bytes of the date
//             4  shingles, different ones
//             8  hash of the words
//                id, source, date
//           4 w  words of the signature, w = slots x bits / 32 rounded up
//   end          a block that holds no articles but, in 8 bytes, how many there are in all
//
// A writer closes a block with the article that brings it to block_bytes. The number in the
// checksum tells a block that was moved, dropped or doubled; the end, a file that was cut.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace wirecopy::sketch {

inline constexpr std::uint32_t file_version = 1;
inline constexpr std::size_t file_header_bytes = 44;
inline constexpr std::size_t checksum_bytes = 8;
inline constexpr std::size_t block_header_bytes = 16;
inline constexpr std::size_t article_header_bytes = 24;
inline constexpr std::size_t block_bytes = std::size_t{1} << 20U;

}  // namespace wirecopy::sketch
