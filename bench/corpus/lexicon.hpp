// Lexicon: what the word of a rank looks like. The first are function words of English, so that
// the text counts as English; all others are made of syllables and mean nothing.
//
//   in      a rank
//   out     its spelling, and whether it is a plain word, a name or a number
//   cost    a look-up for the first 200,000 ranks, else a few divisions
//   error   a few ranks in a million share a spelling

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wirecopy::bench {

enum class WordKind : std::uint8_t { plain, name, number };

class Lexicon {
public:
    Lexicon();

    /// Adds the word to `text`; names have a capital.
    void append(std::uint32_t rank, std::string& text) const;
    [[nodiscard]] std::string spelling(std::uint32_t rank) const;
    [[nodiscard]] static WordKind kind(std::uint32_t rank);

private:
    std::vector<std::string> first_;
};

}  // namespace wirecopy::bench
