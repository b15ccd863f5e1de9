// The pairs of signatures that were read, not made: bands, and estimates instead of texts.

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "base/kept_memory.hpp"
#include "base/parallel.hpp"
#include "engine/band_candidates.hpp"
#include "engine/repeated_words.hpp"
#include "engine/step_counter.hpp"
#include "index/band_plan.hpp"
#include "index/bands.hpp"
#include "score/measure.hpp"
#include "sketch/bbit.hpp"
#include "sketch/estimate.hpp"
#include "sketch/one_permutation.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/signatures.hpp"

namespace wirecopy {

namespace {

using index::ArticlePair;

constexpr std::size_t articles_a_range = 1024;
constexpr std::size_t pairs_a_range = 4096;
// As many meet in a bucket by chance as bands still tell apart without many more estimates than
// articles; more of them would make every bucket a hot one.
constexpr double most_chance_meetings = 16;

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::option, "signatures: " + sentence);
}

std::string counted(std::size_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

void check(const SignatureSet& set, const SignatureMatchOptions& options) {
    const auto is_share = [](double value) { return value > 0 && value <= 1; };
    const auto slots = set.parameters.slots;
    if (!is_share(options.threshold) || !is_share(options.recall)) {
        refuse("threshold and recall must be above 0, and 1 at most");
    }
    if ((options.bands == 0) != (options.rows == 0)) {
        refuse("give bands and rows, or neither");
    }
    if (options.bands > slots || options.bands * options.rows > slots) {
        refuse(std::to_string(options.bands) + " bands of " + std::to_string(options.rows) +
               " rows take more than the " + std::to_string(slots) + " slots there are");
    }
    if (!options.groups.empty() && options.groups.size() != set.articles.size()) {
        refuse(std::to_string(options.groups.size()) + " groups were given for " +
               std::to_string(set.articles.size()) + " articles");
    }
}

// Slots of few bits agree by chance too.
double agreement(double jaccard, unsigned bits) {
    return bits == 32 ? jaccard
                      : jaccard + (1 - jaccard) * std::ldexp(1.0, -static_cast<int>(bits));
}

class Matcher {
public:
    Matcher(const SignatureSet& set, const SignatureMatchOptions& options)
        : set_(set),
          options_(options),
          word_count_(sketch::packed_words(set.parameters.slots, set.parameters.bits)),
          plan_(options.bands > 0
                    ? index::BandPlan{options.bands, options.rows}
                    : index::plan_bands(agreement(options.threshold, set.parameters.bits),
                                        options.recall, set.parameters.slots)) {
        const auto bits = set.parameters.bits;
        const auto buckets =
            std::ldexp(1.0, static_cast<int>(std::min<std::size_t>(plan_.rows * bits, 1000)));
        if (static_cast<double>(set.articles.size()) > most_chance_meetings * buckets) {
            refuse("bands of " + counted(plan_.rows, "slot") + " of " + counted(bits, "bit") +
                   " do not tell " + std::to_string(set.articles.size()) +
                   " articles apart; keep more bits of each slot, or ask for a higher threshold");
        }
    }

    [[nodiscard]] CopyReport match(const std::function<void(const CopyPair& pair)>& sink) const {
        engine::StepCounter searching(options_.progress, "candidates", set_.articles.size());
        const auto pairs = candidates();
        searching.finish();
        std::vector<CopyPair> estimated(pairs.size());
        engine::StepCounter steps(options_.progress, "estimating", pairs.size());
        base::for_ranges(pairs.size(), pairs_a_range, options_.threads,
                         [&](std::size_t begin, std::size_t end) {
                             for (auto i = begin; i < end; ++i) {
                                 estimated[i] = estimate(pairs[i]);
                             }
                             steps.add(end - begin);
                         });
        const auto least = static_cast<float>(options_.threshold);
        for (const auto& pair : estimated) {
            if (pair.jaccard >= least) {
                sink(pair);
            }
        }
        const auto recall = plan_.recall(agreement(options_.threshold, set_.parameters.bits));
        return {plan_.bands, plan_.rows, recall, pairs.size()};
    }

private:
    // The signatures as bands see them: a slot a number, and none without a value.
    [[nodiscard]] std::vector<std::uint32_t> slots_of_all() const {
        const auto& parameters = set_.parameters;
        const auto slot_count = parameters.slots;
        std::vector<std::uint32_t> slots(set_.articles.size() * slot_count);
        const sketch::OnePermutationHasher hasher({.slots = slot_count, .seed = parameters.seed});
        base::for_ranges(
            set_.articles.size(), articles_a_range, options_.threads,
            [&](std::size_t begin, std::size_t end) {
                for (auto i = begin; i < end; ++i) {
                    const auto row = std::span(slots).subspan(i * slot_count, slot_count);
                    const auto words = words_of(i);
                    const auto a_word = 32 / parameters.bits;
                    for (std::size_t slot = 0; slot < slot_count; ++slot) {
                        const auto word = words[slot / a_word];
                        row[slot] = word << (32 - parameters.bits * (slot % a_word + 1)) >>
                                    (32 - parameters.bits);
                    }
                    if (parameters.method == SketchMethod::one_permutation) {
                        hasher.densify(row);
                    }
                }
            });
        return slots;
    }

    [[nodiscard]] base::Kept<ArticlePair> candidates() const {
        const auto count = set_.articles.size();
        std::vector<std::uint64_t> word_hashes(count);
        std::vector<std::uint8_t> skipped(count);
        for (std::size_t i = 0; i < count; ++i) {
            word_hashes[i] = set_.articles[i].word_hash;
            skipped[i] = set_.articles[i].shingle_count == 0 ? 1 : 0;
        }
        auto pairs = engine::pair_repeats(word_hashes, options_.groups, skipped);
        const bool as_they_are =
            set_.parameters.bits == 32 && set_.parameters.method != SketchMethod::one_permutation;
        const auto made = as_they_are ? std::vector<std::uint32_t>() : slots_of_all();
        const std::uint32_t* const slots = as_they_are ? set_.words.data() : made.data();
        const index::SlotRows rows{{&slots, 1},
                                   std::max<std::size_t>(count, 1),
                                   set_.parameters.slots,
                                   skipped,
                                   options_.groups};
        return engine::band_candidates(rows, plan_, std::move(pairs), options_.threads);
    }

    [[nodiscard]] std::span<const std::uint32_t> words_of(std::size_t article) const {
        return std::span(set_.words).subspan(article * word_count_, word_count_);
    }

    [[nodiscard]] CopyPair estimate(const ArticlePair& pair) const {
        const auto& parameters = set_.parameters;
        const auto a = words_of(pair.first);
        const auto b = words_of(pair.second);
        double jaccard = 0;
        if (parameters.method == SketchMethod::one_permutation) {
            jaccard = sketch::jaccard_of_one_permutation(a, b);
        } else {
            const auto equal = sketch::count_equal_packed(a, b, parameters.slots, parameters.bits);
            jaccard = sketch::jaccard_of_equal(equal, parameters.slots, parameters.bits);
        }
        jaccard = std::clamp(jaccard, 0.0, 1.0);
        // What both share, by the sizes of both: J = shared / (a + b - shared). Not more than the
        // smaller one has.
        const double of_a = set_.articles[pair.first].shingle_count;
        const double of_b = set_.articles[pair.second].shingle_count;
        const auto shared = std::min({jaccard / (1 + jaccard) * (of_a + of_b), of_a, of_b});
        return {pair.first, pair.second, score::quantised(jaccard), score::quantised(shared / of_a),
                score::quantised(shared / of_b)};
    }

    const SignatureSet& set_;
    const SignatureMatchOptions& options_;
    std::size_t word_count_;
    index::BandPlan plan_;
};

}  // namespace

CopyReport match_signatures(const SignatureSet& set, const SignatureMatchOptions& options,
                            const std::function<void(const CopyPair& pair)>& sink) {
    check(set, options);
    return Matcher(set, options).match(sink);
}

std::vector<std::uint32_t> groups_of_sources(std::span<const std::string_view> sources) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;  // asked, never walked
    std::vector<std::uint32_t> groups;
    groups.reserve(sources.size());
    std::uint32_t next = 0;
    for (const auto source : sources) {
        if (source.empty()) {
            groups.push_back(next++);
            continue;
        }
        const auto [found, is_new] = numbers.try_emplace(source, next);
        next += is_new ? 1U : 0U;
        groups.push_back(found->second);
    }
    return groups;
}

}  // namespace wirecopy
