// Page frame: where on the page an outlet is named, before any word around it is read.
//
//   in      a row and a mention in it
//   out     whether the mention is a byline, a "Source:" label, furniture of the site, or prose
//   cost    some ten comparisons, and a few look-ups near either end of the text
//
// Datelines, bylines, signatures and copyright lines of agencies say whose the whole text is.
// Links, captions, newsletters and lists of what else to read say nothing.

#pragma once

#include <cstdint>

#include "tape/credit_row.hpp"
#include "tape/mentions.hpp"

namespace wirecopy::tape {

enum class Frame : std::uint8_t {
    prose,
    byline,     ///< "LONDON (X) -", "By Jane Doe, X", "- X" at the end, "Copyright X" of an agency
    label,      ///< "Source: X": the word before the name is the label
    furniture,  ///< never a credit
};

[[nodiscard]] Frame frame_of(const CreditRow& row, const Mention& mention);

}  // namespace wirecopy::tape
