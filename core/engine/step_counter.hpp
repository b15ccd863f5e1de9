// Step counter: tells whoever watches how far the threads are, and ends the run where they say so.

#pragma once

#include <algorithm>
#include <cstddef>
#include <mutex>
#include <string_view>

#include "wirecopy/error.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::engine {

/// Counts finished steps of one stage: articles, pairs or rows. Safe from any number of threads;
/// `progress` must outlive it and is called by one of them at a time.
class StepCounter {
public:
    /// Says that the stage begins. A stage may go over its steps in several `rounds`. Throws
    /// Error{stopped}, as all of it.
    StepCounter(const Progress& progress, std::string_view stage, std::size_t total,
                std::size_t rounds = 1)
        : progress_(progress), stage_(stage), total_(total), rounds_(rounds) {
        report();
    }

    void add(std::size_t steps) {
        if (progress_) {
            const std::lock_guard lock(mutex_);
            done_ += steps;
            report();
        }
    }

    /// The stage is over, however many steps it took.
    void finish() {
        if (progress_) {
            const std::lock_guard lock(mutex_);
            const bool is_told = done_ == total_ * rounds_;
            done_ = total_ * rounds_;
            if (!is_told) {
                report();
            }
        }
    }

private:
    void report() {
        if (!progress_) {
            return;
        }
        const auto done = std::min(total_, done_ / rounds_);
        is_stopped_ = is_stopped_ || !progress_({stage_, done, total_});
        if (is_stopped_) {
            throw Error(ErrorKind::stopped, "stopped while " + std::string(stage_));
        }
    }

    const Progress& progress_;
    std::string_view stage_;
    std::size_t total_;
    std::size_t rounds_;
    std::size_t done_ = 0;
    bool is_stopped_ = false;
    std::mutex mutex_;
};

}  // namespace wirecopy::engine
