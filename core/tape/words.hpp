// Words: the plain words of a text, in order, with their places.
//
//   in      any bytes; UTF-8 where it is
//   out     per word a 64-bit hash of its folded form and its place in the text
//   cost    .9 to 1.1 GB/s of English text on one core (bench/micro); no allocation once warm
//   error   none: bytes that are not UTF-8 separate words
//
// A plain word is a maximal run of `\w` (letters, marks, digits, connectors), case folded,
// nothing cut or merged, as every peer takes it. Two things differ from a bare `\w+`: a letter of
// a script written without spaces (Han, Kana, Thai, Lao, Khmer, Myanmar) is a word of its own, with
// the marks on it, because there a run is a whole clause, and one changed letter would change
// it all; and soft hyphens and joiners inside a word do not part it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tape/scan.hpp"

namespace wirecopy::tape {

/// Bytes [begin, end) of the text.
struct WordPlace {
    std::uint32_t begin;
    std::uint32_t end;
};

/// Views into the scanner that made them, valid until its next scan.
struct Words {
    std::span<const std::uint64_t> hashes;
    std::span<const WordPlace> places;

    [[nodiscard]] std::size_t size() const noexcept { return hashes.size(); }
};

/// Cuts texts into words. One a thread: scan() reuses its memory; nothing of one text reaches
/// the answer for another.
class WordScanner {
public:
    /// Throws Error{input} when the text has 4 GiB or more.
    [[nodiscard]] Words scan(std::string_view text);

private:
    [[nodiscard]] std::size_t find_places(std::string_view text);
    void hash_words(std::string_view text, std::size_t count);
    [[nodiscard]] std::uint64_t hash_rare(std::string_view text, WordPlace& place);

    std::vector<char> lowered_;
    std::vector<BlockMasks> masks_;
    std::vector<WordPlace> places_;
    std::vector<std::uint64_t> hashes_;
    std::string folded_;
    // Words beyond ASCII repeat, and folding one takes half a microsecond: the last folded hash
    // by the hash of the raw bytes, one word a slot, 256 kB once such a word was met.
    struct Folded {
        std::uint64_t raw_hash;
        std::uint64_t hash;
    };
    std::vector<Folded> folded_words_;
};

}  // namespace wirecopy::tape
