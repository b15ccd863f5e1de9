// Counts of terms, beside a map.

#include "feature/term_counter.hpp"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "base/hash.hpp"

namespace wirecopy::feature {
namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Pairs pairs_of(const std::vector<TermFrequency>& counted) {
    Pairs made;
    for (const auto& entry : counted) {
        made.emplace_back(entry.term, entry.frequency);
    }
    return made;
}

TEST(TermCounter, CountsAsAMapWhateverThePartsOfTheCorpus) {
    base::Random random(7);
    std::map<std::uint32_t, std::uint32_t> expected;
    std::vector<TermCounter> counters(3);
    for (int i = 0; i < 60000; ++i) {
        // Few terms often and many seldom; zero and the largest are terms like others.
        const auto wide = static_cast<std::uint32_t>(random.next());
        const auto term = wide % 3 == 0 ? wide : wide % 7 - 1;
        ++expected[term];
        counters[static_cast<std::size_t>(i) % 2 * 2].add(term);
    }
    std::vector<std::vector<TermFrequency>> parts;
    for (auto& counter : counters) {
        parts.push_back(counter.take());
    }
    EXPECT_TRUE(parts[1].empty());
    EXPECT_EQ(pairs_of(merged(parts)), Pairs(expected.begin(), expected.end()));
}

TEST(TermCounter, IsEmptyOnceItsCountsWereTaken) {
    TermCounter counter;
    counter.add(5);
    EXPECT_EQ(pairs_of(counter.take()), (Pairs{{5, 1}}));
    counter.add(9);
    EXPECT_EQ(pairs_of(counter.take()), (Pairs{{9, 1}}));
    EXPECT_TRUE(counter.take().empty());
}

}  // namespace
}  // namespace wirecopy::feature
