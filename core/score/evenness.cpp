#include "score/evenness.hpp"

#include <algorithm>
#include <array>

#include "score/profile.hpp"

namespace wirecopy::score {

namespace {

constexpr std::size_t stretch_words = 30;
constexpr std::size_t triple_words = 3;

// Asked for one after the other in no order: nearly all that are not there are told by a bit.
class TripleSet {
public:
    explicit TripleSet(std::span<const std::uint32_t> triples) noexcept : triples_(triples) {
        for (const auto triple : triples) {
            words_[triple / 64 % words_.size()] |= std::uint64_t{1} << (triple % 64);
        }
    }
    [[nodiscard]] bool contains(std::uint32_t triple) const noexcept {
        return (words_[triple / 64 % words_.size()] >> (triple % 64) & 1U) != 0 &&
               std::ranges::binary_search(triples_, triple);
    }

private:
    std::span<const std::uint32_t> triples_;
    std::array<std::uint64_t, 128> words_{};
};

}  // namespace

double evenness(std::span<const std::uint64_t> words,
                std::span<const std::uint32_t> triples) noexcept {
    if (words.size() < triple_words) {
        return 0;
    }
    const TripleSet carried_over(triples);
    std::size_t stretches = 0;
    std::size_t carried = 0;
    for (std::size_t begin = 0; begin < words.size(); begin += stretch_words) {
        const auto end = std::min(begin + stretch_words, words.size());
        if (begin > 0 && end - begin < stretch_words / 2) {
            break;
        }
        bool is_carried = false;
        for (auto i = begin; i + triple_words <= end && !is_carried; ++i) {
            is_carried = carried_over.contains(triple_hash(words[i], words[i + 1], words[i + 2]));
        }
        ++stretches;
        carried += is_carried ? 1 : 0;
    }
    return static_cast<double>(carried) / static_cast<double>(stretches);
}

}  // namespace wirecopy::score
