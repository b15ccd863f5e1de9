#include "engine/corpus.hpp"

#include <algorithm>
#include <cmath>

#include "base/parallel.hpp"
#include "feature/day.hpp"
#include "score/overlap_index.hpp"
#include "tape/credit.hpp"
#include "tape/mask.hpp"
#include "tape/outlets.hpp"

namespace wirecopy::engine {

namespace {

constexpr std::size_t articles_a_range = 64;
constexpr std::size_t rows_a_range = 16;

constexpr float side_fact_strength = 0.5F;
constexpr double pretended_articles = 1000;
constexpr double common_share = 0.05;

template <typename Body>
void for_each(std::size_t count, std::size_t grain, unsigned threads, const Body& body) {
    base::for_ranges(count, grain, threads, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) {
            body(i);
        }
    });
}

std::vector<score::FeatureVector> vectors_of(std::span<const score::Profile> profiles,
                                             score::FeatureVector score::Profile::*which) {
    std::vector<score::FeatureVector> vectors;
    vectors.reserve(profiles.size());
    for (const auto& profile : profiles) {
        vectors.push_back(profile.*which);
    }
    return vectors;
}

std::vector<score::ProfileCredit> credits_of(std::string_view text, const Tape& tape) {
    std::vector<score::ProfileCredit> credits;
    for (const auto& credit : tape::read_credits(text, tape)) {
        if (credit.role != tape::CreditRole::mention) {
            const bool is_source = credit.role == tape::CreditRole::source;
            credits.push_back({credit.outlet, is_source ? 1.0F : side_fact_strength});
        }
    }
    return credits;
}

// An outlet that most of a corpus credits (an agency in its own feed) tells nothing of a pair; one
// of a twentieth of the articles all that a credit can tell. As with terms, a thousand pretended
// articles keep five that all credit one outlet from taking it for common.
void weigh_credits(std::vector<score::Profile>& profiles) {
    std::vector<std::uint32_t> credited;
    for (const auto& profile : profiles) {
        for (const auto& credit : profile.credits) {
            credited.push_back(credit.outlet);
        }
    }
    std::sort(credited.begin(), credited.end());
    const auto articles = static_cast<double>(profiles.size()) + pretended_articles;
    for (auto& profile : profiles) {
        for (auto& credit : profile.credits) {
            const auto range = std::equal_range(credited.begin(), credited.end(), credit.outlet);
            const auto share = static_cast<double>(range.second - range.first) / articles;
            const double rarity = std::min(1.0, std::log(share) / std::log(common_share));
            credit.strength *= static_cast<float>(std::sqrt(rarity));
        }
    }
}

}  // namespace

feature::Prior prior_of(const std::string& bytes) {
    return bytes.empty() ? feature::english_prior() : feature::Prior::parse(bytes);
}

feature::TermWeights make_weights(std::span<const Tape> tapes, const feature::Prior& prior,
                                  unsigned threads) {
    std::vector<feature::TermSet> terms(tapes.size());
    for_each(tapes.size(), articles_a_range, threads,
             [&](std::size_t i) { terms[i] = score::counted_terms(tapes[i]); });
    return {terms, prior};
}

std::vector<score::Profile> make_profiles(std::span<const Article* const> articles,
                                          std::span<const Tape> tapes,
                                          std::span<const std::vector<Place>> ignored,
                                          const feature::TermWeights& weights, unsigned threads,
                                          bool use_credit) {
    std::vector<score::Profile> profiles(tapes.size());
    for_each(tapes.size(), articles_a_range, threads, [&](std::size_t i) {
        profiles[i] = ignored[i].empty()
                          ? score::make_profile(tapes[i], weights)
                          : score::make_profile(
                                tape::without(articles[i]->text, tapes[i], ignored[i]), weights);
        profiles[i].day = feature::parse_day(articles[i]->date);
        if (use_credit) {
            profiles[i].credits = credits_of(articles[i]->text, tapes[i]);
            profiles[i].outlet = tape::outlet_of(articles[i]->source);
        }
    });
    weigh_credits(profiles);
    return profiles;
}

score::ResemblanceGraph make_graph(std::span<const score::Profile> profiles, unsigned threads) {
    const score::OverlapIndex content(vectors_of(profiles, &score::Profile::content_vector));
    const score::OverlapIndex lead(vectors_of(profiles, &score::Profile::lead_vector));
    const std::size_t size = profiles.size();
    std::vector<std::vector<score::Neighbour>> upper(size);
    base::for_ranges(size, rows_a_range, threads, [&](std::size_t begin, std::size_t end) {
        std::vector<double> sums(size);
        for (auto row = begin; row < end; ++row) {
            std::fill(sums.begin() + static_cast<std::ptrdiff_t>(row), sums.end(), 0.0);
            content.add_overlaps(row, row + 1, sums);
            lead.add_overlaps(row, row + 1, sums);
            for (auto column = row + 1; column < size; ++column) {
                const auto resemblance = static_cast<float>(sums[column] / 2);
                if (resemblance >= score::least_resemblance) {
                    upper[row].push_back({static_cast<std::uint32_t>(column), resemblance});
                }
            }
        }
    });
    return score::ResemblanceGraph(upper);
}

}  // namespace wirecopy::engine
