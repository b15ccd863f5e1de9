// Evidence: which bytes of the articles of a corpus speak of their stories, and which do not.
//
//   in      articles and their tapes
//   out     of each article the places that are no evidence: furniture by its shape
//           (tape/furniture.hpp), boilerplate by its repetition (score/boilerplate.hpp)
//   cost    about 30 us an article of 500 words, spread over threads but for a third of it
//
// Nothing is learned from fewer articles than the least numbers of score::BoilerplateOptions, and
// the answer for an article does not depend on the order of the others.

#pragma once

#include <span>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::engine {

/// In order and apart from each other. Where both kinds together are more than
/// tape::most_furniture of the words of an article, the furniture alone.
[[nodiscard]] std::vector<std::vector<Place>> places_to_ignore(
    std::span<const Article* const> articles, std::span<const Tape> tapes, unsigned threads);

}  // namespace wirecopy::engine
