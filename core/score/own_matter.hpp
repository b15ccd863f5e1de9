// Own matter: what one article tells and the other does not.
//
//   in      readings of two articles
//   out     how much of the one is told by the other too; the sentences that hardly are
//   cost    a sort of the terms of the other, a look-up for each term of the article
//   error   a sentence retold in other words throughout counts as own; one that was left out does
//   not
//           where the other article has its words elsewhere (README.md)

#pragma once

#include <vector>

#include "score/reading.hpp"

namespace wirecopy::score {

/// What the content terms of an article tell, each once, and the share that the other tells too.
struct Told {
    double nats = 0;
    double shared = 0;  ///< 0 to 1
};
[[nodiscard]] Told told_by(const Reading& article, const Reading& other);

/// Sentences of `article` of whose terms the other has few. What tells most first.
[[nodiscard]] std::vector<Mention> own_sentences(const Reading& article, const Reading& other);

}  // namespace wirecopy::score
