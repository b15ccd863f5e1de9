#include "run_log.hpp"

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "memory.hpp"
#include "terminal.hpp"

namespace wirecopy::cli {

namespace {

using Seconds = std::chrono::duration<double>;

double cpu_seconds() {
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// What a stage freed in small pieces stays with the process otherwise.
void give_back_memory() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

// Thousands apart.
std::string grouped(std::uint64_t number) {
    auto digits = std::to_string(number);
    for (auto place = digits.size(); place > 3; place -= 3) {
        digits.insert(place - 3, ",");
    }
    return digits;
}

void print_row(std::string_view stage, double cpu, double wall, std::uint64_t peak) {
    std::fprintf(stderr, "  %-12.*s %9.2f %9.2f %9.0f\n", static_cast<int>(stage.size()),
                 stage.data(), cpu, wall, static_cast<double>(peak) / 1e6);
}

}  // namespace

RunLog::RunLog(bool is_asked)
    : is_asked_(is_asked),
      line_("reading", "articles"),
      cpu_start_(cpu_seconds()),
      stage_cpu_start_(cpu_start_) {
    begin("reading");
}

void RunLog::begin(std::string_view stage) {
    give_back_memory();
    stages_.push_back({std::string(stage), {}});
    stage_start_ = Clock::now();
    stage_cpu_start_ = cpu_seconds();
    static_cast<void>(memory_.take_most());
}

void RunLog::end_stage() {
    auto& cost = stages_.back().cost;
    cost.cpu_seconds += cpu_seconds() - stage_cpu_start_;
    cost.wall_seconds += Seconds(Clock::now() - stage_start_).count();
    cost.peak_bytes = std::max(cost.peak_bytes, memory_.take_most());
}

void RunLog::note(const RunStep& step) {
    if (step.stage != stages_.back().name) {
        end_stage();
        begin(step.stage);
    }
    line_.show(step);
}

Progress RunLog::reporter() {
    return [this](const RunStep& step) {
        note(step);
        return true;
    };
}

void RunLog::count(std::string what, std::uint64_t number, std::string note) {
    counts_.push_back({std::move(what), number, std::move(note)});
}

void RunLog::count_candidates(std::uint64_t pairs, std::size_t articles) {
    std::array<char, 64> text{};
    const auto of_one =
        static_cast<double>(pairs) / static_cast<double>(std::max<std::size_t>(articles, 1));
    std::snprintf(text.data(), text.size(), "%.1f an article", of_one);
    count("candidates", pairs, text.data());
}

bool RunLog::is_wanted() const {
    return is_asked_ || (is_terminal(STDERR_FILENO) && Seconds(Clock::now() - start_).count() >= 1);
}

void RunLog::finish() {
    end_stage();
    line_.clear();
    if (is_wanted()) {
        print();
    }
}

void RunLog::print() const {
    for (const auto& [what, number, note] : counts_) {
        std::fprintf(stderr, "  %-12s %9s%s%s\n", what.c_str(), grouped(number).c_str(),
                     note.empty() ? "" : "  ", note.c_str());
    }
    std::fprintf(stderr, "  %-12s %9s %9s %9s\n", "stage", "CPU s", "wall s", "peak MB");
    std::uint64_t most = 0;
    for (const auto& [name, cost] : stages_) {
        most = std::max(most, cost.peak_bytes);
        print_row(name, cost.cpu_seconds, cost.wall_seconds, cost.peak_bytes);
    }
    print_row("in all", cpu_seconds() - cpu_start_, Seconds(Clock::now() - start_).count(), most);
}

}  // namespace wirecopy::cli
