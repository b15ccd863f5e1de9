// Side by side: a copied passage as it stands in either article.
//
//   in      a copied span, a terminal
//   out     lines: two columns where the terminal has room for them, else one text below the other;
//           one text where both have the same words
//   cost    a few passes over what is shown: some 4 kB of either text
//
// What differs is tinted, or in braces where there are no colours. Long stretches without a
// difference are left out in the middle, so that the differences of a copy are seen.

#pragma once

#include <string>

#include "wirecopy/report.hpp"

namespace wirecopy::report {

/// Lines that end in a line feed.
[[nodiscard]] std::string side_by_side(const CopiedSpan& span, const TerminalStyle& style);

/// The first `limit_bytes` of a text and an ellipsis, cut between characters; shorter ones whole.
[[nodiscard]] std::string clipped(std::string_view text, std::size_t limit_bytes, bool unicode);

}  // namespace wirecopy::report
