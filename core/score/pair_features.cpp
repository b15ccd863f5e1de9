#include "score/pair_features.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "score/common_terms_simd.hpp"

namespace wirecopy::score {

namespace {

// What names and numbers must tell together to count as much as what they are drawn towards: three
// or four rare ones. 10, 20 and 40 give much the same (README.md).
constexpr double prior_nats = 12;

// Of pairs of one event most are of one day or two.
constexpr double usual_days_apart = 1;

// Where neither names a source: of independent reports nineteen of twenty name one, so that silence
// speaks a little for a rewrite.
constexpr double unknown_credit = 0.35;
// Where only one does, and not the other: a retelling may leave out where it has its report from.
constexpr double one_sided_credit = 0.2;

// The share of the poorer side that both have, drawn towards `base`.
double drawn_containment(const WeightedTerms& a, const WeightedTerms& b, double base) {
    const double poorer = std::min(a.total_nats, b.total_nats);
    return (shared_nats(a, b) + prior_nats * base) / (poorer + prior_nats);
}

double containment(const WeightedTerms& a, const WeightedTerms& b) {
    const double poorer = std::min(a.total_nats, b.total_nats);
    return poorer > 0 ? shared_nats(a, b) / poorer : 0;
}

double strength_of(const Profile& article, std::uint32_t outlet) {
    for (const auto& credit : article.credits) {
        if (credit.outlet == outlet) {
            return static_cast<double>(credit.strength);
        }
    }
    return 0;
}

double common_credit(const Profile& a, const Profile& b) {
    if (a.credits.empty() && b.credits.empty()) {
        return unknown_credit;
    }
    double best = a.credits.empty() || b.credits.empty() ? one_sided_credit : 0;
    for (const auto& credit : a.credits) {
        best = std::max(best, static_cast<double>(credit.strength) * strength_of(b, credit.outlet));
    }
    if (a.outlet != b.outlet) {
        best = std::max(best, a.outlet != 0 ? strength_of(b, a.outlet) : 0);
        best = std::max(best, b.outlet != 0 ? strength_of(a, b.outlet) : 0);
    }
    return best;
}

}  // namespace

double shared_nats(const WeightedTerms& a, const WeightedTerms& b) noexcept {
    return common_weight({a.terms, a.nats}, {b.terms, b.nats});
}

double days_apart(const Profile& a, const Profile& b) noexcept {
    return a.day && b.day ? std::abs(*a.day - *b.day) : usual_days_apart;
}

double copied_share(const Profile& a, const Profile& b) noexcept {
    const auto fewer = std::min(a.triples.size(), b.triples.size());
    return fewer > 0 ? static_cast<double>(common_count(a.triples, b.triples)) /
                           static_cast<double>(fewer)
                     : 0.0;
}

PairFeatures pair_features(const Profile& a, const Profile& b, double resemblance, double company) {
    PairFeatures features;
    features.resemblance = resemblance;
    features.company = company;
    const double terms = containment(a.content, b.content);
    const double names = drawn_containment(a.names, b.names, terms);
    features.agreement = drawn_containment(a.numbers, b.numbers, names);
    features.copied = copied_share(a, b);
    features.conflict = std::max(0.0, std::max(resemblance, features.copied) - features.agreement);
    features.days_apart = days_apart(a, b);
    const bool is_one_outlet = a.outlet != 0 && a.outlet == b.outlet;
    features.own_days = is_one_outlet && a.day && b.day ? features.days_apart : 0;
    features.credit = common_credit(a, b);
    return features;
}

}  // namespace wirecopy::score
