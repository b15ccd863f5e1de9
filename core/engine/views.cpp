#include "engine/views.hpp"

#include <cmath>

#include "base/parallel.hpp"
#include "base/worker_pool.hpp"
#include "feature/document_frequency.hpp"
#include "feature/shingles.hpp"
#include "feature/term_vector.hpp"
#include "tape/words.hpp"

namespace wirecopy::engine {

namespace {

// A range pays for one tape builder (1 MB to clear): 64 articles of 2 kB are a millisecond of work.
constexpr std::size_t articles_a_range = 64;

feature::TermCounts terms_of(const Tape& tape, score::View view) {
    switch (view) {
        case score::View::lead:
            return feature::lead_terms(tape);
        case score::View::specifics:
            return feature::specific_terms(tape);
        default:
            return feature::content_terms(tape);
    }
}

// tf-idf: 1 + ln(tf) times the inverse document frequency, to length 1.
void weigh_for_cosine(const feature::TermCounts& terms,
                      const feature::DocumentFrequencies& frequencies, std::size_t article,
                      ArticleVectors& made) {
    std::vector<double> weights;
    double squares = 0;
    for (std::size_t i = 0; i < terms.terms.size(); ++i) {
        const double weight =
            (1.0 + std::log(terms.counts[i])) * frequencies.weight(terms.terms[i]);
        weights.push_back(weight);
        squares += weight * weight;
    }
    for (const auto weight : weights) {
        made.vectors[article].weights.push_back(static_cast<float>(weight / std::sqrt(squares)));
    }
    made.totals[article] = terms.terms.empty() ? 0 : 1;
}

// Sums over shared terms: each article brings the root of the weight, so that the product is it.
void weigh_for_sums(const feature::TermCounts& terms,
                    const feature::DocumentFrequencies& frequencies, std::size_t article,
                    ArticleVectors& made) {
    for (const auto term : terms.terms) {
        const double weight = frequencies.information_nats(term);
        made.vectors[article].weights.push_back(static_cast<float>(std::sqrt(weight)));
        made.totals[article] += weight;
    }
}

void count(StepCounter* steps, std::size_t articles) {
    if (steps != nullptr) {
        steps->add(articles);
    }
}

}  // namespace

std::vector<Tape> make_tapes(std::span<const Article* const> articles, unsigned threads,
                             StepCounter* steps) {
    std::vector<Tape> tapes(articles.size());
    base::WorkerPool<TapeBuilder> builders;
    base::for_ranges(articles.size(), articles_a_range, threads,
                     [&](std::size_t begin, std::size_t end) {
                         builders.with([&](TapeBuilder& builder) {
                             for (auto i = begin; i < end; ++i) {
                                 builder.build(articles[i]->text, tapes[i]);
                             }
                         });
                         count(steps, end - begin);
                     });
    return tapes;
}

ArticleVectors shingle_vectors(std::span<const Article* const> articles,
                               const SimilarityOptions& options, StepCounter* steps) {
    ArticleVectors made{std::vector<score::FeatureVector>(articles.size()),
                        std::vector<double>(articles.size())};
    base::for_ranges(articles.size(), articles_a_range, options.threads,
                     [&](std::size_t begin, std::size_t end) {
                         tape::WordScanner scanner;
                         std::vector<std::uint64_t> shingles;
                         for (auto i = begin; i < end; ++i) {
                             if (options.unit == ShingleUnit::word) {
                                 const auto words = scanner.scan(articles[i]->text);
                                 feature::word_shingles(words.hashes, options.ngram, shingles);
                             } else {
                                 feature::char_shingles(articles[i]->text, options.ngram, shingles);
                             }
                             feature::make_set(shingles);
                             made.vectors[i].features.assign(shingles.begin(), shingles.end());
                             made.totals[i] = static_cast<double>(shingles.size());
                         }
                         count(steps, end - begin);
                     });
    return made;
}

ArticleVectors term_vectors(std::span<const Tape> tapes, score::Component component,
                            unsigned threads) {
    std::vector<feature::TermCounts> terms(tapes.size());
    const auto for_articles = [&](const auto& body) {
        base::for_ranges(tapes.size(), articles_a_range, threads,
                         [&](std::size_t begin, std::size_t end) {
                             for (auto i = begin; i < end; ++i) {
                                 body(i);
                             }
                         });
    };
    for_articles([&](std::size_t i) { terms[i] = terms_of(tapes[i], component.view); });
    const feature::DocumentFrequencies frequencies(terms);
    ArticleVectors made{std::vector<score::FeatureVector>(tapes.size()),
                        std::vector<double>(tapes.size())};
    for_articles([&](std::size_t i) {
        // Terms are 32-bit hashes; the index parts features by their top bits.
        for (const auto term : terms[i].terms) {
            made.vectors[i].features.push_back(std::uint64_t{term} << 32U);
        }
        if (component.formula == score::Formula::cosine) {
            weigh_for_cosine(terms[i], frequencies, i, made);
        } else {
            weigh_for_sums(terms[i], frequencies, i, made);
        }
    });
    return made;
}

void make_components(std::span<const Article* const> articles, const SimilarityOptions& options,
                     const std::function<void(score::Component, ArticleVectors&&)>& take) {
    const auto& entry = score::entry_of(options.measure);
    StepCounter steps(options.progress, "preparing", articles.size());
    std::vector<Tape> tapes;
    for (std::size_t i = 0; i < entry.component_count; ++i) {
        const auto component = entry.components[i];
        if (component.view == score::View::shingles) {
            take(component, shingle_vectors(articles, options, &steps));
            continue;
        }
        if (tapes.empty()) {
            tapes = make_tapes(articles, options.threads, &steps);
        }
        take(component, term_vectors(tapes, component, options.threads));
    }
}

std::vector<const Article*> pointers_to(std::span<const Article> articles) {
    std::vector<const Article*> pointers;
    pointers.reserve(articles.size());
    for (const auto& article : articles) {
        pointers.push_back(&article);
    }
    return pointers;
}

}  // namespace wirecopy::engine
