// Copies as every de-duplicator finds them: MinHash, bands, and here exact verification.

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.hpp"
#include "base/kept_memory.hpp"
#include "base/parallel.hpp"
#include "base/spread_sort.hpp"
#include "engine/band_candidates.hpp"
#include "engine/copy_signing.hpp"
#include "engine/kept_run.hpp"
#include "engine/repeated_words.hpp"
#include "engine/step_counter.hpp"
#include "feature/shingles.hpp"
#include "index/band_plan.hpp"
#include "index/bands.hpp"
#include "score/measure.hpp"
#include "score/overlap.hpp"
#include "tape/words.hpp"
#include "wirecopy/copies.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/version.hpp"

namespace wirecopy {

namespace {

using index::ArticlePair;

// Pairs are verified by the block and handed over in order; one is half a second of work, and kept
// together.
constexpr std::size_t pairs_a_range = 256;
constexpr std::size_t pairs_a_block = 64 * pairs_a_range;
constexpr std::string_view verifying_stage = "verified";
constexpr std::string_view groups_stage = "groups";

// What a run has of its own beside the slots: the program and texts that wait to be signed; of each
// article its id, where its text stands, its hash, and on each thread 8 bytes of a band.
constexpr std::uint64_t least_bytes = 12'000'000;
constexpr std::uint64_t least_bytes_a_thread = 4'000'000;
constexpr std::uint64_t least_bytes_an_article = 184;
constexpr std::uint64_t own_part = 4;

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

index::BandPlan plan_of(const CopyOptions& options) {
    return options.bands > 0 ? index::BandPlan{options.bands, options.rows}
                             : index::plan_bands(options.threshold, options.recall, options.slots);
}

// A quarter of what is beyond the least: how many articles come is not known when the first is
// signed.
std::unique_ptr<base::KeptMemory> memory_of(const CopyOptions& options) {
    const auto& bound = options.memory;
    if (bound.bytes == 0) {
        return nullptr;
    }
    const auto least = least_copy_memory(0, options.threads);
    const auto own = bound.bytes > least ? (bound.bytes - least) / own_part : 0;
    return std::make_unique<base::KeptMemory>(own, bound.folder);
}

void require_memory(const CopyOptions& options, std::size_t articles) {
    const auto& bound = options.memory;
    const auto least = least_copy_memory(articles, options.threads);
    if (bound.bytes == 0 || !bound.is_firm || bound.bytes >= least) {
        return;
    }
    constexpr std::uint64_t megabyte = 1'000'000;
    refuse(std::to_string(articles) + " articles need at least " +
           std::to_string((least + megabyte - 1) / megabyte) + " MB of memory, and may have " +
           std::to_string(bound.bytes / megabyte));
}

// Everything that signatures and pairs depend on, but the articles and their groups.
std::string description_of(const CopyOptions& options) {
    const auto plan = plan_of(options);
    return "wirecopy " + std::string(version) + ", copies, jaccard " +
           engine::digits_of(options.threshold) + ", ngram " + std::to_string(options.width_words) +
           ", " + std::to_string(plan.bands) + " bands of " + std::to_string(plan.rows) +
           " rows, " + std::to_string(options.slots) + " slots, method " +
           std::to_string(static_cast<int>(options.method)) + ", seed " +
           std::to_string(options.seed);
}

// What was verified, by blocks of candidates.
class KeptScores {
public:
    KeptScores(const engine::KeptRun& run, std::uint64_t texts_key,
               std::span<const std::uint32_t> groups)
        : run_(run), key_(texts_key) {
        engine::BytesOut out;
        out.add_all(groups);
        const auto hash = base::hash_bytes(out.bytes());
        engine::BytesOut made;
        made.add(hash);
        const auto there = run_.read(groups_stage, 0, key_);
        if (there && *there != made.bytes()) {
            run_.refuse("it holds a run over other sides or sources");
        }
        if (!there) {
            run_.write(groups_stage, 0, key_, made.bytes());
        }
        key_ = base::mix(key_ ^ hash);
    }

    // Whether they were there.
    [[nodiscard]] bool read(std::size_t block, std::span<const ArticlePair> pairs,
                            std::span<CopyPair> verified) const {
        const auto bytes = run_.read(verifying_stage, block, key_);
        std::vector<Scores> scores;
        engine::BytesIn in(bytes ? std::string_view(*bytes) : std::string_view());
        in.take_all(scores);
        if (!in.is_whole() || scores.size() != pairs.size()) {
            return false;
        }
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto& [jaccard, of_a, of_b] = scores[i];
            verified[i] = {pairs[i].first, pairs[i].second, jaccard, of_a, of_b};
        }
        return true;
    }

    void write(std::size_t block, std::span<const CopyPair> verified) const {
        std::vector<Scores> scores;
        for (const auto& pair : verified) {
            scores.push_back({pair.jaccard, pair.containment_a, pair.containment_b});
        }
        engine::BytesOut out;
        out.add_all(scores);
        run_.write(verifying_stage, block, key_, out.bytes());
    }

private:
    struct Scores {
        float jaccard;
        float containment_a;
        float containment_b;
    };

