// Edits: copies of known closeness.
//
//   in      a text, and how it is to be changed
//   out     the text with a share of its words replaced, or its head
//   cost    one pass
//   error   none: of n words exactly round(share n) are others than before
//
// Kinds are named as in labels: e05 has 5 % of the words replaced, t75 the first 75 % kept.

#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/hash.hpp"
#include "prose.hpp"

namespace wirecopy::bench {

struct EditKind {
    std::string_view name;
    double replaced = 0;  ///< share of the words
    double kept = 1;      ///< of the text, from its begin
};

inline constexpr std::array<EditKind, 7> edit_kinds{{{"e01", .01},
                                                     {"e05", .05},
                                                     {"e10", .10},
                                                     {"e20", .20},
                                                     {"e40", .40},
                                                     {"t75", 0, .75},
                                                     {"t50", 0, .50}}};

/// Words are what spaces and line ends part.
[[nodiscard]] std::string edited(std::string_view text, const EditKind& kind, const Prose& prose,
                                 base::Random& random);

}  // namespace wirecopy::bench
