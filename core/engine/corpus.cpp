#include "engine/corpus.hpp"

#include <algorithm>
#include <utility>

#include "base/parallel.hpp"
#include "base/worker_pool.hpp"
#include "feature/term_counter.hpp"
#include "score/overlap_index.hpp"

namespace wirecopy::engine {

namespace {

constexpr std::size_t articles_a_range = 64;
constexpr std::size_t counted_a_range = 1024;
constexpr std::size_t rows_a_range = 16;

template <typename Body>
void for_each(std::size_t count, std::size_t grain, unsigned threads, const Body& body) {
    base::for_ranges(count, grain, threads, [&](std::size_t begin, std::size_t end) {
        for (auto i = begin; i < end; ++i) {
            body(i);
        }
    });
}

// Terms are 32-bit hashes; the index parts features by their top bits.
score::FeatureVector vector_of(std::span<const std::uint32_t> terms,
                               std::span<const float> weights) {
    score::FeatureVector made;
    made.features.reserve(terms.size());
    for (const auto term : terms) {
        made.features.push_back(std::uint64_t{term} << 32U);
    }
    made.weights.assign(weights.begin(), weights.end());
    return made;
}

score::OverlapIndex index_of(std::span<const score::Profile> profiles, bool of_lead) {
    std::vector<score::FeatureVector> vectors;
    vectors.reserve(profiles.size());
    for (const auto& profile : profiles) {
        vectors.push_back(of_lead ? vector_of(profile.lead, profile.lead_weights)
                                  : vector_of(profile.content.terms, profile.content_weights));
    }
    return score::OverlapIndex(vectors);
}

}  // namespace

feature::Prior prior_of(const std::string& bytes) {
    return bytes.empty() ? feature::english_prior() : feature::Prior::parse(bytes);
}

feature::TermWeights make_weights(std::span<const Prepared> articles, const feature::Prior& prior,
                                  unsigned threads) {
    base::WorkerPool<feature::TermCounter> counters;
    base::for_ranges(articles.size(), counted_a_range, threads,
                     [&](std::size_t begin, std::size_t end) {
                         counters.with([&](feature::TermCounter& counter) {
                             for (auto i = begin; i < end; ++i) {
                                 for (const auto& entry : articles[i].draft.entries) {
                                     if ((entry.kinds & score::ProfileDraft::counted) != 0) {
                                         counter.add(entry.term);
                                     }
                                 }
                             }
                         });
                     });
    std::vector<std::vector<feature::TermFrequency>> counted;
    counters.for_each([&](feature::TermCounter& counter) { counted.push_back(counter.take()); });
    return {feature::merged(counted), articles.size(), prior};
}

score::Profile make_profile(Prepared& article, const feature::TermWeights& weights) {
    auto profile = score::make_profile(std::exchange(article.draft, {}), weights);
    profile.day = article.day;
    profile.credits = std::move(article.credits);
    profile.outlet = article.outlet;
    return profile;
}

base::Kept<score::Profile> make_profiles(std::span<Prepared> articles,
                                         const feature::TermWeights& weights, unsigned threads,
                                         const CreditShares* credited, base::KeptMemory* memory) {
    base::Kept<score::Profile> profiles(articles.size(), memory);
    for_each(articles.size(), articles_a_range, threads, [&](std::size_t i) {
        profiles[i] = make_profile(articles[i], weights);
        score::keep_in(memory, profiles[i]);
    });
    CreditShares own;
    if (credited == nullptr) {
        for (const auto& profile : profiles) {
            own.count(profile.credits);
        }
        own.freeze();
        credited = &own;
    }
    for_each(articles.size(), articles_a_range, threads,
             [&](std::size_t i) { credited->weigh(profiles[i]); });
    return profiles;
}

score::ResemblanceGraph make_graph(std::span<const score::Profile> profiles, unsigned threads,
                                   StepCounter* steps) {
    const auto content = index_of(profiles, false);
    const auto lead = index_of(profiles, true);
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
        if (steps != nullptr) {
            steps->add(end - begin);
        }
    });
    return score::ResemblanceGraph(upper);
}

}  // namespace wirecopy::engine
