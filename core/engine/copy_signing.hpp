// Copy signing: articles that come one after the other, signed beside the thread they come on and
// forgotten but for their slots and a hash of their words.
//
//   in      texts
//   out     slots in blocks, the hash of all words of each article, and which have none
//   cost    7 us an article of 500 words; 4 bytes a slot and 9 an article. With a run that is kept
//           a hash of each text, and a file a megabyte of texts
//   error   what a Sketcher and a KeptRun throw
//
// Slots lie in a base::KeptMemory where there is a bound, and are kept, where a run is, with the
// hash of the texts they were made from, so that another process need not make them again.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/kept_memory.hpp"
#include "base/parallel.hpp"
#include "engine/kept_run.hpp"
#include "wirecopy/copies.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy::engine {

class CopySigning {
public:
    /// 512 kB of 128 slots.
    static constexpr std::size_t articles_a_block = 1024;

    /// Both outlive it; `memory` may be none.
    CopySigning(const CopyOptions& options, base::KeptMemory* memory);

    /// Before the first article: what is signed is kept, and what was kept is not signed again.
    /// `kept` outlives it.
    void keep_in(const KeptRun& kept) noexcept { kept_ = &kept; }

    /// The next article. Throws Error{option} where a kept run has another text in this place.
    void add(std::string&& text);
    /// No more come: waits until all are signed.
    void finish();

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// With a run that is kept: of all texts.
    [[nodiscard]] std::uint64_t texts_key() const;

    /// Of each block. Requires: finish() was called, as of the next.
    [[nodiscard]] std::vector<const std::uint32_t*> slots() const;
    /// Of each article; they are here no more.
    [[nodiscard]] std::vector<std::uint64_t> take_word_hashes();
    [[nodiscard]] std::vector<std::uint8_t> take_wordless();
    /// Lets the slots go.
    void clear() noexcept { blocks_.clear(); }

private:
    struct Block {
        Block(std::size_t slots_an_article, base::KeptMemory* memory);
        ~Block();
        Block(const Block&) = delete;
        Block& operator=(const Block&) = delete;

        base::KeptAllocator<std::uint32_t> allocator;
        std::size_t slot_count;
        std::uint32_t* slots;
        std::vector<std::uint64_t> word_hashes;  // of all words in order
        std::vector<std::uint8_t> is_wordless;
    };
    // Articles in a row, all of one block, that are signed and kept together.
    struct Batch {
        std::vector<std::string> texts;
        std::size_t first = 0;  // in the block
        std::size_t number = 0;
        std::uint64_t key = 0;
        Block* block = nullptr;
    };

    void hand_over();
    void sign(const Batch& batch) const;
    [[nodiscard]] std::span<std::uint32_t> slots_of(const Batch& batch) const;
    [[nodiscard]] bool read(const Batch& batch) const;
    void write(const Batch& batch) const;

    const CopyOptions& options_;
    base::KeptMemory* memory_;
    const KeptRun* kept_ = nullptr;
    Sketcher sketcher_;
    std::size_t size_ = 0;
    std::vector<std::unique_ptr<Block>> blocks_;
    std::vector<std::string> texts_;  // the last ones, not yet handed over
    std::size_t text_bytes_ = 0;
    std::vector<std::uint64_t> keys_;  // of batches, where a run is kept
    base::Background background_;      // the last to be made: its work needs the others
};

}  // namespace wirecopy::engine
