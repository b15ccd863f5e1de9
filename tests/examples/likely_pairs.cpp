// The pairs of a corpus that come from one report, the way `wirecopy pairs` finds them.
#include <iostream>
#include <string>
#include <vector>

#include "wirecopy/compare.hpp"
#include "wirecopy/read.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> paths(argv + 1, argv + argc);
    const auto corpus = wirecopy::read_corpus(paths, {});
    for (const auto& rejected : corpus.rejected) {  // an article that cannot be read is no error
        std::cerr << rejected.source << ':' << rejected.line << ": " << rejected.reason << '\n';
    }

    wirecopy::CompareOptions options;
    options.search = wirecopy::PairSearch::likely;  // not every pair: 10,000 articles in seconds
    options.window_days = 7;
    options.least_grade = wirecopy::Grade::rewrite;
    const wirecopy::Comparison comparison(corpus.articles, options);
    comparison.compare_likely([&](std::size_t a, auto later) {
        for (const auto& [b, verdict] : later) {
            const auto grade = wirecopy::grade_names()[static_cast<std::size_t>(verdict.grade)];
            const auto derived = std::to_string(verdict.derived).substr(1, 4);
            std::cout << grade << ' ' << derived << ' ' << corpus.articles[a].id << ' '
                      << corpus.articles[b].id << '\n';
        }
    });
}
