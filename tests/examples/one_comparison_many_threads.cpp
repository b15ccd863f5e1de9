// One Comparison, asked from several threads at once: its const members are safe for that.
#include <atomic>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "wirecopy/compare.hpp"
#include "wirecopy/read.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> paths(argv + 1, argv + argc);
    const auto articles = wirecopy::read_corpus(paths, {}).articles;
    const wirecopy::Comparison comparison(articles);

    std::atomic<int> pairs{0};
    std::atomic<int> rewrites{0};
    std::vector<std::thread> threads;
    for (std::size_t a = 0; a < comparison.size(); ++a) {
        threads.emplace_back([&, a] {
            for (std::size_t b = a + 1; b < comparison.size(); ++b) {
                ++pairs;
                rewrites += comparison.compare(a, b).grade == wirecopy::Grade::rewrite ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    std::cout << pairs << " pairs, " << rewrites << " of them rewrites\n";
}
