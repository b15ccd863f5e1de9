#include "progress.hpp"

#include <unistd.h>

#include <array>
#include <cstdio>

#include "terminal.hpp"

namespace wirecopy::cli {

ProgressLine::ProgressLine(std::string stage, std::string unit)
    : stage_(std::move(stage)), unit_(std::move(unit)), visible_(is_terminal(STDERR_FILENO)) {}

ProgressLine::~ProgressLine() {
    clear();
}

void ProgressLine::clear() {
    if (drawn_) {
        std::fputs("\r\x1b[K", stderr);
        drawn_ = false;
    }
}

void ProgressLine::show(std::size_t done, std::size_t total) {
    using Seconds = std::chrono::duration<double>;
    const auto now = Clock::now();
    // Nothing for work that is over at once, then ten times a second.
    const bool due = Seconds(now - start_).count() > 0.3 && Seconds(now - shown_).count() > 0.1;
    if (!visible_ || !due) {
        return;
    }
    shown_ = now;
    drawn_ = true;
    const double rate = static_cast<double>(done) / Seconds(now - start_).count();
    if (total == 0) {
        std::fprintf(stderr, "\r\x1b[K%s: %zu %s, %.0f/s", stage_.c_str(), done, unit_.c_str(),
                     rate);
        return;
    }
    constexpr std::size_t bar_columns = 24;
    std::array<char, bar_columns + 1> bar{};
    for (std::size_t i = 0; i < bar_columns; ++i) {
        bar[i] = i * total < done * bar_columns ? '#' : '.';
    }
    const double left = static_cast<double>(total - done) / rate;
    std::fprintf(stderr, "\r\x1b[K%s: [%s] %3zu %%, %.0f %s/s, %.0f s left", stage_.c_str(),
                 bar.data(), done * 100 / total, rate, unit_.c_str(), left);
}

std::function<void(std::size_t, std::size_t)> ProgressLine::reporter() {
    return [this](std::size_t done, std::size_t total) { show(done, total); };
}

}  // namespace wirecopy::cli
