#include "feature/shingles.hpp"

#include <algorithm>
#include <cassert>
#include <string>

#include "base/hash.hpp"
#include "tape/unicode.hpp"
#include "tape/words.hpp"

namespace wirecopy::feature {

namespace {

// Odd, so that multiplying by it loses nothing.
constexpr std::uint64_t radix = 0x9e3779b97f4a7c15ULL;

// Items are digits of a number in base `radix` modulo 2^64; the window slides by adding one digit
// and taking one away. The fold behind it spreads what the low bits alone would tell.
template <typename Item>
void slide(std::span<const Item> items, std::size_t width, std::vector<std::uint64_t>& shingles) {
    assert(width > 0);
    shingles.clear();
    if (items.empty()) {
        return;
    }
    const std::size_t count = items.size() < width ? 1 : items.size() - width + 1;
    const std::size_t window = std::min(width, items.size());
    shingles.resize(count);
    std::uint64_t leaving_factor = 1;  // radix^window
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < window; ++i) {
        number = number * radix + items[i];
        leaving_factor *= radix;
    }
    const auto finish = [](std::uint64_t value) {
        return base::multiply_fold(value ^ 0xa0761d6478bd642fULL, 0xe7037ed1a0b428dbULL);
    };
    shingles[0] = finish(number);
    for (std::size_t i = 1; i < count; ++i) {
        number = number * radix + items[i + window - 1] - items[i - 1] * leaving_factor;
        shingles[i] = finish(number);
    }
}

}  // namespace

void word_shingles(std::span<const std::uint64_t> words, std::size_t width_words,
                   std::vector<std::uint64_t>& shingles) {
    slide(words, width_words, shingles);
}

void char_shingles(std::string_view text, std::size_t width_chars,
                   std::vector<std::uint64_t>& shingles) {
    tape::WordScanner scanner;
    std::string folded;
    for (const auto& place : scanner.scan(text).places) {
        if (!folded.empty()) {
            folded += ' ';
        }
        tape::append_folded(text.substr(place.begin, place.end - place.begin), folded);
    }
    std::vector<std::uint64_t> characters;
    characters.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size();) {
        const auto point = tape::code_point_at(folded, at);
        characters.push_back(base::mix(point.value));
        at += point.length_bytes;
    }
    slide<std::uint64_t>(characters, width_chars, shingles);
}

void make_set(std::vector<std::uint64_t>& features) {
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
}

}  // namespace wirecopy::feature
