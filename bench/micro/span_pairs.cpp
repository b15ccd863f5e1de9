#include "span_pairs.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "score/spans.hpp"

namespace wirecopy::bench {

namespace {

using WordHashes = std::vector<std::uint64_t>;

struct Article {
    explicit Article(WordHashes of) : words(std::move(of)), anchors(words) {}
    [[nodiscard]] score::AnchoredWords view() const { return {words, anchors}; }

    WordHashes words;
    score::Anchors anchors;
};

struct Pair {
    Article a;
    Article b;
};

// As often as in a language: the n-th word of 30,000 about 1 / n of the time.
WordHashes draw_words(std::size_t count, base::Random& random) {
    WordHashes words(count);
    for (auto& word : words) {
        const double uniform = static_cast<double>(random.below(1U << 30U)) / (1U << 30U);
        word = base::mix(static_cast<std::uint64_t>(std::exp(uniform * std::log(30'000.0))));
    }
    return words;
}

WordHashes edited(WordHashes words, std::size_t every, base::Random& random) {
    for (std::size_t i = every / 2; i < words.size(); i += every) {
        words[i] = random.next();
    }
    return words;
}

WordHashes repeated(const WordHashes& line, std::size_t times) {
    WordHashes words;
    for (std::size_t i = 0; i < times; ++i) {
        words.insert(words.end(), line.begin(), line.end());
    }
    return words;
}

// Different pairs in turn, so that no branch learns one by heart.
void measure_pairs(const std::string& name, std::size_t count,
                   const std::function<Pair(base::Random&)>& make) {
    benchmark::RegisterBenchmark(("spans/" + name).c_str(), [count, make](benchmark::State& state) {
        base::Random random(7);
        std::vector<Pair> pairs;
        for (std::size_t i = 0; i < count; ++i) {
            pairs.push_back(make(random));
        }
        std::size_t next = 0;
        for (auto _ : state) {
            const auto& pair = pairs[next++ % pairs.size()];
            benchmark::DoNotOptimize(score::reuse_spans(pair.a.view(), pair.b.view()));
        }
    })->Unit(benchmark::kMicrosecond);
}

void measure_anchors() {
    benchmark::RegisterBenchmark("spans/anchors of 500 words", [](benchmark::State& state) {
        base::Random random(7);
        const auto words = draw_words(500, random);
        for (auto _ : state) {
            benchmark::DoNotOptimize(score::Anchors(words));
        }
    })->Unit(benchmark::kMicrosecond);
}

// The yardstick: equal numbers in two sorted lists as long as the anchors of 500 words.
void measure_sorted_lists() {
    benchmark::RegisterBenchmark("spans/two sorted lists of 200", [](benchmark::State& state) {
        base::Random random(7);
        std::vector<WordHashes> lists(200);
        for (auto& list : lists) {
            for (int i = 0; i < 200; ++i) {
                list.push_back(random.next());
            }
            std::sort(list.begin(), list.end());
        }
        std::size_t next = 0;
        for (auto _ : state) {
            const auto& a = lists[next % lists.size()];
            const auto& b = lists[++next % lists.size()];
            std::size_t common = 0;
            for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
                common += static_cast<std::size_t>(a[i] == b[j]);
                const bool step_a = a[i] <= b[j];
                const bool step_b = b[j] <= a[i];
                i += static_cast<std::size_t>(step_a);
                j += static_cast<std::size_t>(step_b);
            }
            benchmark::DoNotOptimize(common);
        }
    })->Unit(benchmark::kMicrosecond);
}

}  // namespace

void register_span_pairs() {
    constexpr std::size_t story = 500;
    constexpr std::size_t lines = 10'000;
    measure_anchors();
    measure_sorted_lists();
    measure_pairs("unrelated", 200, [](base::Random& random) {
        return Pair{Article(draw_words(story, random)), Article(draw_words(story, random))};
    });
    measure_pairs("copy", 200, [](base::Random& random) {
        const auto words = draw_words(story, random);
        return Pair{Article(words), Article(words)};
    });
    measure_pairs("every 10th word changed", 200, [](base::Random& random) {
        const auto words = draw_words(story, random);
        return Pair{Article(words), Article(edited(words, 10, random))};
    });
    measure_pairs("a line 10,000 times, both", 1, [](base::Random& random) {
        const auto words = repeated(draw_words(8, random), lines);
        return Pair{Article(words), Article(words)};
    });
    measure_pairs("a line 10,000 times and 16 times", 1, [](base::Random& random) {
        const auto line = draw_words(8, random);
        return Pair{Article(repeated(line, lines)), Article(repeated(line, 16))};
    });
    measure_pairs("80,000 words, copy", 1, [](base::Random& random) {
        const auto words = draw_words(80'000, random);
        return Pair{Article(words), Article(words)};
    });
}

}  // namespace wirecopy::bench
