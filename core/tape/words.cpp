#include "tape/words.hpp"

#include <bit>
#include <cstring>
#include <limits>

#include "base/hash.hpp"
#include "tape/unicode.hpp"
#include "tape/word_hash.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::tape {

namespace {

// Buffers only grow: shrinking and growing again would clear memory at every text.
template <typename Value>
void make_room(std::vector<Value>& buffer, std::size_t size) {
    if (buffer.size() < size) {
        buffer.resize(size);
    }
}

constexpr std::uint64_t bit(std::size_t position) noexcept {
    return std::uint64_t{1} << position;
}

// Completes the masks of blocks that hold bytes beyond ASCII. Word bytes become ones in `word`;
// `splits` marks where a word starts right behind another one, as every Han character does.
class BeyondAscii {
public:
    BeyondAscii(std::string_view text, std::span<const BlockMasks> masks)
        : text_(text), masks_(masks) {}

    struct Block {
        std::uint64_t word;
        std::uint64_t splits;
    };

    // Whether the block needs complete() at all: bytes beyond ASCII in it, or a character of
    // a script without spaces that ends where it begins.
    [[nodiscard]] bool concerns(std::size_t block) const noexcept {
        return masks_[block].beyond_ascii != 0 || unspaced_end_ >= block * block_bytes;
    }

    // Requires: blocks in order; `after_word`: the byte before the block is a word byte.
    [[nodiscard]] Block complete(std::size_t block, bool after_word) noexcept {
        const std::size_t base = block * block_bytes;
        Block made{masks_[block].word | overflow_, 0};
        std::uint64_t pending = masks_[block].beyond_ascii & ~overflow_bytes_;
        overflow_ = 0;
        overflow_bytes_ = 0;
        split_ascii_behind_unspaced(base, made);
        while (pending != 0) {
            const auto at = static_cast<std::size_t>(std::countr_zero(pending));
            const bool behind = at == 0 ? after_word : (made.word & bit(at - 1)) != 0;
            const auto point = code_point_at(text_, base + at);
            pending &= ~take(base, at, point, behind, made);
        }
        return made;
    }

private:
    // Returns the bits of the block that belong to the code point.
    std::uint64_t take(std::size_t base, std::size_t at, CodePoint point, bool behind,
                       Block& made) noexcept {
        const std::uint64_t run = bit(point.length_bytes) - 1;
        const std::uint64_t here = run << at;
        const std::uint64_t next = at == 0 ? 0 : run >> (block_bytes - at);
        overflow_bytes_ = next;
        const auto kind = class_of(point.value);
        if (kind == CharClass::other || (kind == CharClass::ignorable && !behind)) {
            return here;
        }
        made.word |= here;
        overflow_ = next;
        const bool joins = kind == CharClass::mark || kind == CharClass::ignorable;
        const bool behind_unspaced = behind && unspaced_end_ == base + at;
        if (!joins && behind && (kind == CharClass::unspaced || behind_unspaced)) {
            made.splits |= bit(at);
        }
        if (kind == CharClass::unspaced || (joins && behind_unspaced)) {
            unspaced_end_ = base + at + point.length_bytes;
            split_ascii_behind_unspaced(base, made);
        }
        return here;
    }

    void split_ascii_behind_unspaced(std::size_t base, Block& made) const noexcept {
        if (unspaced_end_ < base || unspaced_end_ - base >= block_bytes || unspaced_end_ == 0) {
            return;
        }
        const std::size_t at = unspaced_end_ - base;
        made.splits |= masks_[base / block_bytes].word & bit(at);
    }

    std::string_view text_;
    std::span<const BlockMasks> masks_;
    std::uint64_t overflow_ = 0;        // word bits of the next block set by a code point of this
    std::uint64_t overflow_bytes_ = 0;  // its bytes in the next block, word or not
    std::size_t unspaced_end_ = 0;      // where the last unspaced letter ended; 0: none yet
};

}  // namespace

