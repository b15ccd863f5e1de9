#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#ifdef WIRECOPY_STD_THREADS
#include <condition_variable>
#include <deque>
#include <vector>
#else
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
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

// Keeps the first error of several.
class FirstError {
public:
    void keep(std::exception_ptr error) {
        const std::lock_guard lock(mutex_);
        error_ = error_ ? error_ : std::move(error);
    }
    void rethrow() {
        std::exception_ptr error;
        {
            const std::lock_guard lock(mutex_);
            error = std::exchange(error_, nullptr);
        }
        if (error) {
            std::rethrow_exception(error);
        }
    }

private:
    std::mutex mutex_;
    std::exception_ptr error_;
};

#ifdef WIRECOPY_STD_THREADS
// Threads that take work from a queue.
class Crew {
public:
    explicit Crew(unsigned threads) {
        for (unsigned i = 0; i < threads; ++i) {
            threads_.emplace_back([this] { work(); });
        }
    }
    ~Crew() {
        {
            const std::lock_guard lock(mutex_);
            is_over_ = true;
        }
        changed_.notify_all();
        for (auto& thread : threads_) {
            thread.join();
        }
    }
    void run(std::function<void()> task) {
        {
            const std::lock_guard lock(mutex_);
            tasks_.push_back(std::move(task));
            ++open_;
        }
        changed_.notify_all();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return open_ == 0; });
    }

private:
    void work() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return is_over_ || !tasks_.empty(); });
            if (tasks_.empty()) {
                return;
            }
            auto task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task();
            lock.lock();
            --open_;
            changed_.notify_all();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    std::size_t open_ = 0;
    bool is_over_ = false;
    std::vector<std::thread> threads_;
};
#else
class Crew {
public:
    explicit Crew(unsigned threads)
        : limit_(tbb::global_control::max_allowed_parallelism,
                 std::max(threads + 1, machine_threads())),
          arena_(static_cast<int>(threads) + 1) {}
    void run(std::function<void()> task) {
        arena_.execute([&] { group_.run(std::move(task)); });
    }
    void wait() {
        arena_.execute([this] { group_.wait(); });
    }

private:
    tbb::global_control limit_;
    tbb::task_arena arena_;
    tbb::task_group group_;
};
#endif

struct Background::State {
    explicit State(unsigned threads) : others(threads - 1), crew(others) {}

    unsigned others;
    std::atomic<unsigned> open{0};
    FirstError error;
    Crew crew;
};

Background::Background(unsigned threads)
    : state_(std::make_unique<State>(threads == 0 ? machine_threads() : threads)) {}

Background::~Background() {
    state_->crew.wait();
}

void Background::run(std::function<void()> work) {
    auto& state = *state_;
    if (state.open.load() >= 2 * state.others) {
        work();
        return;
    }
    ++state.open;
    state.crew.run([&state, work = std::move(work)] {
        try {
            work();
        } catch (...) {
            state.error.keep(std::current_exception());
        }
        --state.open;
    });
}

void Background::wait() {
    state_->crew.wait();
    state_->error.rethrow();
}

}  // namespace wirecopy::base
