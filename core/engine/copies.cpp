// Copies as every de-duplicator finds them: MinHash, bands, and here exact verification.

#include <algorithm>
#include <string_view>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "engine/repeated_words.hpp"
#include "feature/shingles.hpp"
#include "index/band_plan.hpp"
#include "index/bands.hpp"
#include "score/measure.hpp"
#include "score/overlap.hpp"
#include "tape/words.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {

namespace {

using index::ArticlePair;

constexpr std::size_t articles_a_range = 64;
constexpr std::size_t pairs_a_range = 256;

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::option, "copies: " + sentence);
}

void check(const CopyOptions& options) {
    const auto is_share = [](double value) { return value > 0 && value <= 1; };
    if (!is_share(options.threshold) || !is_share(options.recall)) {
        refuse("threshold and recall must be above 0, and 1 at most");
    }
    if (options.width_words == 0) {
        refuse("a shingle has at least one word");
    }
    if ((options.bands == 0) != (options.rows == 0)) {
        refuse("give bands and rows, or neither");
    }
    if (options.bands > options.slots || options.bands * options.rows > options.slots) {
        refuse(std::to_string(options.bands) + " bands of " + std::to_string(options.rows) +
               " rows take more than the " + std::to_string(options.slots) + " slots there are");
    }
}

// The slots of every article, and what it takes to know equal ones.
struct Signed {
    std::vector<std::uint32_t> slots;
    std::vector<std::uint64_t> word_hashes;  // of all words in order
    std::vector<std::uint8_t> is_empty;
};

Signed sign_all(std::span<const Article> articles, const CopyOptions& options) {
    SignatureParameters parameters;
    parameters.method = options.method;
    parameters.slots = options.slots;
    parameters.seed = options.seed;
    parameters.width = options.width_words;
    const Sketcher sketcher(parameters);
    Signed made{std::vector<std::uint32_t>(articles.size() * options.slots),
                std::vector<std::uint64_t>(articles.size()),
                std::vector<std::uint8_t>(articles.size())};
    base::for_ranges(articles.size(), articles_a_range, options.threads,
                     [&](std::size_t begin, std::size_t end) {
                         tape::WordScanner scanner;
                         std::vector<std::uint64_t> shingles;
                         for (auto i = begin; i < end; ++i) {
                             const auto words = scanner.scan(articles[i].text).hashes;
                             feature::word_shingles(words, options.width_words, shingles);
                             sketcher.sign(
                                 shingles,
                                 std::span(made.slots).subspan(i * options.slots, options.slots));
                             made.word_hashes[i] = base::hash_bytes(
                                 {reinterpret_cast<const char*>(words.data()), words.size_bytes()});
                             made.is_empty[i] = words.empty() ? 1 : 0;
                         }
                     });
    return made;
}

std::vector<ArticlePair> candidates(Signed& all, const index::BandPlan& plan,
                                    const CopyOptions& options) {
    auto pairs = engine::pair_repeats(all.word_hashes, options.groups, all.is_empty);
    const index::SlotRows rows{all.slots, options.slots, all.is_empty, options.groups};
    std::vector<std::vector<ArticlePair>> found(plan.bands);
    base::for_ranges(plan.bands, 1, options.threads, [&](std::size_t begin, std::size_t end) {
        for (auto band = begin; band < end; ++band) {
            found[band] = index::pairs_of_band(rows, plan, band);
        }
    });
    for (const auto& of_band : found) {
        pairs.insert(pairs.end(), of_band.begin(), of_band.end());
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

class Verifier {
public:
    Verifier(std::span<const Article> articles, const CopyOptions& options)
        : articles_(articles), options_(options) {}

    // Pairs come with the first article ascending, so that its shingles are made once.
    [[nodiscard]] CopyPair verify(const ArticlePair& pair) {
        if (pair.first != first_ || first_shingles_.empty()) {
            shingle(pair.first, first_shingles_);
            first_ = pair.first;
        }
        shingle(pair.second, second_shingles_);
        const auto of_a = static_cast<double>(first_shingles_.size());
        const auto of_b = static_cast<double>(second_shingles_.size());
        const double shared = score::shared_count(first_shingles_, second_shingles_);
        using score::Formula;
        const auto apply = [&](Formula formula, double own, double other) {
            return score::quantised(score::apply(formula, shared, own, other));
        };
        return {pair.first, pair.second, apply(Formula::jaccard, of_a, of_b),
                apply(Formula::containment, of_a, of_b), apply(Formula::containment, of_b, of_a)};
    }

private:
    void shingle(std::size_t article, std::vector<std::uint64_t>& shingles) {
        feature::word_shingles(scanner_.scan(articles_[article].text).hashes, options_.width_words,
                               shingles);
        feature::make_set(shingles);
    }

    std::span<const Article> articles_;
    const CopyOptions& options_;
    tape::WordScanner scanner_;
    std::uint32_t first_ = 0;
    std::vector<std::uint64_t> first_shingles_;
    std::vector<std::uint64_t> second_shingles_;
};

}  // namespace

CopyReport find_copies(std::span<const Article> articles, const CopyOptions& options,
                       const std::function<void(const CopyPair& pair)>& sink) {
    check(options);
    if (!options.groups.empty() && options.groups.size() != articles.size()) {
        refuse(std::to_string(options.groups.size()) + " groups were given for " +
               std::to_string(articles.size()) + " articles");
    }
    const auto plan = options.bands > 0
                          ? index::BandPlan{options.bands, options.rows}
                          : index::plan_bands(options.threshold, options.recall, options.slots);
    auto all = sign_all(articles, options);
    const auto pairs = candidates(all, plan, options);
    std::vector<CopyPair> verified(pairs.size());
    base::for_ranges(pairs.size(), pairs_a_range, options.threads,
                     [&](std::size_t begin, std::size_t end) {
                         Verifier verifier(articles, options);
                         for (auto i = begin; i < end; ++i) {
                             verified[i] = verifier.verify(pairs[i]);
                         }
                     });
    const auto least = static_cast<float>(options.threshold);
    for (const auto& pair : verified) {
        if (pair.jaccard >= least) {
            sink(pair);
        }
    }
    return {plan.bands, plan.rows, plan.recall(options.threshold), pairs.size()};
}

}  // namespace wirecopy
