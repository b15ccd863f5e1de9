// Worker pool: objects that keep buffers and caches, lent to one range of work at a time.
//
//   in      how to make a worker, and work that wants one
//   out     the work done with a worker that no one else has meanwhile
//   cost    a lock each time; as many workers as ever work at once
//
// What a worker remembers must not change an answer: which range gets which is left open.

#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace wirecopy::base {

template <class Worker>
class WorkerPool {
public:
    explicit WorkerPool(std::function<std::unique_ptr<Worker>()> make = std::make_unique<Worker>)
        : make_(std::move(make)) {}

    /// Calls `work(worker)`. A worker whose work throws is not lent again. Any thread.
    template <class Work>
    void with(const Work& work) {
        auto worker = take();
        work(*worker);
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(worker));
    }

    /// Calls `visit(worker)` for each that was made and is not at work, in any order.
    template <class Visit>
    void for_each(const Visit& visit) {
        const std::lock_guard lock(mutex_);
        for (const auto& worker : free_) {
            visit(*worker);
        }
    }

private:
    [[nodiscard]] std::unique_ptr<Worker> take() {
        {
            const std::lock_guard lock(mutex_);
            if (!free_.empty()) {
                auto worker = std::move(free_.back());
                free_.pop_back();
                return worker;
            }
        }
        return make_();
    }

    std::function<std::unique_ptr<Worker>()> make_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Worker>> free_;
};

}  // namespace wirecopy::base
