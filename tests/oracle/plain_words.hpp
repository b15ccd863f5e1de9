// The slow twin of tape/words: one code point at a time, straight from Unicode's properties.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wirecopy::oracle {

struct PlainWord {
    std::uint32_t begin;
    std::uint32_t end;
    std::string folded;
};

[[nodiscard]] std::vector<PlainWord> plain_words(std::string_view text);

/// NFKC_Casefold of one word.
[[nodiscard]] std::string folded(std::string_view word);

}  // namespace wirecopy::oracle
