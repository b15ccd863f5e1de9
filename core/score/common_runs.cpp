#include "score/common_runs.hpp"

#include <algorithm>
#include <cassert>
#include <optional>

#include "base/hash.hpp"

namespace wirecopy::score {

namespace {

constexpr std::size_t most_places = 16;

struct Window {
    std::uint64_t hash;
    std::uint32_t place;

    friend auto operator<=>(const Window&, const Window&) = default;
};

// The hash of the window at each place of a row; nothing where it meets a wall or the end.
std::vector<std::optional<std::uint64_t>> window_hashes(std::span<const std::uint64_t> row,
                                                        std::size_t width) {
    std::vector<std::optional<std::uint64_t>> hashes(row.size());
    std::size_t free = 0;  // numbers before the next wall
    for (std::size_t i = row.size(); i-- > 0;) {
        free = row[i] == 0 ? 0 : free + 1;
        if (free >= width) {
            std::uint64_t hash = 0;
            for (const auto number : row.subspan(i, width)) {
                hash = base::mix(hash + number);
            }
            hashes[i] = hash;
        }
    }
    return hashes;
}

std::vector<Window> sorted_windows(std::span<const std::uint64_t> row, std::size_t width) {
    const auto hashes = window_hashes(row, width);
    std::vector<Window> windows;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (hashes[i]) {
            windows.push_back({*hashes[i], static_cast<std::uint32_t>(i)});
        }
    }
    std::ranges::sort(windows);
    return windows;
}

std::uint32_t equal_length(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    std::uint32_t length = 0;
    const auto most = std::min(a.size(), b.size());
    while (length < most && a[length] != 0 && a[length] == b[length]) {
        ++length;
    }
    return length;
}

}  // namespace

std::vector<CommonRun> common_runs(std::span<const std::uint64_t> a,
                                   std::span<const std::uint64_t> b, std::size_t least) {
    assert(least > 0);
    const auto windows = sorted_windows(b, least);
    const auto hashes = window_hashes(a, least);
    std::vector<CommonRun> runs;
    for (std::size_t i = 0; i < a.size();) {
        CommonRun best{static_cast<std::uint32_t>(i), 0, 0};
        if (hashes[i]) {
            auto window = std::ranges::lower_bound(windows, Window{*hashes[i], 0});
            for (std::size_t tried = 0;
                 tried < most_places && window != windows.end() && window->hash == *hashes[i];
                 ++tried, ++window) {
                const auto length = equal_length(a.subspan(i), b.subspan(window->place));
                if (length > best.length) {
                    best = {static_cast<std::uint32_t>(i), window->place, length};
                }
            }
        }
        // Two windows may share a hash and no number.
        const bool found = best.length >= least;
        if (found) {
            runs.push_back(best);
        }
        i += found ? best.length : 1;
    }
    return runs;
}

}  // namespace wirecopy::score
