#include "score/anchors.hpp"

#include <algorithm>
#include <cassert>

#include "feature/shingles.hpp"

namespace wirecopy::score {

namespace {

using Group = std::span<const std::uint64_t>;

std::uint32_t hash_of(std::uint64_t anchor) noexcept {
    return static_cast<std::uint32_t>(anchor >> 32U);
}

std::uint32_t position_of(std::uint64_t anchor) noexcept {
    return static_cast<std::uint32_t>(anchor);
}

// The anchors from `first` on that have its hash.
Group group_at(std::span<const std::uint64_t> sorted, std::size_t first) noexcept {
    std::size_t end = first + 1;
    while (end < sorted.size() && hash_of(sorted[end]) == hash_of(sorted[first])) {
        ++end;
    }
    return sorted.subspan(first, end - first);
}

void pair_up(Group a, Group b, std::vector<SharedAnchor>& shared) {
    const std::size_t fewer = std::min(a.size(), b.size());
    if (fewer > repeats_paired_each_with_each) {
        for (std::size_t i = 0; i < fewer; ++i) {
            shared.push_back({position_of(a[i]), position_of(b[i])});
        }
        return;
    }
    for (const auto in_a : a) {
        for (const auto in_b : b) {
            shared.push_back({position_of(in_a), position_of(in_b)});
        }
    }
}

}  // namespace

Anchors::Anchors(std::span<const std::uint64_t> words) {
    assert(words.size() < std::size_t{1} << 31U);
    if (words.size() < anchor_words) {
        return;
    }
    std::vector<std::uint64_t> runs;
    feature::word_shingles(words, anchor_words, runs);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        runs[i] = (runs[i] >> 32U << 32U) | i;
    }
    const std::size_t window = std::min(anchor_window, runs.size());
    sorted_.reserve(runs.size() / 2);
    for (std::size_t first = 0; first + window <= runs.size(); ++first) {
        std::uint64_t least = runs[first];
        for (std::size_t i = first + 1; i < first + window; ++i) {
            least = hash_of(runs[i]) <= hash_of(least) ? runs[i] : least;
        }
        if (sorted_.empty() || sorted_.back() != least) {
            sorted_.push_back(least);
        }
    }
    std::sort(sorted_.begin(), sorted_.end());
}

void find_shared_anchors(const Anchors& a, const Anchors& b, std::vector<SharedAnchor>& shared) {
    shared.clear();
    const auto in_a = a.sorted();
    const auto in_b = b.sorted();
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < in_a.size() && j < in_b.size()) {
        const auto hash_a = hash_of(in_a[i]);
        const auto hash_b = hash_of(in_b[j]);
        if (hash_a == hash_b) [[unlikely]] {
            const auto group_a = group_at(in_a, i);
            const auto group_b = group_at(in_b, j);
            pair_up(group_a, group_b, shared);
            i += group_a.size();
            j += group_b.size();
        } else {
            // Without a branch, which no one could foresee.
            i += static_cast<std::size_t>(hash_a < hash_b);
            j += static_cast<std::size_t>(hash_b < hash_a);
        }
    }
}

}  // namespace wirecopy::score
