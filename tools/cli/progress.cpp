#include "progress.hpp"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <utility>

#include "memory.hpp"
#include "terminal.hpp"

namespace wirecopy::cli {

namespace {

std::string_view unit_of(std::string_view stage) {
    if (stage == "verifying" || stage == "estimating" || stage == "scoring") {
        return "pairs";
    }
    if (stage == "comparing") {
        return "rows";
    }
    return stage == "learning" ? "steps" : "articles";
}

}  // namespace

ProgressLine::ProgressLine(std::string_view stage, std::string unit)
    : stage_(stage), unit_(std::move(unit)), visible_(is_terminal(STDERR_FILENO)) {}

ProgressLine::~ProgressLine() {
    clear();
}

void ProgressLine::clear() {
    if (drawn_) {
        std::fputs("\r\x1b[K", stderr);
        drawn_ = false;
    }
}

void ProgressLine::show(const RunStep& step) {
    if (step.stage != stage_) {
        stage_ = step.stage;
        unit_ = unit_of(stage_);
        start_ = Clock::now();
    }
    show(step.done, step.total);
}

void ProgressLine::show(std::size_t done, std::size_t total) {
    using Seconds = std::chrono::duration<double>;
    const auto now = Clock::now();
    // Nothing for work that is over at once, then ten times a second.
    const bool due = Seconds(now - begin_).count() > 0.3 && Seconds(now - shown_).count() > 0.1;
    if (!visible_ || !due) {
        return;
    }
    shown_ = now;
    drawn_ = true;
    const double seconds = Seconds(now - start_).count();
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    const double megabytes = static_cast<double>(own_bytes()) / 1e6;
    if (total == 0) {
        std::fprintf(stderr, "\r\x1b[K%s: %zu %s, %.0f/s, %.0f MB", stage_.c_str(), done,
                     unit_.c_str(), rate, megabytes);
        return;
    }
    constexpr std::size_t bar_columns = 24;
    std::array<char, bar_columns + 1> bar{};
    for (std::size_t i = 0; i < bar_columns; ++i) {
        bar[i] = i * total < done * bar_columns ? '#' : '.';
    }
    std::fprintf(stderr, "\r\x1b[K%s: [%s] %3zu %%", stage_.c_str(), bar.data(),
                 done * 100 / total);
    if (done > 0) {
        std::fprintf(stderr, ", %.0f %s/s, %.0f s left", rate, unit_.c_str(),
                     static_cast<double>(total - done) / rate);
    }
    std::fprintf(stderr, ", %.0f MB", megabytes);
}

Progress ProgressLine::reporter() {
    return [this](const RunStep& step) {
        show(step);
        return true;
    };
}

}  // namespace wirecopy::cli
