// Tokens: the first pass of the tape, from plain words to tokens.
//
//   in      a text, its plain words, a language
//   out     one token a word, with what stands before it, its shape, term, roles, sentence starts
//           and quotations; but "U.S." is one token, the s of "Musk's" none, and a stretch of
//           Han, Kana or Thai one for each pair of neighbouring letters (bigrams)
//   cost    about 15 ns a word
//
// A sentence starts behind an empty line, a full stop or its kin, or a new line, unless the next
// word has a small letter or the full stop belongs to an abbreviation or initials.

#pragma once

#include <string_view>
#include <vector>

#include "tape/lexicon.hpp"
#include "tape/token.hpp"
#include "tape/words.hpp"

namespace wirecopy::tape {

/// Replaces the content of `tokens`.
void read_tokens(std::string_view text, const Words& words, Language language, Lexicon& lexicon,
                 std::vector<Token>& tokens);

}  // namespace wirecopy::tape
