#include "wirecopy/read.hpp"

namespace wirecopy {

Corpus read_corpus(std::span<const std::string> paths, const ReadOptions& options) {
    Corpus corpus;
    read_articles(
        paths, options, [&](Article&& article) { corpus.articles.push_back(std::move(article)); },
        [&](Rejected&& rejected) { corpus.rejected.push_back(std::move(rejected)); });
    return corpus;
}

}  // namespace wirecopy
