// Step counter: tells whoever watches how far the threads are.

#pragma once

#include <cstddef>
#include <mutex>

#include "wirecopy/similarity.hpp"

namespace wirecopy::engine {

/// Counts finished steps, pairs or rows. Safe from any number of threads; `progress` must outlive
/// it and is called by one of them at a time.
class StepCounter {
public:
    StepCounter(const Progress& progress, std::size_t total) : progress_(progress), total_(total) {}

    void add(std::size_t steps) {
        if (progress_) {
            const std::lock_guard lock(mutex_);
            done_ += steps;
            progress_(done_, total_);
        }
    }

private:
    const Progress& progress_;
    std::size_t total_;
    std::size_t done_ = 0;
    std::mutex mutex_;
};

}  // namespace wirecopy::engine
