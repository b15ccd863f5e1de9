// Document frequencies by a map that counts articles one term at a time: the slow twin of
// feature/document_frequency.

#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace wirecopy::oracle {

struct DocumentFrequencies {
    std::size_t articles = 0;
    std::map<std::uint32_t, std::size_t> counts;

    explicit DocumentFrequencies(const std::vector<std::set<std::uint32_t>>& terms_of_articles)
        : articles(terms_of_articles.size()) {
        for (const auto& terms : terms_of_articles) {
            for (const auto term : terms) {
                ++counts[term];
            }
        }
    }

    /// A term that no article has counts like one of a single article.
    [[nodiscard]] double of(std::uint32_t term) const {
        const auto found = counts.find(term);
        return found == counts.end() ? 1.0 : static_cast<double>(found->second);
    }
    [[nodiscard]] double weight(std::uint32_t term) const {
        return std::log((1.0 + static_cast<double>(articles)) / (1.0 + of(term))) + 1.0;
    }
    [[nodiscard]] double information_nats(std::uint32_t term) const {
        return std::log((1.0 + static_cast<double>(articles)) / of(term));
    }
};

}  // namespace wirecopy::oracle
