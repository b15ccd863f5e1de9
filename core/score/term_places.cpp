#include "score/term_places.hpp"

#include <algorithm>

namespace wirecopy::score {

TermPlaces::TermPlaces(const Reading& reading)
    : reading_(reading), order_(reading.content().begin(), reading.content().end()) {
    std::ranges::stable_sort(order_, {}, [&](std::uint32_t i) { return reading.tape().terms[i]; });
}

std::size_t TermPlaces::end_of(std::size_t first) const {
    std::size_t end = first;
    while (end < order_.size() && term(end) == term(first)) {
        ++end;
    }
    return end;
}

Mention TermPlaces::mention(std::size_t first, std::size_t end) const {
    std::vector<Place> places;
    for (auto at = first; at < end; ++at) {
        places.push_back(reading_.tape().places[order_[at]]);
    }
    return reading_.mention(places);
}

bool TermPlaces::contains(std::uint32_t term) const {
    const auto& terms = reading_.tape().terms;
    const auto found =
        std::ranges::lower_bound(order_, term, {}, [&](std::uint32_t i) { return terms[i]; });
    return found != order_.end() && terms[*found] == term;
}

}  // namespace wirecopy::score
