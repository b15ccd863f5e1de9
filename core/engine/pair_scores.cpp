#include "engine/views.hpp"
#include "score/measure.hpp"
#include "score/overlap.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

namespace {

// Both directions of a formula for the pair.
struct BothWays {
    double a_to_b;
    double b_to_a;
};

// Sums of roots are exact to seven digits: an article shares all it has with itself.
double shared_weight(const engine::ArticleVectors& made, std::size_t a, std::size_t b,
                     bool same_article) {
    return same_article ? made.totals[a] : score::shared_weight(made.vectors[a], made.vectors[b]);
}

BothWays apply_both(score::Formula formula, const engine::ArticleVectors& made, std::size_t a,
                    std::size_t b, bool same_article) {
    const double shared = shared_weight(made, a, b, same_article);
    return {score::apply(formula, shared, made.totals[a], made.totals[b]),
            score::apply(formula, shared, made.totals[b], made.totals[a])};
}

// As the cells of matrices are.
void quantise(PairScores& scores) {
    for (const auto field :
         {&PairScores::jaccard, &PairScores::containment_a, &PairScores::containment_b,
          &PairScores::tfidf, &PairScores::lead, &PairScores::specifics,
          &PairScores::specifics_containment_a, &PairScores::specifics_containment_b,
          &PairScores::information_nats, &PairScores::blend}) {
        scores.*field = static_cast<double>(score::quantised(scores.*field));
    }
}

}  // namespace

PairScores score_pair(std::span<const Article> corpus, std::size_t a, std::size_t b,
                      const SimilarityOptions& options) {
    using score::Formula;
    using score::View;
    if (options.ngram == 0) {
        throw Error(ErrorKind::option, "pair: ngram must be at least 1");
    }
    if (a >= corpus.size() || b >= corpus.size()) {
        throw Error(ErrorKind::option, "pair: there is no such article in the corpus");
    }
    const auto articles = engine::pointers_to(corpus);
    const Article* const pair[] = {articles[a], articles[b]};
    const auto shingles = engine::shingle_vectors(pair, options);
    const auto tapes = engine::make_tapes(articles, options.threads);
    const auto vectors = [&](View view, Formula formula) {
        return engine::term_vectors(tapes, {view, formula}, options.threads);
    };
    const auto terms = [&](View view, Formula formula) {
        return apply_both(formula, vectors(view, formula), a, b, a == b);
    };
    PairScores scores;
    scores.jaccard = apply_both(Formula::jaccard, shingles, 0, 1, a == b).a_to_b;
    const auto containment = apply_both(Formula::containment, shingles, 0, 1, a == b);
    scores.containment_a = containment.a_to_b;
    scores.containment_b = containment.b_to_a;
    scores.tfidf = terms(View::content, Formula::cosine).a_to_b;
    scores.lead = terms(View::lead, Formula::cosine).a_to_b;
    scores.specifics = terms(View::specifics, Formula::jaccard).a_to_b;
    const auto specifics = terms(View::specifics, Formula::containment);
    scores.specifics_containment_a = specifics.a_to_b;
    scores.specifics_containment_b = specifics.b_to_a;
    scores.information_nats = terms(View::content, Formula::sum).a_to_b;
    const auto names = vectors(View::specifics, Formula::jaccard);
    scores.blend = score::blended(scores.tfidf, shared_weight(names, a, b, a == b), names.totals[a],
                                  names.totals[b]);
    quantise(scores);
    return scores;
}

}  // namespace wirecopy