Words WordScanner::scan(std::string_view text) {
    if (text.size() >= std::numeric_limits<std::uint32_t>::max() - scan_padding_bytes) {
        throw Error(ErrorKind::input, "tape: a text must be shorter than 4 GiB");
    }
    make_room(lowered_, text.size() + scan_padding_bytes);
    make_room(masks_, (text.size() + block_bytes - 1) / block_bytes);
    scan_ascii(text, lowered_.data(), masks_.data());
    const std::size_t count = find_places(text);
    hash_words(text, count);
    return {{hashes_.data(), count}, {places_.data(), count}};
}

std::size_t WordScanner::find_places(std::string_view text) {
    const std::span<const BlockMasks> masks(masks_.data(),
                                            (text.size() + block_bytes - 1) / block_bytes);
    // Every byte could be an edge, and one more closes the last word.
    make_room(places_, text.size() / 2 + 2);
    auto* const first = &places_.data()->begin;
    auto* edge = first;
    bool after_word = false;
    BeyondAscii beyond(text, masks);
    for (std::size_t block = 0; block < masks.size(); ++block) {
        std::uint64_t word = masks[block].word;
        std::uint64_t splits = 0;
        if (beyond.concerns(block)) [[unlikely]] {
            const auto made = beyond.complete(block, after_word);
            word = made.word;
            splits = made.splits;
        }
        const auto base = static_cast<std::uint32_t>(block * block_bytes);
        std::uint64_t edges = (word ^ (word << 1U | std::uint64_t{after_word})) | splits;
        after_word = word >> 63U != 0;
        if (splits == 0) [[likely]] {
            for (; edges != 0; edges &= edges - 1) {
                *edge++ = base + static_cast<std::uint32_t>(std::countr_zero(edges));
            }
        } else {
            for (; edges != 0; edges &= edges - 1) {
                const auto at = static_cast<std::size_t>(std::countr_zero(edges));
                *edge++ = base + static_cast<std::uint32_t>(at);
                if ((splits & bit(at)) != 0) {  // the end of one word is the start of the next
                    *edge++ = base + static_cast<std::uint32_t>(at);
                }
            }
        }
    }
    if ((edge - first) % 2 != 0) {
        *edge++ = static_cast<std::uint32_t>(text.size());
    }
    return static_cast<std::size_t>(edge - first) / 2;
}

void WordScanner::hash_words(std::string_view text, std::size_t count) {
    make_room(hashes_, count);
    const char* const lowered = lowered_.data();
    constexpr std::uint64_t top_bits = 0x8080808080808080ULL;
    for (std::size_t i = 0; i < count; ++i) {
        const auto place = places_[i];
        const std::size_t length = place.end - place.begin;
        if (length <= short_word_bytes) [[likely]] {
            std::uint64_t low = 0;
            std::uint64_t high = 0;
            std::memcpy(&low, lowered + place.begin, 8);
            std::memcpy(&high, lowered + place.begin + 8, 8);
            low &= short_masks[length].low;
            high &= short_masks[length].high;
            if (((low | high) & top_bits) == 0) [[likely]] {
                hashes_[i] = hash_short_word(low, high);
                continue;
            }
        }
        hashes_[i] = hash_rare(text, places_[i]);
    }
}

std::uint64_t WordScanner::hash_rare(std::string_view text, WordPlace& place) {
    const std::size_t length = place.end - place.begin;
    const std::string_view lowered(lowered_.data() + place.begin, length);
    bool is_ascii = true;
    for (const char byte : lowered) {
        is_ascii = is_ascii && static_cast<unsigned char>(byte) < 0x80U;
    }
    if (is_ascii) {
        return hash_word(lowered);
    }
    const auto trimmed = without_trailing_ignorables(text.substr(place.begin, length));
    place.end = place.begin + static_cast<std::uint32_t>(trimmed.size());
    constexpr std::size_t slots = std::size_t{1} << 14U;
    folded_words_.resize(slots);
    const auto raw_hash = hash_word(lowered.substr(0, trimmed.size()));
    auto& slot = folded_words_[raw_hash % slots];
    if (slot.raw_hash != raw_hash) {
        folded_.clear();
        append_folded(trimmed, folded_);
        slot = {raw_hash, hash_word(folded_)};
    }
    return slot.hash;
}

}  // namespace wirecopy::tape
