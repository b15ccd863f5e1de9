// The stories of a corpus, and how many independent reports each rests on.
#include <iostream>
#include <string>
#include <vector>

#include "wirecopy/cluster.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/read.hpp"

int main(int argc, char** argv) {
    const std::vector<std::string> paths(argv + 1, argv + argc);
    const auto articles = wirecopy::read_corpus(paths, {}).articles;
    wirecopy::ClusterOptions options;
    options.compare.threads = 2;
    wirecopy::Clustering found;
    try {
        found = wirecopy::cluster_articles(articles, options);
    } catch (const wirecopy::Error& error) {  // an option that cannot be used, and why
        std::cerr << error.what() << '\n';
        return 2;
    }
    for (const auto& story : found.stories) {
        const auto reports = story.origins.size();
        std::cout << story.articles << " articles, " << reports
                  << (reports == 1 ? " report:" : " reports:");
        for (const auto& origin : story.origins) {
            std::cout << ' ' << (origin.source.empty() ? "unknown" : origin.source)
                      << (origin.absent ? " (absent)" : "");
        }
        std::cout << '\n';
    }
}
