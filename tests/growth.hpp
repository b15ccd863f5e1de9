// Growth: how many times longer a call takes for an input four times as long.
//
//   in      a length, what prepares an input of a length, and the work on it that is timed
//   out     CPU time at 4 n over CPU time at n: about 4 where the cost is linear, 16 where it is
//           quadratic
//   error   the least of several interleaved runs of this thread's own CPU time: a busy machine
//           makes a run longer, never shorter, and more runs are made while the answer is bad. A
//           bad answer is asked for again at four and at sixteen times the length: what is
//           quadratic is so there too, while a step (pages, caches) no longer counts

#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <limits>

namespace wirecopy::testing {

/// Half-way (in powers of two) between a linear cost and a quadratic one.
inline constexpr double most_growth = 8;

inline double cpu_seconds() {
    std::timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// Time at 4 n over time at n, each the least of 3 to 12 runs.
template <class Prepare, class Work>
double growth_at(std::size_t n, Prepare& prepare, Work& work) {
    const auto seconds = [&](std::size_t length) {
        auto prepared = prepare(length);
        const double begin = cpu_seconds();
        work(prepared);
        return cpu_seconds() - begin;
    };
    constexpr int fewest_runs = 3;
    constexpr int most_runs = 12;
    double once = std::numeric_limits<double>::max();
    double four_times = std::numeric_limits<double>::max();
    for (int run = 0; run < most_runs; ++run) {
        once = std::min(once, seconds(n));
        four_times = std::min(four_times, seconds(4 * n));
        if (run + 1 >= fewest_runs && four_times < most_growth * once) {
            break;
        }
    }
    return four_times / once;
}

/// `prepare(length)` makes what `work` takes by reference; only `work` is timed, and always on
/// something freshly prepared: caches of the code under test must not remember the run before.
template <class Prepare, class Work>
double growth(std::size_t n, Prepare&& prepare, Work&& work) {
    double least = growth_at(n, prepare, work);
    for (int longer = 0; longer < 2 && least >= most_growth; ++longer) {
        n *= 4;
        least = std::min(least, growth_at(n, prepare, work));
    }
    return least;
}

}  // namespace wirecopy::testing
