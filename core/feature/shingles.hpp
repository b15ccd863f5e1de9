// Shingles: hashed runs of n neighbouring words or characters, the features of copies.
//
//   in      plain words of an article (hashes), or its text; a width n
//   out     one 64-bit feature a position, in order, repeats included
//   cost    about 1.5 ns a word; characters about 20 ns a letter
//   error   64-bit hashes: a false match once in 10^19 pairs of shingles; but from widths of 1,024
//           on a text made for it can collide (Thue-Morse sequences beat every odd base)
//
// A text shorter than n has one shingle, of all it has, so that short texts are found when they
// are equal; a text without words has none. Characters are those of the folded plain words with
// one space between them, so that both units see the same text.
//
// Method: Broder, "On the resemblance and containment of documents", 1997.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace wirecopy::feature {

/// Replaces `shingles`. Requires: width_words > 0.
void word_shingles(std::span<const std::uint64_t> words, std::size_t width_words,
                   std::vector<std::uint64_t>& shingles);

/// Replaces `shingles`. Requires: width_chars > 0.
void char_shingles(std::string_view text, std::size_t width_chars,
                   std::vector<std::uint64_t>& shingles);

/// Sorts and drops repeats: the set that exact measures compare.
void make_set(std::vector<std::uint64_t>& features);

}  // namespace wirecopy::feature
