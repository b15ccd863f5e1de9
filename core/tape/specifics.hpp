// Specifics: the second pass of the tape. Numbers, dates and weekdays become one token each, with
// a term that is the same however and in whatever language they are written.
//
//   in      tokens as words
//   out     the same row, shorter where several words made one number or date
//   cost    about 3 ns a token that starts none

#pragma once

#include <string_view>
#include <vector>

#include "tape/languages.hpp"
#include "tape/token.hpp"

namespace wirecopy::tape {

void read_specifics(std::string_view text, Language language, std::vector<Token>& tokens);

}  // namespace wirecopy::tape
