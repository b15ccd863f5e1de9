// Progress: one line on standard error that tells how far a stage is. Silent where standard error
// is no terminal.

#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "wirecopy/similarity.hpp"

namespace wirecopy::cli {

class ProgressLine {
public:
    /// `unit` is counted, in the plural: "rows".
    ProgressLine(std::string_view stage, std::string unit);
    /// Takes the line away.
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// A bar, the rate, the time left and the memory; without a total the count and the rate.
    void show(std::size_t done, std::size_t total = 0);

    /// The same of any stage: another one than the last begins now.
    void show(const RunStep& step);

    /// show(), for whoever reports progress. The line must outlive it.
    [[nodiscard]] Progress reporter();

    /// Takes the line away until the next show(), for something else to be said.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    std::string stage_;
    std::string unit_;
    Clock::time_point begin_ = Clock::now();  // of the line
    Clock::time_point start_ = begin_;        // of the stage
    Clock::time_point shown_{};
    bool drawn_ = false;
    bool visible_;
};

}  // namespace wirecopy::cli
