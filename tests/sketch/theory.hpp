// What each sketch's estimate should vary by, from its definition alone. All are unbiased.
//
// Notation: two sets with u features in their union, a of them shared, J = a / u; k slots, of
// which m are reached by a feature of the union. Which feature is least in a slot is, by symmetry,
// a draw without replacement from the union, so for two reached slots
//     P(both least features are shared) = J2 = a (a - 1) / (u (u - 1)).
//
// minhash: every slot draws anew, so the share of matches is binomial: J (1 - J) / k.
//
// one_permutation, raw: matches among m draws without replacement (hypergeometric) over m:
//     Var = J (1 - J) (E[1/m] u/(u - 1) - 1/(u - 1)).
//
// one_permutation, densified: a slot reached by the union matches exactly when its least feature
// is shared. (If the least feature is in one set alone, the other set's slot holds another
// feature: its own, or one borrowed from another slot.) A slot the union does not reach is empty
// in both sets and both walk the same sequence: at the first slot the union reaches they stop
// together when its least feature is shared, and otherwise end with different features. So the
// estimate is sum w_j M_j / k over the m reached slots, where M_j says that slot j's least feature
// is shared and w_j = 1 + how many of the e = k - m others walk to j first. Those are dealt
// uniformly: w_j - 1 is Binomial(e, 1/m), E[w_j^2] = 1 + 3 e/m + e (e - 1)/m^2, hence
//     E[sum w_j^2 | m] = m + 3 e + e (e - 1)/m =: Q(m),   sum w_j = k,
//     E[(sum w_j M_j)^2] = J Q + J2 (k^2 - Q),
//     Var = J q + J2 (1 - q) - J^2  with  q = E[Q(m)] / k^2.
//
// b bits: an unmatched slot agrees by chance with C = 2^-b, independently of the others. The
// corrected estimate (share - C) / (1 - C) keeps the expectation and adds
//     (1 - J) C (1 - C) / (k (1 - C)^2) = (1 - J) C / ((1 - C) k).

#pragma once

#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace wirecopy::testing {

/// P(m slots are reached), m = 0..k, when u features fall into k slots.
inline std::vector<double> occupancy(std::size_t u, std::size_t k) {
    std::vector<double> probability(k + 1, 0.0);
    probability[0] = 1.0;
    const auto slots = static_cast<double>(k);
    for (std::size_t feature = 0; feature < u; ++feature) {
        for (std::size_t m = k; m > 0; --m) {
            const auto reached = static_cast<double>(m);
            probability[m] = probability[m] * reached / slots +
                             probability[m - 1] * (slots - reached + 1.0) / slots;
        }
        probability[0] = 0.0;
    }
    return probability;
}

inline double mean_over(const std::vector<double>& probability,
                        const std::function<double(double)>& value) {
    double mean = 0.0;
    for (std::size_t m = 1; m < probability.size(); ++m) {
        mean += probability[m] * value(static_cast<double>(m));
    }
    return mean;
}

inline double variance_of_minhash(double jaccard, std::size_t slots) {
    return jaccard * (1.0 - jaccard) / static_cast<double>(slots);
}

/// Requires: union_size >= 2, here and below.
inline double variance_of_one_permutation(std::size_t shared, std::size_t union_size,
                                          std::size_t slots) {
    const auto u = static_cast<double>(union_size);
    const auto jaccard = static_cast<double>(shared) / u;
    const auto inverse = mean_over(occupancy(union_size, slots), [](double m) { return 1.0 / m; });
    return jaccard * (1.0 - jaccard) * (inverse * u / (u - 1.0) - 1.0 / (u - 1.0));
}

inline double variance_of_densified(std::size_t shared, std::size_t union_size, std::size_t slots) {
    const auto u = static_cast<double>(union_size);
    const auto a = static_cast<double>(shared);
    const auto k = static_cast<double>(slots);
    const auto squares = mean_over(occupancy(union_size, slots), [&](double m) {
        const auto e = k - m;
        return m + 3.0 * e + e * (e - 1.0) / m;
    });
    const auto q = squares / (k * k);
    const auto jaccard = a / u;
    const auto both = a * (a - 1.0) / (u * (u - 1.0));
    return jaccard * q + both * (1.0 - q) - jaccard * jaccard;
}

/// What keeping `bits` of each slot adds to any of the variances above.
inline double variance_of_few_bits(double jaccard, std::size_t slots, unsigned bits) {
    const auto chance = std::ldexp(1.0, -static_cast<int>(bits));
    return (1.0 - jaccard) * chance / ((1.0 - chance) * static_cast<double>(slots));
}

}  // namespace wirecopy::testing
