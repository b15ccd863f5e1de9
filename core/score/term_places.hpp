// Term places: the distinct content terms of an article, each with all its places.
//
//   in      a reading
//   out     terms in ascending order, for merging with those of another article
//   cost    a sort of the article's content terms

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "score/reading.hpp"

namespace wirecopy::score {

/// The reading must outlive it. Entries are places; those of one term follow each other.
class TermPlaces {
public:
    explicit TermPlaces(const Reading& reading);

    [[nodiscard]] std::size_t size() const noexcept { return order_.size(); }
    [[nodiscard]] std::uint32_t term(std::size_t at) const {
        return reading_.tape().terms[order_[at]];
    }
    [[nodiscard]] double nats(std::size_t at) const { return reading_.nats(order_[at]); }
    /// Behind the places of the term that has its first at `first`.
    [[nodiscard]] std::size_t end_of(std::size_t first) const;
    [[nodiscard]] Mention mention(std::size_t first, std::size_t end) const;
    [[nodiscard]] bool contains(std::uint32_t term) const;

private:
    const Reading& reading_;
    std::vector<std::uint32_t> order_;
};

}  // namespace wirecopy::score
