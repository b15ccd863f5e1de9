#include "score/evenness.hpp"

#include <algorithm>

#include "score/profile.hpp"

namespace wirecopy::score {

namespace {

constexpr std::size_t stretch_words = 30;
constexpr std::size_t triple_words = 3;

}  // namespace

double evenness(std::span<const std::uint64_t> words,
                std::span<const std::uint32_t> triples) noexcept {
    if (words.size() < triple_words) {
        return 0;
    }
    std::size_t stretches = 0;
    std::size_t carried = 0;
    for (std::size_t begin = 0; begin < words.size(); begin += stretch_words) {
        const auto end = std::min(begin + stretch_words, words.size());
        if (begin > 0 && end - begin < stretch_words / 2) {
            break;
        }
        bool is_carried = false;
        for (auto i = begin; i + triple_words <= end && !is_carried; ++i) {
            is_carried = std::ranges::binary_search(
                triples, triple_hash(words[i], words[i + 1], words[i + 2]));
        }
        ++stretches;
        carried += is_carried ? 1 : 0;
    }
    return static_cast<double>(carried) / static_cast<double>(stretches);
}

}  // namespace wirecopy::score
