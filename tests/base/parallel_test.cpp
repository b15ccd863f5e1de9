#include "base/parallel.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace wirecopy::base {
namespace {

TEST(ForRanges, VisitsEveryItemOnceWhateverTheThreads) {
    for (const unsigned threads : {0U, 1U, 2U, 8U}) {
        std::vector<int> visits(1003);
        for_ranges(visits.size(), 10, threads, [&](std::size_t begin, std::size_t end) {
            for (auto i = begin; i < end; ++i) {
                ++visits[i];
            }
        });
        EXPECT_TRUE(std::all_of(visits.begin(), visits.end(), [](int n) { return n == 1; }));
    }
}

TEST(ForRanges, CutsAtMultiplesOfTheGrain) {
    for (const unsigned threads : {1U, 3U}) {
        std::vector<std::size_t> ends(7);
        for_ranges(65, 10, threads,
                   [&](std::size_t begin, std::size_t end) { ends[begin / 10] = end; });
        EXPECT_EQ(ends, (std::vector<std::size_t>{10, 20, 30, 40, 50, 60, 65}));
    }
}

TEST(ForRanges, DoesNothingForNoItems) {
    bool called = false;
    for_ranges(0, 5, 2, [&](std::size_t, std::size_t) { called = true; });
    EXPECT_FALSE(called);
}

TEST(ForRanges, ThrowsWhatABodyThrew) {
    for (const unsigned threads : {1U, 2U}) {
        EXPECT_THROW(for_ranges(100, 1, threads,
                                [](std::size_t begin, std::size_t) {
                                    if (begin == 57) {
                                        throw std::runtime_error("57");
                                    }
                                }),
                     std::runtime_error);
    }
}

TEST(Background, DoesAllOfItWhateverTheThreads) {
    for (const unsigned threads : {0U, 1U, 2U, 8U}) {
        std::vector<int> done(500);
        Background background(threads);
        for (std::size_t i = 0; i < done.size(); ++i) {
            background.run([&done, i] { ++done[i]; });
        }
        background.wait();
        EXPECT_TRUE(std::all_of(done.begin(), done.end(), [](int n) { return n == 1; }));
    }
}

TEST(Background, ThrowsTheFirstErrorWhenWaitedFor) {
    Background background(2);
    bool threw = false;
    for (int i = 0; i < 10; ++i) {
        try {
            background.run([] { throw std::runtime_error("no"); });
        } catch (const std::runtime_error&) {
            threw = true;  // done here and now
        }
    }
    try {
        background.wait();
    } catch (const std::runtime_error&) {
        threw = true;
    }
    EXPECT_TRUE(threw);
    background.wait();
}

}  // namespace
}  // namespace wirecopy::base
