// Every measure as it is defined, one pair at a time, with maps and in double precision: the slow
// twin of engine/similarity and engine/pair_scores. Terms are those of the public TapeBuilder,
// shingles lists of folded words or characters as the oracles cut them.

#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "oracle/feature_document_frequency.hpp"
#include "oracle/feature_windows.hpp"
#include "wirecopy/similarity.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::oracle {

using TermCount = std::map<std::uint32_t, double>;
using ShingleSet = std::set<std::vector<std::string>>;

enum class Terms { content, lead, specifics };

inline bool belongs(std::uint8_t flags, Terms terms) {
    const bool is_stop_word = (flags & term_stop_word) != 0;
    if (terms == Terms::specifics) {
        return !is_stop_word && (flags & (term_name | term_number | term_date)) != 0;
    }
    const bool is_content = !is_stop_word && (flags & term_run) == 0;
    return is_content && (terms == Terms::content || (flags & term_lead) != 0);
}

inline double share(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

/// The terms of every article of a corpus, of one kind, and how rare they are.
class TermOracle {
public:
    TermOracle(std::span<const Article> corpus, Terms terms)
        : articles_(count_all(corpus, terms)), frequencies_(sets_of(articles_)) {}

    /// Cosine of the vectors of (1 + ln count) x weight.
    [[nodiscard]] double cosine(std::size_t a, std::size_t b) const {
        double product = 0;
        for (const auto& [term, count] : articles_[a]) {
            const auto other = articles_[b].find(term);
            if (other != articles_[b].end()) {
                product += component(term, count) * component(term, other->second);
            }
        }
        return share(product, std::sqrt(squares(a) * squares(b)));
    }

    /// Information of the terms that both have, in nats.
    [[nodiscard]] double shared_nats(std::size_t a, std::size_t b) const {
        double sum = 0;
        for (const auto& [term, count] : articles_[a]) {
            sum += articles_[b].contains(term) ? frequencies_.information_nats(term) : 0;
        }
        return sum;
    }

    /// Information of the terms that either has.
    [[nodiscard]] double united_nats(std::size_t a, std::size_t b) const {
        double sum = shared_nats(a, a);
        for (const auto& [term, count] : articles_[b]) {
            sum += articles_[a].contains(term) ? 0 : frequencies_.information_nats(term);
        }
        return sum;
    }

    [[nodiscard]] bool has_terms(std::size_t article) const { return !articles_[article].empty(); }

private:
    static std::vector<TermCount> count_all(std::span<const Article> corpus, Terms terms) {
        std::vector<TermCount> counted;
        for (const auto& article : corpus) {
            const auto tape = TapeBuilder().build(article.text);
            auto& counts = counted.emplace_back();
            for (std::size_t i = 0; i < tape.size(); ++i) {
                if (belongs(tape.flags[i], terms)) {
                    ++counts[tape.terms[i]];
                }
            }
        }
        return counted;
    }
    static std::vector<std::set<std::uint32_t>> sets_of(const std::vector<TermCount>& articles) {
        std::vector<std::set<std::uint32_t>> sets;
        for (const auto& counts : articles) {
            auto& terms = sets.emplace_back();
            for (const auto& [term, count] : counts) {
                terms.insert(term);
            }
        }
        return sets;
    }
    [[nodiscard]] double component(std::uint32_t term, double count) const {
        return (1 + std::log(count)) * frequencies_.weight(term);
    }
    [[nodiscard]] double squares(std::size_t article) const {
        double sum = 0;
        for (const auto& [term, count] : articles_[article]) {
            sum += component(term, count) * component(term, count);
        }
        return sum;
    }

    std::vector<TermCount> articles_;
    DocumentFrequencies frequencies_;
};

class SimilarityOracle {
public:
    SimilarityOracle(std::span<const Article> corpus, std::size_t ngram, ShingleUnit unit)
        : content_(corpus, Terms::content),
          lead_(corpus, Terms::lead),
          specifics_(corpus, Terms::specifics) {
        for (const auto& article : corpus) {
            const auto items = unit == ShingleUnit::word ? folded_words(article.text)
                                                         : folded_characters(article.text);
            const auto cut = windows(items, ngram);
            shingles_.emplace_back(cut.begin(), cut.end());
        }
    }

    [[nodiscard]] double score(Measure measure, std::size_t a, std::size_t b) const {
        switch (measure) {
            case Measure::blend:
                return blend(a, b);
            case Measure::tfidf:
                return content_.cosine(a, b);
            case Measure::lead:
                return lead_.cosine(a, b);
            case Measure::specifics:
                return share(specifics_.shared_nats(a, b), specifics_.united_nats(a, b));
            case Measure::specifics_containment:
                return share(specifics_.shared_nats(a, b), specifics_.shared_nats(a, a));
            case Measure::information:
                return content_.shared_nats(a, b);
            case Measure::jaccard:
                return share(shared_shingles(a, b), count(a) + count(b) - shared_shingles(a, b));
            default:
                return share(shared_shingles(a, b), count(a));
        }
    }

    /// Whether the article has anything that the measure compares.
    [[nodiscard]] bool has_features(Measure measure, std::size_t article) const {
        switch (measure) {
            case Measure::blend:
            case Measure::tfidf:
            case Measure::information:
                return content_.has_terms(article);
            case Measure::lead:
                return lead_.has_terms(article);
            case Measure::specifics:
            case Measure::specifics_containment:
                return specifics_.has_terms(article);
            default:
                return !shingles_[article].empty();
        }
    }

private:
    // The share of the specifics as if 20 nats more were to be shared, of which the cosine's part
    // is.
    [[nodiscard]] double blend(std::size_t a, std::size_t b) const {
        const double cosine = content_.cosine(a, b);
        const double shared = specifics_.shared_nats(a, b) + 20 * cosine;
        return std::sqrt(cosine * shared / (specifics_.united_nats(a, b) + 20));
    }
    [[nodiscard]] double count(std::size_t article) const {
        return static_cast<double>(shingles_[article].size());
    }
    [[nodiscard]] double shared_shingles(std::size_t a, std::size_t b) const {
        double shared = 0;
        for (const auto& shingle : shingles_[a]) {
            shared += shingles_[b].contains(shingle) ? 1 : 0;
        }
        return shared;
    }

    TermOracle content_;
    TermOracle lead_;
    TermOracle specifics_;
    std::vector<ShingleSet> shingles_;
};

}  // namespace wirecopy::oracle
