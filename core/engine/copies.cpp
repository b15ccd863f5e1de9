// Copies as every de-duplicator finds them: MinHash, bands, and here exact verification.

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "base/spread_sort.hpp"
#include "engine/band_candidates.hpp"
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

namespace wirecopy {

namespace {

using index::ArticlePair;

// 512 kB of slots; texts are signed by the megabyte or by the block.
constexpr std::size_t articles_a_block = 1024;
constexpr std::size_t most_text_bytes = std::size_t{1} << 20U;
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

SignatureParameters parameters_of(const CopyOptions& options) {
    SignatureParameters parameters;
    parameters.method = options.method;
    parameters.slots = options.slots;
    parameters.seed = options.seed;
    parameters.width = options.width_words;
    return parameters;
}

// The slots of some articles in a row, and what it takes to know equal ones.
struct Block {
    explicit Block(std::size_t slots_an_article)
        : slots(
              std::make_unique_for_overwrite<std::uint32_t[]>(articles_a_block * slots_an_article)),
          word_hashes(articles_a_block),
          is_empty(articles_a_block) {}

    std::unique_ptr<std::uint32_t[]> slots;
    std::vector<std::uint64_t> word_hashes;  // of all words in order
    std::vector<std::uint8_t> is_empty;
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
        : options(chosen), sketcher(parameters_of(chosen)), background(chosen.threads) {}

    // Signs texts of articles in a row, all of one block.
    void sign(std::span<const std::string> some, std::size_t first, Block& block) const {
        tape::WordScanner scanner;
        std::vector<std::uint64_t> shingles;
        for (std::size_t i = 0; i < some.size(); ++i) {
            const auto at = first % articles_a_block + i;
            const auto words = scanner.scan(some[i]).hashes;
            feature::word_shingles(words, options.width_words, shingles);
            sketcher.sign(shingles, {block.slots.get() + at * options.slots, options.slots});
            block.word_hashes[at] =
                base::hash_bytes({reinterpret_cast<const char*>(words.data()), words.size_bytes()});
            block.is_empty[at] = words.empty() ? 1 : 0;
        }
    }

    void hand_over() {
        if (texts.empty()) {
            return;
        }
        const auto first = size - texts.size();
        background.run([this, first, block = blocks.back().get(),
                        some = std::make_shared<std::vector<std::string>>(std::move(texts))] {
            sign(*some, first, *block);
        });
        texts = {};
        text_bytes = 0;
    }

    void add(std::string&& text) {
        if (size % articles_a_block == 0) {
            hand_over();
            blocks.push_back(std::make_unique<Block>(options.slots));
        }
        text_bytes += text.size();
        texts.push_back(std::move(text));
        ++size;
        if (text_bytes >= most_text_bytes) {
            hand_over();
        }
    }

    CopyOptions options;
    Sketcher sketcher;
    std::size_t size = 0;
    std::vector<std::unique_ptr<Block>> blocks;
    std::vector<std::string> texts;  // the last ones, not yet handed over
    std::size_t text_bytes = 0;
    base::Background background;  // the last to be made: its work needs the others
};

CopySearch::CopySearch(const CopyOptions& options) {
    check(options);
    state_ = std::make_unique<State>(options);
}
CopySearch::~CopySearch() = default;
CopySearch::CopySearch(CopySearch&&) noexcept = default;
CopySearch& CopySearch::operator=(CopySearch&&) noexcept = default;

void CopySearch::add(std::string text) {
    state_->add(std::move(text));
}

CopyReport CopySearch::find(const TextSource& make_reader, std::span<const std::uint32_t> groups,
                            const std::function<void(const CopyPair& pair)>& sink) {
    auto& state = *state_;
    const auto& options = state.options;
    if (!groups.empty() && groups.size() != state.size) {
        refuse(std::to_string(groups.size()) + " groups were given for " +
               std::to_string(state.size) + " articles");
    }
    state.hand_over();
    state.background.wait();
    engine::StepCounter searching(options.progress, "candidates", state.size);
    std::vector<const std::uint32_t*> slots;
    std::vector<std::uint64_t> word_hashes;
    std::vector<std::uint8_t> skipped;
    for (const auto& block : state.blocks) {
        slots.push_back(block->slots.get());
        word_hashes.insert(word_hashes.end(), block->word_hashes.begin(), block->word_hashes.end());
        skipped.insert(skipped.end(), block->is_empty.begin(), block->is_empty.end());
    }
    word_hashes.resize(state.size);
    skipped.resize(state.size);
    const auto plan = options.bands > 0
                          ? index::BandPlan{options.bands, options.rows}
                          : index::plan_bands(options.threshold, options.recall, options.slots);
    auto repeats = engine::pair_repeats(word_hashes, groups, skipped);
    const auto pairs =
        engine::band_candidates({slots, articles_a_block, options.slots, skipped, groups}, plan,
                                std::move(repeats), options.threads);
    state.blocks.clear();
    searching.finish();
    std::vector<CopyPair> verified(pairs.size());
    engine::StepCounter steps(options.progress, "verifying", pairs.size());
    base::for_ranges(pairs.size(), pairs_a_range, options.threads,
                     [&](std::size_t begin, std::size_t end) {
                         Verifier verifier(make_reader(), options.width_words);
                         for (auto i = begin; i < end; ++i) {
                             verified[i] = verifier.verify(pairs[i]);
                         }
                         steps.add(end - begin);
                     });
    const auto least = static_cast<float>(options.threshold);
    for (const auto& pair : verified) {
        if (pair.jaccard >= least) {
            sink(pair);
        }
    }
    return {plan.bands, plan.rows, plan.recall(options.threshold), pairs.size()};
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
