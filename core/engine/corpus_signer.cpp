#include <algorithm>
#include <bit>

#include "base/hash.hpp"
#include "base/parallel.hpp"
#include "feature/shingles.hpp"
#include "sketch/bbit.hpp"
#include "tape/words.hpp"
#include "wirecopy/signatures.hpp"

namespace wirecopy {

namespace {

constexpr std::size_t articles_a_range = 64;
// A block is signed when it has either; a story of 3 kB is some 600 words.
constexpr std::size_t block_articles = 2048;
constexpr std::size_t block_text_bytes = std::size_t{8} << 20U;

// How many different numbers there are, in a third of the time of sorting them.
class DistinctCounter {
public:
    std::uint32_t count(std::span<const std::uint64_t> numbers) {
        const auto size = std::bit_ceil(2 * numbers.size() + 2);
        slots_.assign(size, 0);
        std::uint32_t different = 0;
        bool has_zero = false;
        for (const auto number : numbers) {
            if (number == 0) {
                has_zero = true;
                continue;
            }
            auto slot = number & (size - 1);
            while (slots_[slot] != 0 && slots_[slot] != number) {
                slot = (slot + 1) & (size - 1);
            }
            different += slots_[slot] == 0 ? 1U : 0U;
            slots_[slot] = number;
        }
        return different + (has_zero ? 1U : 0U);
    }

private:
    std::vector<std::uint64_t> slots_;
};

}  // namespace

struct CorpusSigner::State {
    State(const SignatureParameters& parameters, ByteSink sink, unsigned most_threads)
        : sketcher(parameters),
          writer(parameters, std::move(sink)),
          threads(most_threads),
          word_count(sketch::packed_words(parameters.slots, parameters.bits)) {}

    void sign_range(std::size_t begin, std::size_t end) {
        const auto& parameters = sketcher.parameters();
        tape::WordScanner scanner;
        DistinctCounter counter;
        std::vector<std::uint64_t> shingles;
        std::vector<std::uint32_t> slots(parameters.slots);
        for (auto i = begin; i < end; ++i) {
            const auto hashes = scanner.scan(texts[i]).hashes;
            if (parameters.unit == ShingleUnit::word) {
                feature::word_shingles(hashes, parameters.width, shingles);
            } else {
                feature::char_shingles(texts[i], parameters.width, shingles);
            }
            block[i].word_hash = base::hash_bytes(
                {reinterpret_cast<const char*>(hashes.data()), hashes.size_bytes()});
            block[i].shingle_count = counter.count(shingles);
            sketcher.sign(shingles, slots);
            sketch::pack(slots, parameters.bits,
                         std::span(words).subspan(i * word_count, word_count));
        }
    }

    void sign_block() {
        words.resize(block.size() * word_count);
        base::for_ranges(block.size(), articles_a_range, threads,
                         [&](std::size_t begin, std::size_t end) { sign_range(begin, end); });
        for (std::size_t i = 0; i < block.size(); ++i) {
            writer.write(block[i], std::span(words).subspan(i * word_count, word_count));
            wordless += block[i].shingle_count == 0 ? 1U : 0U;
        }
        articles += block.size();
        block.clear();
        texts.clear();
        text_bytes = 0;
    }

    Sketcher sketcher;
    SignatureWriter writer;
    unsigned threads;
    std::size_t word_count;
    // The block that is gathered, and its texts.
    std::vector<SignedArticle> block;
    std::vector<std::string> texts;
    std::size_t text_bytes = 0;
    std::vector<std::uint32_t> words;
    std::uint64_t articles = 0;
    std::uint64_t wordless = 0;
};

CorpusSigner::CorpusSigner(const SignatureParameters& parameters, ByteSink sink, unsigned threads)
    : state_(std::make_unique<State>(parameters, std::move(sink), threads)) {}
CorpusSigner::~CorpusSigner() = default;
CorpusSigner::CorpusSigner(CorpusSigner&&) noexcept = default;
CorpusSigner& CorpusSigner::operator=(CorpusSigner&&) noexcept = default;

void CorpusSigner::add(Article&& article) {
    auto& state = *state_;
    state.text_bytes += article.text.size();
    state.texts.push_back(std::move(article.text));
    state.block.push_back({.id = std::move(article.id),
                           .source = std::move(article.source),
                           .date = std::move(article.date)});
    if (state.block.size() == block_articles || state.text_bytes >= block_text_bytes) {
        state.sign_block();
    }
}

void CorpusSigner::finish() {
    state_->sign_block();
    state_->writer.finish();
}

std::uint64_t CorpusSigner::articles() const noexcept {
    return state_->articles;
}

std::uint64_t CorpusSigner::wordless() const noexcept {
    return state_->wordless;
}

}  // namespace wirecopy
