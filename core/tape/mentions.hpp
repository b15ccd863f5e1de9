// Mentions: where an article names an outlet, whether it credits it or not.
//
//   in      a row
//   out     mentions in order, none inside another; those that stand for a name still without
//           outlet
//   cost    some 50 ns for each word that belongs to outlets' names; nothing for the others
//   error   README.md has what was found on real articles
//
// Five forms. A full name of outlet_rows.hpp. A short name, "the Journal". A generic one, "the
// paper". A name that only looks like an outlet's: capitals that end in Herald or Times, or a call
// sign, WABC. And whoever "first reported" a thing. What a short or generic name stands for is
// found in references.hpp, the last two forms are no mention unless the text credits them in so
// many words.

#pragma once

#include <cstdint>
#include <vector>

#include "tape/credit_row.hpp"

namespace wirecopy::tape {

enum class MentionForm : std::uint8_t { full, short_name, generic, unknown, first_reported };

struct Mention {
    std::uint32_t outlet = 0;  ///< 0 of a short or generic name; The Hill and its kin have theirs
    std::uint32_t first = 0;   ///< words of the row, both in it
    std::uint32_t last = 0;
    MentionForm form = MentionForm::full;
    OutletKind kind = OutletKind::paper;
    std::uint8_t flags = 0;       ///< AliasFlag
    std::uint64_t last_word = 0;  ///< hash of what its short name is; cues of a generic one
    Place place;
};

[[nodiscard]] std::vector<Mention> find_mentions(const CreditRow& row);

}  // namespace wirecopy::tape
