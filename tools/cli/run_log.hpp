// Run log: how a long run goes, on one line of a terminal, and when it is over what it found and
// what each of its stages cost.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "memory.hpp"
#include "progress.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::cli {

class RunLog {
public:
    /// Reading comes first. `is_asked`: the table is wanted wherever standard error goes; else it
    /// is printed on a terminal, of a run that took a second or more.
    explicit RunLog(bool is_asked);

    /// How far a stage is; another one than the last begins with it.
    void note(const RunStep& step);
    /// note(), for whoever reports progress. The log must outlive it.
    [[nodiscard]] Progress reporter();
    /// Takes the line away until the next step, for something else to be said.
    void clear_line() { line_.clear(); }

    /// A row of the table, in the order of calls: "candidates", 1203, "19.4 an article".
    void count(std::string what, std::uint64_t number, std::string note = {});
    /// The same of pairs that were looked at among so many articles.
    void count_candidates(std::uint64_t pairs, std::size_t articles);
    [[nodiscard]] bool is_wanted() const;

    /// Ends the last stage, takes the line away and prints the table where it is wanted.
    void finish();

private:
    using Clock = std::chrono::steady_clock;
    struct Cost {
        double cpu_seconds = 0;
        double wall_seconds = 0;
        std::uint64_t peak_bytes = 0;
    };
    struct Stage {
        std::string name;
        Cost cost;
    };
    struct Count {
        std::string what;
        std::uint64_t number;
        std::string note;
    };

    void begin(std::string_view stage);
    void end_stage();
    void print() const;

    bool is_asked_;
    ProgressLine line_;
    Clock::time_point start_ = Clock::now();
    double cpu_start_;
    std::vector<Count> counts_;
    std::vector<Stage> stages_;  // the last one goes on
    Clock::time_point stage_start_ = start_;
    double stage_cpu_start_;
    OwnMemory memory_;
};

}  // namespace wirecopy::cli
