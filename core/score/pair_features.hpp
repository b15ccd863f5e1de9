// Pair features: the few numbers from which the models judge a pair.
//
//   in      two profiles, their resemblance and that of the company they keep (company.hpp)
//   out     numbers from 0 to 1, symmetric
//   cost    3 to 5 us
//
// README.md says what each brings, and what was tried and dropped.

#pragma once

#include "score/profile.hpp"

namespace wirecopy::score {

struct PairFeatures {
    /// Mean of the tf-idf cosines of the whole texts and of their first sixty content words.
    double resemblance = 0;
    /// The same between the articles nearest to either, and the two themselves (company.hpp).
    double company = 0;
    /// Share of what the names, numbers and dates of the poorer article tell that the other has
    /// too; of numbers first, drawn towards names, and these towards all terms, where there are
    /// few.
    double agreement = 0;
    /// How far the agreement stays behind the overlap of words: the same sentences about other
    /// people, sums and days.
    double conflict = 0;
    /// Share of the triples of words of the shorter article that the other has.
    double copied = 0;
    /// Days between publication, 1 where a day is unknown.
    double days_apart = 1;
    /// The same where both are of one outlet and both days known, else 0: who writes of an affair
    /// again on another day writes of its next step.
    double own_days = 0;
    /// Whether both name one outlet as their source, or one names the other: 0, they name others,
    /// to 1; .35 where neither names any.
    double credit = 0;
};

[[nodiscard]] PairFeatures pair_features(const Profile& a, const Profile& b, double resemblance,
                                         double company);

/// The two features that are told from little, each as pair_features has it.
[[nodiscard]] double days_apart(const Profile& a, const Profile& b) noexcept;
[[nodiscard]] double copied_share(const Profile& a, const Profile& b) noexcept;

/// What the terms that both have tell, in nats; of a term the smaller of its two weights.
[[nodiscard]] double shared_nats(const WeightedTerms& a, const WeightedTerms& b) noexcept;

}  // namespace wirecopy::score
