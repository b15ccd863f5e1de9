#include "engine/corpus.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/parallel.hpp"
#include "score/overlap_index.hpp"

namespace wirecopy::engine {

namespace {

constexpr std::size_t articles_a_range = 64;
constexpr std::size_t rows_a_range = 16;

constexpr double pretended_articles = 1000;
constexpr double common_share = 0.05;
constexpr double own_feed_share = 0.4;

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
            // The feed of an agency: whoever credits it without being of another outlet is its own.
            if (share > own_feed_share && profile.outlet == 0) {
                profile.outlet = credit.outlet;
            }
            const double rarity = std::min(1.0, std::log(share) / std::log(common_share));
            credit.strength *= static_cast<float>(std::sqrt(rarity));
        }
    }
}

}  // namespace

feature::Prior prior_of(const std::string& bytes) {
    return bytes.empty() ? feature::english_prior() : feature::Prior::parse(bytes);
}

feature::TermWeights make_weights(std::span<const Prepared> articles, const feature::Prior& prior,
                                  unsigned threads) {
    // Terms are hashes: their top bits part them evenly.
    constexpr unsigned part_bits = 6;
    constexpr std::size_t part_count = std::size_t{1} << part_bits;
    std::vector<std::vector<feature::TermFrequency>> counted(part_count);
    for_each(part_count, 1, threads, [&](std::size_t part) {
        using Entry = score::ProfileDraft::Entry;
        std::vector<std::uint32_t> all;
        for (const auto& article : articles) {
            const auto& entries = article.draft.entries;
            auto entry = std::ranges::lower_bound(entries, part, {}, [](const Entry& e) {
                return std::size_t{e.term >> (32U - part_bits)};
            });
            for (; entry != entries.end() && entry->term >> (32U - part_bits) == part; ++entry) {
                if ((entry->kinds & score::ProfileDraft::counted) != 0) {
                    all.push_back(entry->term);
                }
            }
        }
        std::sort(all.begin(), all.end());
        counted[part] = feature::count_sorted(all);
    });
    std::vector<feature::TermFrequency> together;
    for (const auto& part : counted) {
        together.insert(together.end(), part.begin(), part.end());
    }
    return {std::move(together), articles.size(), prior};
}

std::vector<score::Profile> make_profiles(std::span<Prepared> articles,
                                          const feature::TermWeights& weights, unsigned threads) {
    std::vector<score::Profile> profiles(articles.size());
    for_each(articles.size(), articles_a_range, threads, [&](std::size_t i) {
        profiles[i] = score::make_profile(std::exchange(articles[i].draft, {}), weights);
        profiles[i].day = articles[i].day;
        profiles[i].credits = std::move(articles[i].credits);
        profiles[i].outlet = articles[i].outlet;
    });
    weigh_credits(profiles);
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
