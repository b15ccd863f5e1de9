// Common runs by comparing every word with every word: the slow twin of score/anchors and
// score/spans.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wirecopy::oracle {

struct CommonRun {
    std::size_t a;
    std::size_t b;
    std::size_t length;
};

/// Every run of at least `least` equal words that no equal words go on before or behind.
inline std::vector<CommonRun> common_runs(std::span<const std::uint64_t> a,
                                          std::span<const std::uint64_t> b, std::size_t least) {
    std::vector<CommonRun> runs;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            if (a[i] != b[j] || (i > 0 && j > 0 && a[i - 1] == b[j - 1])) {
                continue;
            }
            std::size_t length = 1;
            while (i + length < a.size() && j + length < b.size() &&
                   a[i + length] == b[j + length]) {
                ++length;
            }
            if (length >= least) {
                runs.push_back({i, j, length});
            }
        }
    }
    return runs;
}

/// The most words that stand in both in the same order.
inline std::size_t longest_common_subsequence(std::span<const std::uint64_t> a,
                                              std::span<const std::uint64_t> b) {
    std::vector<std::size_t> before(b.size() + 1);
    for (const auto word : a) {
        std::vector<std::size_t> now(b.size() + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            now[j + 1] = word == b[j] ? before[j] + 1 : std::max(before[j + 1], now[j]);
        }
        before = std::move(now);
    }
    return before.back();
}

/// How often the most frequent run of `width` words stands in the text.
inline std::size_t most_repeated_run(std::span<const std::uint64_t> words, std::size_t width) {
    std::size_t most = 0;
    for (std::size_t i = 0; i + width <= words.size(); ++i) {
        std::size_t count = 0;
        for (std::size_t j = 0; j + width <= words.size(); ++j) {
            count += std::ranges::equal(words.subspan(i, width), words.subspan(j, width)) ? 1 : 0;
        }
        most = std::max(most, count);
    }
    return most;
}

}  // namespace wirecopy::oracle
