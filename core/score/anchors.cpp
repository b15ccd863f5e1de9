#include "score/anchors.hpp"

#include <algorithm>
#include <bit>
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

// Least of each window of `runs`, the last of equals, in order and once each.
std::vector<std::uint64_t> winnow(std::span<const std::uint64_t> runs) {
    // With its position turned over, a run is less than an equal one before it.
    constexpr std::uint64_t position = ~std::uint32_t{0};
    const auto least_of = [&](std::size_t first, std::size_t window) {
        std::uint64_t least = runs[first] ^ position;
        for (std::size_t i = first + 1; i < first + window; ++i) {
            least = std::min(least, runs[i] ^ position);
        }
        return least;
    };
    if (runs.size() <= anchor_window) {
        return {least_of(0, runs.size()) ^ position};
    }
    std::vector<std::uint64_t> anchors(runs.size() - anchor_window + 1);
    std::size_t count = 0;
    std::uint64_t last = ~std::uint64_t{0};
    for (std::size_t first = 0; first < anchors.size(); ++first) {
        const auto least = least_of(first, anchor_window);
        // Without a branch, which no one could foresee.
        anchors[count] = least ^ position;
        count += static_cast<std::size_t>(least != last);
        last = least;
    }
    anchors.resize(count);
    return anchors;
}

// Makes runs with a blank the last that a window chooses. Whether there are any.
bool blank_out(std::span<const std::uint64_t> words, std::span<std::uint64_t> runs) {
    bool has_blanks = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != blank_word) {
            continue;
        }
        has_blanks = true;
        const std::size_t first = i + 1 < anchor_words ? 0 : i + 1 - anchor_words;
        for (auto run = first; run < std::min(i + 1, runs.size()); ++run) {
            runs[run] |= ~std::uint64_t{0} << 32U;
        }
    }
    return has_blanks;
}

std::vector<std::uint64_t> without_blanks(std::span<const std::uint64_t> words,
                                          std::vector<std::uint64_t> anchors) {
    std::erase_if(anchors, [&](std::uint64_t anchor) {
        const auto run = words.subspan(position_of(anchor), anchor_words);
        return std::ranges::find(run, blank_word) != run.end();
    });
    return anchors;
}

// Into as many buckets as there are anchors, by the top bits of the hash, then each bucket: hashes
// are spread, so most buckets have one or two.
base::Kept<std::uint64_t> sort_by_hash(std::span<const std::uint64_t> anchors) {
    const int bits = std::clamp(static_cast<int>(std::bit_width(anchors.size())), 1, 31);
    const auto bucket_of = [bits](std::uint64_t anchor) { return anchor >> (64 - bits); };
    std::vector<std::uint32_t> ends((std::size_t{1} << static_cast<unsigned>(bits)) + 1);
    for (const auto anchor : anchors) {
        ++ends[bucket_of(anchor) + 1];
    }
    for (std::size_t bucket = 1; bucket < ends.size(); ++bucket) {
        ends[bucket] += ends[bucket - 1];
    }
    base::Kept<std::uint64_t> made(anchors.size());
    for (const auto anchor : anchors) {
        made[ends[bucket_of(anchor)]++] = anchor;  // the start of a bucket becomes its end
    }
    std::uint32_t begin = 0;
    for (const auto end : ends) {
        if (end - begin > 1) {
            std::sort(made.begin() + begin, made.begin() + end);
        }
        begin = end;
    }
    return made;
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
    auto anchors = blank_out(words, runs) ? without_blanks(words, winnow(runs)) : winnow(runs);
    sorted_ = sort_by_hash(anchors);
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
