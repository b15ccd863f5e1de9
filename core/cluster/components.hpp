// Components: what hangs together, by union and find.

#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace wirecopy::cluster {

class Components {
public:
    explicit Components(std::size_t count) : parents_(count) {
        std::iota(parents_.begin(), parents_.end(), 0U);
    }

    /// The first article of the component.
    [[nodiscard]] std::uint32_t first(std::uint32_t article) noexcept {
        while (parents_[article] != article) {
            parents_[article] = parents_[parents_[article]];
            article = parents_[article];
        }
        return article;
    }

    void join(std::uint32_t a, std::uint32_t b) noexcept {
        const auto first_a = first(a);
        const auto first_b = first(b);
        (first_a < first_b ? parents_[first_b] : parents_[first_a]) =
            first_a < first_b ? first_a : first_b;
    }

private:
    std::vector<std::uint32_t> parents_;
};

}  // namespace wirecopy::cluster
