// Surroundings: a name of an outlet in its row, and what stands beside it.

#pragma once

#include <cstdint>
#include <string_view>

#include "tape/credit_row.hpp"
#include "tape/mentions.hpp"

namespace wirecopy::tape {

struct Surroundings {
    Surroundings(const CreditRow& in_row, const Mention& of_mention)
        : row(in_row),
          mention(of_mention),
          first(of_mention.first),
          last(of_mention.last),
          before(in_row.gap(first)),
          behind(in_row.gap(last + 1)) {}

    const CreditRow& row;
    const Mention& mention;
    std::uint32_t first;      ///< word of the name
    std::uint32_t last;       ///< the same word, or a later one
    std::string_view before;  ///< the gap before the name
    std::string_view behind;
};

}  // namespace wirecopy::tape
