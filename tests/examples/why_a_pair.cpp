// Why two articles are what they are to each other, as values and as text.
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/compare.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/report.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> paths(argv + 1, argv + argc);
    const auto articles = wirecopy::read_corpus(paths, {}).articles;
    if (articles.size() < 4) {
        std::cerr << "too few articles\n";
        return 1;
    }
    const wirecopy::Comparison comparison(articles);
    const auto why = comparison.explain(0, 3, articles[0], articles[3]);
    const auto grade = static_cast<std::size_t>(why.verdict.grade);
    std::cout << wirecopy::grade_names()[grade] << ": " << why.reason << "\n\n";
    for (const auto& credit : why.b.credits) {
        std::cout << why.b.id << " credits " << credit.outlet << ": " << credit.phrase.text << '\n';
    }
    for (const auto& phrase : why.phrases) {
        std::cout << phrase.a.text << " / " << phrase.b.text << '\n';
    }
    // The same for people; write_json has everything, with places.
    wirecopy::write_text(why, {}, [](std::string_view block) { std::cout << block; });
}
