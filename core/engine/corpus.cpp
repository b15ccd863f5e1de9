#include "engine/corpus.hpp"

#include <cmath>

#include "base/parallel.hpp"
#include "feature/day.hpp"
#include "score/overlap_index.hpp"

namespace wirecopy::engine {

namespace {

constexpr std::size_t articles_a_range = 64;
constexpr std::size_t rows_a_range = 16;

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

}  // namespace

std::vector<score::Profile> make_profiles(std::span<const Article* const> articles,
                                          std::span<const Tape> tapes, unsigned threads,
                                          bool use_credit) {
    std::vector<feature::TermSet> terms(tapes.size());
    for_each(tapes.size(), articles_a_range, threads,
             [&](std::size_t i) { terms[i] = score::counted_terms(tapes[i]); });
    const feature::TermWeights weights(terms, feature::english_prior());
    std::vector<score::Profile> profiles(tapes.size());
    for_each(tapes.size(), articles_a_range, threads, [&](std::size_t i) {
        profiles[i] = score::make_profile(tapes[i], weights);
        static_cast<void>(use_credit);
        profiles[i].day = feature::parse_day(articles[i]->date);
    });
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
