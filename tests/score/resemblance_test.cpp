// Resemblance of one article with many, beside a sum over all pairs of terms.

#include "score/resemblance.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/hash.hpp"
#include "base/kept_memory.hpp"

namespace wirecopy::score {
namespace {

struct Vector {
    base::Kept<std::uint32_t> terms;
    base::Kept<float> weights;
};

Vector draw(base::Random& random, std::size_t size, std::uint32_t spread) {
    Vector made;
    for (std::size_t i = 0; i < size; ++i) {
        // Few distinct top bits where the spread is small: bits of the bitmap and slots collide.
        made.terms.push_back(static_cast<std::uint32_t>(random.next() % 500) * spread);
    }
    std::ranges::sort(made.terms);
    made.terms.erase(std::unique(made.terms.begin(), made.terms.end()), made.terms.end());
    for (std::size_t i = 0; i < made.terms.size(); ++i) {
        made.weights.push_back(static_cast<float>(1 + random.next() % 100) / 64.0F);
    }
    return made;
}

double product(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.terms.size(); ++i) {
        for (std::size_t j = 0; j < b.terms.size(); ++j) {
            sum += a.terms[i] == b.terms[j]
                       ? static_cast<double>(a.weights[i]) * static_cast<double>(b.weights[j])
                       : 0;
        }
    }
    return sum;
}

TEST(TurnedVector, GivesTheProductsWithEachOfMany) {
    base::Random random(3);
    TurnedVector row;
    double total = 0;
    for (const std::size_t size : {200UL, 0UL, 1UL, 3000UL, 40UL, 200UL}) {
        for (const std::uint32_t spread : {1U, 4099U, 8'000'000U}) {
            const auto a = draw(random, size, spread);
            row.turn_to(a.terms, a.weights);
            for (int i = 0; i < 20; ++i) {
                const auto b = draw(random, random.next() % 300, spread);
                EXPECT_EQ(row.with(b.terms, b.weights), product(a, b));
                total += product(a, b);
            }
        }
    }
    EXPECT_GT(total, 1000);
}

TEST(Resemblance, IsTheMeanOfTextAndLeadWhoeverIsTurnedTo) {
    base::Random random(5);
    const auto profile = [&] {
        Profile made;
        const auto content = draw(random, 200, 8'000'000);
        made.content.terms = content.terms;
        made.content_weights = content.weights;
        const auto lead = draw(random, 60, 8'000'000);
        made.lead = lead.terms;
        made.lead_weights = lead.weights;
        return made;
    };
    const auto a = profile();
    const auto b = profile();
    const double text =
        product({a.content.terms, a.content_weights}, {b.content.terms, b.content_weights});
    const double lead = product({a.lead, a.lead_weights}, {b.lead, b.lead_weights});
    EXPECT_GT(lead, 0);
    EXPECT_EQ(resemblance(a, b), (text + lead) / 2);
    EXPECT_EQ(resemblance(a, b), resemblance(b, a));
}

}  // namespace
}  // namespace wirecopy::score