    const engine::KeptRun& run_;
    std::uint64_t key_;
};

class Verifier {
public:
    Verifier(CopySearch::TextReader read, std::size_t width_words)
        : read_(std::move(read)), width_words_(width_words) {}

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
        read_(article, text_);
        feature::word_shingles(scanner_.scan(text_).hashes, width_words_, shingles);
        sorter_.sort(shingles);
        shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    }

    CopySearch::TextReader read_;
    std::size_t width_words_;
    std::string text_;
    tape::WordScanner scanner_;
    base::SpreadSorter<std::uint64_t> sorter_;
    std::uint32_t first_ = 0;
    std::vector<std::uint64_t> first_shingles_;
    std::vector<std::uint64_t> second_shingles_;
};

}  // namespace

struct CopySearch::State {
    explicit State(const CopyOptions& chosen)
        : options(chosen), memory(memory_of(chosen)), signing(options, memory.get()) {}

    CopyOptions options;
    std::unique_ptr<base::KeptMemory> memory;
    std::unique_ptr<engine::KeptRun> kept;
    engine::CopySigning signing;
};

CopySearch::CopySearch(const CopyOptions& options) {
    check(options);
    state_ = std::make_unique<State>(options);
}
CopySearch::~CopySearch() = default;
CopySearch::CopySearch(CopySearch&&) noexcept = default;
CopySearch& CopySearch::operator=(CopySearch&&) noexcept = default;

void CopySearch::add(std::string text) {
    auto& state = *state_;
    // Of no articles nothing is kept, not even the folder.
    if (!state.options.kept_run.empty() && !state.kept) {
        state.kept = std::make_unique<engine::KeptRun>(state.options.kept_run,
                                                       description_of(state.options));
        state.signing.keep_in(*state.kept);
    }
    state.signing.add(std::move(text));
}

CopyReport CopySearch::find(const TextSource& make_reader, std::span<const std::uint32_t> groups,
                            const std::function<void(const CopyPair& pair)>& sink) {
    auto& signing = state_->signing;
    const auto& options = state_->options;
    const auto size = signing.size();
    if (!groups.empty() && groups.size() != size) {
        refuse(std::to_string(groups.size()) + " groups were given for " + std::to_string(size) +
               " articles");
    }
    require_memory(options, size);
    signing.finish();
    engine::StepCounter searching(options.progress, "candidates", size);
    const auto plan = plan_of(options);
    auto skipped = signing.take_wordless();
    auto repeats = engine::pair_repeats(signing.take_word_hashes(), groups, skipped);
    const auto pairs = engine::band_candidates(
        {signing.slots(), engine::CopySigning::articles_a_block, options.slots, skipped, groups},
        plan, std::move(repeats), options.threads, state_->memory.get());
    signing.clear();
    searching.finish();
    std::optional<KeptScores> kept_scores;
    if (state_->kept) {
        kept_scores.emplace(*state_->kept, signing.texts_key(), groups);
    }
    const auto least = static_cast<float>(options.threshold);
    std::vector<CopyPair> verified(std::min(pairs.size(), pairs_a_block));
    engine::StepCounter steps(options.progress, "verifying", pairs.size());
    for (std::size_t first = 0; first < pairs.size(); first += pairs_a_block) {
        const auto of_block =
            std::span(pairs).subspan(first).first(std::min(pairs.size() - first, pairs_a_block));
        const auto block = first / pairs_a_block;
        if (kept_scores && kept_scores->read(block, of_block, verified)) {
            steps.add(of_block.size());
        } else {
            base::for_ranges(of_block.size(), pairs_a_range, options.threads,
                             [&](std::size_t begin, std::size_t end) {
                                 Verifier verifier(make_reader(), options.width_words);
                                 for (auto i = begin; i < end; ++i) {
                                     verified[i] = verifier.verify(of_block[i]);
                                 }
                                 steps.add(end - begin);
                             });
            if (kept_scores) {
                kept_scores->write(block, std::span(verified).first(of_block.size()));
            }
        }
        for (const auto& pair : std::span(verified).first(of_block.size())) {
            if (pair.jaccard >= least) {
                sink(pair);
            }
        }
    }
    return {plan.bands, plan.rows, plan.recall(options.threshold), pairs.size()};
}

std::uint64_t least_copy_memory(std::size_t articles, unsigned threads) noexcept {
    const std::uint64_t used = threads == 0 ? base::machine_threads() : threads;
    return least_bytes + used * least_bytes_a_thread +
           articles * (least_bytes_an_article + used * sizeof(std::uint64_t));
}

CopyReport find_copies(std::span<const Article> articles, const CopyOptions& options,
                       const std::function<void(const CopyPair& pair)>& sink) {
    CopySearch search(options);
    for (const auto& article : articles) {
        search.add(article.text);
    }
    const auto make_reader = [articles]() -> CopySearch::TextReader {
        return
            [articles](std::size_t article, std::string& text) { text = articles[article].text; };
    };
    return search.find(make_reader, options.groups, sink);
}

}  // namespace wirecopy
