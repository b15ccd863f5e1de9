// Reference loops: what the machine can do, and what a plain tokeniser does.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wirecopy::bench {

/// memcpy into `target`.
void copy(std::string_view text, std::string& target);

/// XXH3 over the whole text.
[[nodiscard]] std::uint64_t hash_whole(std::string_view text);

/// Words found, lowered and hashed one byte at a time, as a first version would do it.
[[nodiscard]] std::uint64_t tokenise_plainly(std::string_view text,
                                             std::vector<std::uint64_t>& words);

/// The same with word 5-shingles and 128 permutations, one slot at a time.
[[nodiscard]] std::uint64_t sign_plainly(std::string_view text, std::vector<std::uint64_t>& words,
                                         std::vector<std::uint32_t>& slots);

}  // namespace wirecopy::bench
