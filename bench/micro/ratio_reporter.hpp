// Ratio reporter: beside Google Benchmark's own lines, a table of MB/s and of the ratios to the
// reference loops of the same run, which a noisy machine cannot bend.

#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

namespace wirecopy::bench {

class RatioReporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override;
    void Finalize() override;

private:
    // Subject -> text set -> bytes a second; medians where runs are repeated.
    std::map<std::string, std::map<std::string, double>> speeds_;
    std::vector<std::string> order_;
};

}  // namespace wirecopy::bench
