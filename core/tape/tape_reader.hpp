// Tape reader: the inside of wirecopy::TapeBuilder, which gives the plain words with their places
// as well, found on the way.
//
//   in      a text
//   out     its tape; its plain words, valid until the next text
//   cost    as TapeBuilder
//   error   Error{input} at 4 GiB of text

#pragma once

#include <string_view>
#include <vector>

#include "tape/lexicon.hpp"
#include "tape/names.hpp"
#include "tape/token.hpp"
#include "tape/words.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

/// Keeps buffers and the lexicon; one object a thread.
class TapeReader {
public:
    /// Into a tape whose memory is used again.
    Words read(std::string_view text, Tape& tape);

private:
    WordScanner scanner_;
    Lexicon lexicon_;
    NameReader names_;
    std::vector<Token> tokens_;
};

}  // namespace wirecopy::tape
