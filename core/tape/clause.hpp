// Clause: whether the words around an outlet's name credit it, and how strongly.
//
//   in      a row and a mention in it
//   out     a strength and the bytes of the phrase with the name
//   cost    up to some 25 look-ups a mention
//   error   README.md has precision and recall against judged articles

#pragma once

#include <cstdint>

#include "tape/credit_row.hpp"
#include "tape/mentions.hpp"

namespace wirecopy::tape {

enum class Strength : std::uint8_t {
    none,    ///< named only
    side,    ///< for one voice ("told X") or one matter ("X also reported")
    credit,  ///< for a report
    source,  ///< for this report: dateline, byline, "first reported by"
};

struct Verdict {
    Strength strength = Strength::none;
    Place phrase;
};

[[nodiscard]] Verdict judge(const CreditRow& row, const Mention& mention);

/// The same where the outlet stands among letters of a script without spaces.
[[nodiscard]] Verdict judge_unspaced(const CreditRow& row, const Mention& mention);

}  // namespace wirecopy::tape
