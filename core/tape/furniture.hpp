// Furniture: the parts of an article's text that belong to the page and not to the story.
//
//   in      a text and its tape
//   out     byte ranges: newsletter and subscription lines, links to other pieces, notes on
//           cookies, comments and copyright, bylines, picture credits, standing paragraphs of press
//           releases, closings of letters, lists of links
//   cost    about 7 us for an article of 600 words (README.md); tables of 100 kB, built once
//   error   precision and misses by hand in README.md; English best, seven other languages and
//           Chinese by a few dozen phrases each
//
// What is judged is a sentence, by its phrases (furniture_cues.hpp), its shape and where it stands;
// a line when it is short or opens with a label; and the paragraphs below a few headings. Words
// in quotation marks never speak for the page, and sentences that report what someone said hardly
// do. Furniture that only its repetition gives away is for score/boilerplate.hpp.

#pragma once

#include <string_view>
#include <vector>

#include "tape/furniture_page.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

/// No more than this share of an article's words is furniture: what has more is a page of another
/// kind (a list of links, a form), whose words are all it has. Kind articles of the invented story
/// families have up to 45 %.
inline constexpr double most_furniture = 0.6;

/// Whole sentences, lines or paragraphs, in order, apart from each other. If sure and likely ones
/// together are more than `most_furniture`, the sure ones alone; if those are too, none. Requires:
/// `tape` was built from `text`. Safe from any number of threads.
[[nodiscard]] std::vector<Place> read_furniture(std::string_view text, const Tape& tape);

/// The same for a page that is needed for something else too.
[[nodiscard]] std::vector<Place> read_furniture(const Page& page);

}  // namespace wirecopy::tape
