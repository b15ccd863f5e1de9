// Texts to measure on: many different ones, so that no branch learns them by heart.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wirecopy::bench {

struct TextSet {
    std::string_view name;  ///< brief, story, long read
    std::vector<std::string> texts;
    std::size_t bytes = 0;  ///< of all together
};

/// Sets of about 1 MB each: texts of 600 bytes, 3 kB and 20 kB, put together from the sentences of
/// the seeds with a fixed seed, or cut from the articles of WIRECOPY_BENCH_ARTICLES, a path that
/// the readers of wirecopy can read.
[[nodiscard]] std::vector<TextSet> make_text_sets();

}  // namespace wirecopy::bench
