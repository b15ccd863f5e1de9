#include "engine/copy_signing.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "feature/shingles.hpp"
#include "tape/words.hpp"

namespace wirecopy::engine {

namespace {

// Texts are signed by the megabyte or by the block.
constexpr std::size_t most_text_bytes = std::size_t{1} << 20U;
constexpr std::string_view signing_stage = "signatures";

SignatureParameters parameters_of(const CopyOptions& options) {
    SignatureParameters parameters;
    parameters.method = options.method;
    parameters.slots = options.slots;
    parameters.seed = options.seed;
    parameters.width = options.width_words;
    return parameters;
}

std::uint64_t key_of(std::span<const std::string> texts) {
    std::uint64_t key = texts.size();
    for (const auto& text : texts) {
        key = base::hash_bytes(text, key);
    }
    return key;
}

}  // namespace

CopySigning::Block::Block(std::size_t slots_an_article, base::KeptMemory* memory)
    : allocator(memory),
      slot_count(articles_a_block * slots_an_article),
      slots(allocator.allocate(slot_count)),
      word_hashes(articles_a_block),
      is_wordless(articles_a_block) {}

CopySigning::Block::~Block() {
    allocator.deallocate(slots, slot_count);
}

CopySigning::CopySigning(const CopyOptions& options, base::KeptMemory* memory)
    : options_(options),
      memory_(memory),
      sketcher_(parameters_of(options)),
      background_(options.threads) {}

void CopySigning::add(std::string&& text) {
    if (size_ % articles_a_block == 0) {
        hand_over();
        blocks_.push_back(std::make_unique<Block>(options_.slots, memory_));
    }
    text_bytes_ += text.size();
    texts_.push_back(std::move(text));
    ++size_;
    if (text_bytes_ >= most_text_bytes) {
        hand_over();
    }
}

void CopySigning::finish() {
    hand_over();
    background_.wait();
}

void CopySigning::hand_over() {
    if (texts_.empty()) {
        return;
    }
    const auto batch = std::make_shared<Batch>();
    batch->first = (size_ - texts_.size()) % articles_a_block;
    batch->block = blocks_.back().get();
    batch->texts = std::exchange(texts_, {});
    text_bytes_ = 0;
    if (kept_ == nullptr) {
        background_.run([this, batch] { sign(*batch); });
        return;
    }
    // Looked for on this thread, so that what is of other articles ends the run before anything of
    // these is kept.
    batch->number = keys_.size();
    batch->key = key_of(batch->texts);
    keys_.push_back(batch->key);
    if (!read(*batch)) {
        background_.run([this, batch] {
            sign(*batch);
            write(*batch);
        });
    }
}

void CopySigning::sign(const Batch& batch) const {
    tape::WordScanner scanner;
    std::vector<std::uint64_t> shingles;
    auto& block = *batch.block;
    const auto slots = slots_of(batch);
    for (std::size_t i = 0; i < batch.texts.size(); ++i) {
        const auto words = scanner.scan(batch.texts[i]).hashes;
        feature::word_shingles(words, options_.width_words, shingles);
        sketcher_.sign(shingles, slots.subspan(i * options_.slots, options_.slots));
        block.word_hashes[batch.first + i] =
            base::hash_bytes({reinterpret_cast<const char*>(words.data()), words.size_bytes()});
        block.is_wordless[batch.first + i] = words.empty() ? 1 : 0;
    }
}

std::span<std::uint32_t> CopySigning::slots_of(const Batch& batch) const {
    return {batch.block->slots + batch.first * options_.slots, batch.texts.size() * options_.slots};
}

bool CopySigning::read(const Batch& batch) const {
    const auto bytes = kept_->read(signing_stage, batch.number, batch.key);
    if (!bytes) {
        return false;
    }
    BytesIn in(*bytes);
    std::vector<std::uint64_t> word_hashes;
    std::vector<std::uint8_t> is_wordless;
    std::vector<std::uint32_t> slots;
    in.take_all(word_hashes);
    in.take_all(is_wordless);
    in.take_all(slots);
    const auto place = slots_of(batch);
    if (!in.is_whole() || word_hashes.size() != batch.texts.size() ||
        is_wordless.size() != batch.texts.size() || slots.size() != place.size()) {
        return false;
    }
    const auto at = static_cast<std::ptrdiff_t>(batch.first);
    std::ranges::copy(word_hashes, batch.block->word_hashes.begin() + at);
    std::ranges::copy(is_wordless, batch.block->is_wordless.begin() + at);
    std::ranges::copy(slots, place.begin());
    return true;
}

void CopySigning::write(const Batch& batch) const {
    const auto part = [&](const auto& of_block) {
        return std::span(of_block).subspan(batch.first, batch.texts.size());
    };
    BytesOut out;
    out.add_all(part(batch.block->word_hashes));
    out.add_all(part(batch.block->is_wordless));
    out.add_all(slots_of(batch));
    kept_->write(signing_stage, batch.number, batch.key, out.bytes());
}

std::uint64_t CopySigning::texts_key() const {
    return base::hash_bytes(
        {reinterpret_cast<const char*>(keys_.data()), keys_.size() * sizeof(std::uint64_t)});
}

std::vector<const std::uint32_t*> CopySigning::slots() const {
    std::vector<const std::uint32_t*> slots;
    slots.reserve(blocks_.size());
    for (const auto& block : blocks_) {
        slots.push_back(block->slots);
    }
    return slots;
}

std::vector<std::uint64_t> CopySigning::take_word_hashes() {
    std::vector<std::uint64_t> hashes;
    hashes.reserve(blocks_.size() * articles_a_block);
    for (const auto& block : blocks_) {
        hashes.insert(hashes.end(), block->word_hashes.begin(), block->word_hashes.end());
        std::vector<std::uint64_t>().swap(block->word_hashes);
    }
    hashes.resize(size_);
    return hashes;
}

std::vector<std::uint8_t> CopySigning::take_wordless() {
    std::vector<std::uint8_t> wordless;
    wordless.reserve(blocks_.size() * articles_a_block);
    for (const auto& block : blocks_) {
        wordless.insert(wordless.end(), block->is_wordless.begin(), block->is_wordless.end());
        std::vector<std::uint8_t>().swap(block->is_wordless);
    }
    wordless.resize(size_);
    return wordless;
}

}  // namespace wirecopy::engine
