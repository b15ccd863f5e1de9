// Credit: whom a news article's report comes from, as it says itself.
//
//   in      a text and its tape
//   out     one entry for each outlet it names: the strongest role, and where that first is
//   cost    about 5 us for an article of 600 words (README.md); tables of 400 kB, built once
//   error   precision and recall against judged articles in README.md
//
// Outlets are found by name (outlet_rows.hpp), by what stands for a name ("the Journal", "the
// paper"), and, where the text credits them outright, by the shape of a name; credits by the words
// around it in eight languages and Chinese (credit_words.hpp, clause.hpp). Officials, companies and
// people are no outlets, however often they are quoted.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tape/outlets.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

enum class CreditRole : std::uint8_t {
    mention,    ///< named without being credited: the subject of the news, a host, a link
    side_fact,  ///< credited once and late, or for one voice or one matter: "told X"
    source,     ///< the report comes from it: dateline, byline, lead, or credited again and again
};

struct Credit {
    std::uint32_t outlet;
    CreditRole role;
    Place place;   ///< the outlet's name
    Place phrase;  ///< the clause that credits, name and phrase; of a mention, the name
};

/// In the order of their places. Requires: `tape` was built from `text`. Safe from any number of
/// threads.
[[nodiscard]] std::vector<Credit> read_credits(std::string_view text, const Tape& tape);

}  // namespace wirecopy::tape
