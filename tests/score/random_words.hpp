// Words of articles with a fixed seed, in which words repeat as often as a test asks.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::score {

using Words = std::vector<std::uint64_t>;

inline Words random_words(base::Random& random, std::size_t count, std::uint64_t vocabulary) {
    Words words(count);
    for (auto& word : words) {
        word = base::mix(1 + random.below(vocabulary));
    }
    return words;
}

inline Words operator+(Words one, const Words& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

inline Words repeated(const Words& line, std::size_t times) {
    Words words;
    for (std::size_t i = 0; i < times; ++i) {
        words.insert(words.end(), line.begin(), line.end());
    }
    return words;
}

inline Words part(const Words& words, std::size_t begin, std::size_t end) {
    return {words.begin() + static_cast<std::ptrdiff_t>(begin),
            words.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// Every `every`-th word another one that no text has.
inline Words with_words_changed(Words words, std::size_t every, base::Random& random) {
    for (std::size_t i = every - 1; i < words.size(); i += every) {
        words[i] = random.next();
    }
    return words;
}

/// A row of pieces, some of `source`, some new, some lightly edited: texts that share passages.
inline Words patchwork(base::Random& random, const Words& source, std::size_t pieces,
                       std::uint64_t vocabulary) {
    Words words;
    for (std::size_t i = 0; i < pieces; ++i) {
        const auto begin = random.below(source.size());
        const auto end =
            begin + random.below(std::min<std::uint64_t>(source.size() - begin, 40) + 1);
        auto piece = part(source, begin, end);
        if (random.below(3) == 0) {
            piece = with_words_changed(std::move(piece), 2 + random.below(9), random);
        }
        words = std::move(words) + piece + random_words(random, random.below(20), vocabulary);
    }
    return words;
}

}  // namespace wirecopy::score
