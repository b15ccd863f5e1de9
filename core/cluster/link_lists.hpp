// Link lists: the links of each article, by the other one's number.
//
//   in      links, each pair once
//   out     of an article its links, ascending
//   cost    8 bytes a link and side, one sort

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cluster/link.hpp"

namespace wirecopy::cluster {

class LinkLists {
public:
    struct Entry {
        std::uint32_t other = 0;
        std::int32_t weight = 0;
    };

    /// Requires: a, b < count of every link.
    LinkLists(std::size_t count, std::span<const Link> links);

    [[nodiscard]] std::size_t size() const noexcept { return starts_.size() - 1; }
    [[nodiscard]] std::span<const Entry> of(std::size_t article) const noexcept {
        return std::span(entries_).subspan(starts_[article],
                                           starts_[article + 1] - starts_[article]);
    }
    /// The link of a pair, or nullptr.
    [[nodiscard]] const Entry* between(std::size_t a, std::uint32_t b) const noexcept;

private:
    std::vector<std::size_t> starts_;
    std::vector<Entry> entries_;
};

}  // namespace wirecopy::cluster
