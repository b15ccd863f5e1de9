#include <iostream>
#include <string>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/report.hpp"
#include "wirecopy/similarity.hpp"
#include "wirecopy/sketch.hpp"
#include "wirecopy/tape.hpp"
#include "wirecopy/version.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> paths(argv + 1, argv + argc);
    const auto corpus = wirecopy::read_corpus(paths, {});
    const auto matrix = wirecopy::similarity_matrix(corpus.articles, {});
    std::cout << "wirecopy " << wirecopy::version << ", " << matrix.rows() << " articles\n";
    wirecopy::write_csv(matrix, [](std::string_view block) { std::cout << block; });
    return matrix.rows() == 5 && matrix.at(0, 1) > 0 ? 0 : 1;
}
