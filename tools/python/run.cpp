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

// What the working and the waiting thread both look at.
struct Shared {
    std::mutex mutex;
    std::condition_variable changed;
    RunStep step;
    bool is_over = false;
    bool should_stop = false;
    std::exception_ptr error;
};

void work_on(Shared& shared, const std::function<void(const Progress&)>& work) {
    std::exception_ptr error;
    try {
        work([&shared](const RunStep& step) {
            const std::lock_guard lock(shared.mutex);
            shared.step = step;
            return !shared.should_stop;
        });
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
        RunStep told;
        std::unique_lock lock(shared.mutex);
        while (true) {
            shared.changed.wait_for(lock, pace, [&] { return shared.is_over; });
            const auto step = shared.step;
            const bool is_over = shared.is_over;
            if (!raised) {
                lock.unlock();
                const nb::gil_scoped_acquire acquired;
                try {
                    if (PyErr_CheckSignals() != 0) {
                        throw nb::python_error();
                    }
                    const bool is_news = step.stage != told.stage || step.done != told.done;
                    if (!progress.is_none() && is_news) {
                        progress(nb::str(step.stage.data(), step.stage.size()), step.done,
                                 step.total);
                        told = step;
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
    if (raised) {  // that the engine was stopped is what it was asked for
        std::rethrow_exception(raised);
    }
    if (shared.error) {
        std::rethrow_exception(shared.error);
    }
}

}  // namespace wirecopy::python
