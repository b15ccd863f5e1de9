#include "feature/document_frequency.hpp"

#include <algorithm>
#include <cmath>

namespace wirecopy::feature {

DocumentFrequencies::DocumentFrequencies(const std::vector<TermCounts>& articles)
    : article_count_(articles.size()) {
    std::vector<std::uint32_t> all;
    for (const auto& article : articles) {
        all.insert(all.end(), article.terms.begin(), article.terms.end());
    }
    std::sort(all.begin(), all.end());
    for (auto run = all.begin(); run != all.end();) {
        const auto end = std::upper_bound(run, all.end(), *run);
        if (end - run > 1) {
            terms_.push_back(*run);
            frequencies_.push_back(static_cast<std::uint32_t>(end - run));
        }
        run = end;
    }
}

std::uint32_t DocumentFrequencies::of(std::uint32_t term) const noexcept {
    const auto found = std::lower_bound(terms_.begin(), terms_.end(), term);
    if (found == terms_.end() || *found != term) {
        return 1;
    }
    return frequencies_[static_cast<std::size_t>(found - terms_.begin())];
}

double DocumentFrequencies::weight(std::uint32_t term) const noexcept {
    return std::log((1.0 + static_cast<double>(article_count_)) / (1.0 + of(term))) + 1.0;
}

double DocumentFrequencies::information_nats(std::uint32_t term) const noexcept {
    return std::log((1.0 + static_cast<double>(article_count_)) / of(term));
}

}  // namespace wirecopy::feature
