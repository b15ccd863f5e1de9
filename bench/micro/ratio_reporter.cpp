#include "ratio_reporter.hpp"

#include <algorithm>
#include <cstdio>

namespace wirecopy::bench {

void RatioReporter::ReportRuns(const std::vector<Run>& runs) {
    ConsoleReporter::ReportRuns(runs);
    for (const auto& run : runs) {
        const bool counts = run.run_type == Run::RT_Iteration ? run.repetitions <= 1
                                                              : run.aggregate_name == "median";
        const auto found = run.counters.find("bytes_per_second");
        if (!counts || found == run.counters.end()) {
            continue;
        }
        const auto name = run.run_name.function_name;
        const auto slash = name.find('/');
        const auto subject = name.substr(0, slash);
        if (speeds_.count(subject) == 0) {
            order_.push_back(subject);
        }
        speeds_[subject][name.substr(slash + 1)] = found->second.value;
    }
}

void RatioReporter::Finalize() {
    std::printf("\n%-32s %-10s %9s %10s %8s %13s\n", "subject", "text", "MB/s", "x memcpy",
                "x XXH3", "x plain loop");
    for (const auto& subject : order_) {
        for (const auto& entry : speeds_[subject]) {
            const auto& text = entry.first;
            const double speed = entry.second;
            const auto ratio = [&](const char* reference) {
                const auto found = speeds_.find(reference);
                return found == speeds_.end() || found->second.count(text) == 0
                           ? 0.0
                           : speed / found->second.at(text);
            };
            const bool signs = subject.rfind("signature", 0) == 0;
            std::printf("%-32s %-10s %9.0f %10.3f %8.3f %13.2f\n", subject.c_str(), text.c_str(),
                        speed / 1e6, ratio("memcpy"), ratio("XXH3"),
                        ratio(signs ? "plain loop signature" : "plain loop words"));
        }
    }
}

}  // namespace wirecopy::bench
