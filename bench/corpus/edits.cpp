#include "edits.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace wirecopy::bench {

namespace {

struct Place {
    std::size_t begin;
    std::size_t end;
};

std::vector<Place> words_of(std::string_view text) {
    std::vector<Place> words;
    std::size_t end = 0;
    for (;;) {
        const auto begin = text.find_first_not_of(" \n", end);
        if (begin == std::string_view::npos) {
            return words;
        }
        end = std::min(text.find_first_of(" \n", begin), text.size());
        words.push_back({begin, end});
    }
}

std::size_t share_of(double share, std::size_t count) {
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(count)));
}

// Which words are replaced: the head of a shuffle.
std::vector<bool> lots(std::size_t count, std::size_t drawn, base::Random& random) {
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i) {
        order[i] = i;
    }
    std::vector<bool> lot(count, false);
    for (std::size_t i = 0; i < drawn; ++i) {
        std::swap(order[i], order[i + random.below(count - i)]);
        lot[order[i]] = true;
    }
    return lot;
}

}  // namespace

std::string edited(std::string_view text, const EditKind& kind, const Prose& prose,
                   base::Random& random) {
    const auto words = words_of(text);
    const auto kept = share_of(kind.kept, words.size());
    const auto replaced = lots(kept, share_of(kind.replaced, kept), random);
    std::string made;
    made.reserve(text.size() + text.size() / 8);
    std::size_t written = 0;
    for (std::size_t i = 0; i < kept; ++i) {
        const auto [begin, end] = words[i];
        made += text.substr(written, begin - written);
        const auto old = text.substr(begin, end - begin);
        if (replaced[i]) {
            auto other = prose.word(random);
            while (other == old) {
                other = prose.word(random);
            }
            made += other;
        } else {
            made += old;
        }
        written = end;
    }
    return made;
}

}  // namespace wirecopy::bench
