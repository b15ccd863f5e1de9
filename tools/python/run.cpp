#include "run.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace wirecopy::python {

namespace {

namespace nb = nanobind;

// How soon a KeyboardInterrupt is noticed; what a wait costs at that pace is not to be measured.
constexpr std::chrono::milliseconds pace{50};

struct Stopped {};

// What the working and the waiting thread both look at.
struct Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::size_t done = 0;
    std::size_t total = 0;
    bool is_over = false;
    bool should_stop = false;
    std::exception_ptr error;
};

void work_on(Shared& shared, const std::function<void(const Progress&)>& work) {
    std::exception_ptr error;
    try {
        work([&shared](std::size_t done, std::size_t total) {
            const std::lock_guard lock(shared.mutex);
            if (shared.should_stop) {
                throw Stopped();
            }
            shared.done = done;
            shared.total = total;
        });
    } catch (const Stopped&) {
        error = nullptr;  // the waiting thread knows why
    } catch (...) {
        error = std::current_exception();
    }
    const std::lock_guard lock(shared.mutex);
    shared.error = error;
    shared.is_over = true;
    shared.changed.notify_all();
}

// Joins its thread, come what may.
class Worker {
public:
    Worker(Shared& shared, const std::function<void(const Progress&)>& work)
        : thread_([&shared, &work] { work_on(shared, work); }) {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() { thread_.join(); }

private:
    std::thread thread_;
};

}  // namespace

void run_beside(const nb::object& progress, const std::function<void(const Progress&)>& work) {
    Shared shared;
    std::exception_ptr raised;
    {
        const nb::gil_scoped_release released;
        const Worker worker(shared, work);
        std::size_t told = 0;
        std::unique_lock lock(shared.mutex);
        while (true) {
            shared.changed.wait_for(lock, pace, [&] { return shared.is_over; });
            const auto done = shared.done;
            const auto total = shared.total;
            const bool is_over = shared.is_over;
            if (!raised) {
                lock.unlock();
                const nb::gil_scoped_acquire acquired;
                try {
                    if (PyErr_CheckSignals() != 0) {
                        throw nb::python_error();
                    }
                    if (!progress.is_none() && done > told) {
                        progress(done, total);
                        told = done;
                    }
                } catch (const nb::python_error&) {
                    raised = std::current_exception();
                }
                lock.lock();
                shared.should_stop = raised != nullptr;
            }
            if (is_over) {
                break;
            }
        }
    }
    if (raised) {
        std::rethrow_exception(raised);
    }
    if (shared.error) {
        std::rethrow_exception(shared.error);
    }
}

}  // namespace wirecopy::python
