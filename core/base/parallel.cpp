#include "base/parallel.hpp"

#include <algorithm>
#include <cassert>
#include <thread>

#ifdef WIRECOPY_STD_THREADS
#include <atomic>
#include <exception>
#include <mutex>
#include <vector>
#else
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>
#endif

namespace wirecopy::base {

#ifdef WIRECOPY_STD_THREADS
unsigned machine_threads() noexcept {
    return std::max(1U, std::thread::hardware_concurrency());
}
#else
// What this process may use: the affinity mask and the container count, not the board alone.
unsigned machine_threads() noexcept {
    return static_cast<unsigned>(std::max(1, tbb::info::default_concurrency()));
}
#endif

namespace {

using Body = std::function<void(std::size_t, std::size_t)>;

#ifdef WIRECOPY_STD_THREADS
// Debian's TBB is not built for the thread sanitizer: its hand-made synchronisation looks like
// races there. Plain threads taking ranges from a counter let the sanitizer see ours.
void run_ranges(std::size_t ranges, unsigned threads,
                const std::function<void(std::size_t)>& run_range) {
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr first_error;
    const auto work = [&] {
        for (std::size_t range = next++; range < ranges; range = next++) {
            try {
                run_range(range);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!first_error) {
                    first_error = std::current_exception();
                }
                next = ranges;
            }
        }
    };
    std::vector<std::thread> pool;
    for (unsigned i = 1; i < threads; ++i) {
        pool.emplace_back(work);
    }
    work();
    for (auto& thread : pool) {
        thread.join();
    }
    if (first_error) {
        std::rethrow_exception(first_error);
    }
}
#else
void run_ranges(std::size_t ranges, unsigned threads,
                const std::function<void(std::size_t)>& run_range) {
    // TBB lends no more workers than the machine has, and says so on standard error when asked for
    // more, unless the limit is raised as long as they are needed.
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    std::max(threads, machine_threads()));
    tbb::task_arena arena(static_cast<int>(threads));
    arena.execute([&] {
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>(0, ranges, 1),
            [&](const tbb::blocked_range<std::size_t>& block) {
                for (std::size_t range = block.begin(); range != block.end(); ++range) {
                    run_range(range);
                }
            },
            tbb::simple_partitioner());
    });
}
#endif

}  // namespace

void for_ranges(std::size_t count, std::size_t grain, unsigned threads, const Body& body) {
    assert(grain > 0);
    const std::size_t ranges = (count + grain - 1) / grain;
    if (threads == 0) {
        threads = machine_threads();
    }
    const auto run_range = [&](std::size_t range) {
        body(range * grain, std::min(count, (range + 1) * grain));
    };
    if (ranges <= 1 || threads == 1) {
        for (std::size_t range = 0; range < ranges; ++range) {
            run_range(range);
        }
        return;
    }
    run_ranges(ranges, threads, run_range);
}

}  // namespace wirecopy::base
