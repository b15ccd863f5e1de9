#include "base/worker_pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "base/parallel.hpp"

namespace wirecopy::base {
namespace {

struct Counter {
    std::atomic<int> at_work{0};
    std::size_t done = 0;
};

TEST(WorkerPool, LendsAWorkerToOneAtATimeAndAgain) {
    WorkerPool<Counter> pool;
    std::atomic<bool> was_shared{false};
    for_ranges(10000, 10, 4, [&](std::size_t begin, std::size_t end) {
        pool.with([&](Counter& counter) {
            was_shared = was_shared || ++counter.at_work > 1;
            counter.done += end - begin;
            --counter.at_work;
        });
    });
    EXPECT_FALSE(was_shared);
    std::size_t done = 0;
    std::size_t workers = 0;
    pool.for_each([&](const Counter& counter) {
        done += counter.done;
        ++workers;
    });
    EXPECT_EQ(done, 10000U);
    EXPECT_LE(workers, 8U);
}

TEST(WorkerPool, DoesNotLendAWorkerAgainWhoseWorkThrew) {
    WorkerPool<Counter> pool;
    EXPECT_THROW(pool.with([](Counter& counter) {
        counter.done = 1;
        throw std::runtime_error("half done");
    }),
                 std::runtime_error);
    pool.with([](const Counter& counter) { EXPECT_EQ(counter.done, 0U); });
}

}  // namespace
}  // namespace wirecopy::base
