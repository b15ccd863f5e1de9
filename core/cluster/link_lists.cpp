#include "cluster/link_lists.hpp"

#include <algorithm>

namespace wirecopy::cluster {

LinkLists::LinkLists(std::size_t count, std::span<const Link> links)
    : starts_(count + 1), entries_(2 * links.size()) {
    for (const auto& link : links) {
        ++starts_[link.a + 1];
        ++starts_[link.b + 1];
    }
    for (std::size_t article = 0; article < count; ++article) {
        starts_[article + 1] += starts_[article];
    }
    auto next = starts_;
    for (const auto& link : links) {
        entries_[next[link.a]++] = {link.b, link.weight};
        entries_[next[link.b]++] = {link.a, link.weight};
    }
    for (std::size_t article = 0; article < count; ++article) {
        const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(starts_[article]);
        const auto end = entries_.begin() + static_cast<std::ptrdiff_t>(starts_[article + 1]);
        std::sort(begin, end, [](const Entry& a, const Entry& b) { return a.other < b.other; });
    }
}

const LinkLists::Entry* LinkLists::between(std::size_t a, std::uint32_t b) const noexcept {
    const auto list = of(a);
    const auto found = std::lower_bound(
        list.begin(), list.end(), b,
        [](const Entry& entry, std::uint32_t other) { return entry.other < other; });
    return found != list.end() && found->other == b ? &*found : nullptr;
}

}  // namespace wirecopy::cluster
