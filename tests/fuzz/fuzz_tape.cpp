// From any bytes to words, shingles and a tape: words are those of the slow twin with every
// instruction set, places lie inside the text, and a builder that has seen other texts makes the
// same tape as a fresh one; furniture lies in order. The first byte
// chooses where the text is cut for the earlier one.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/simd.hpp"
#include "feature/shingles.hpp"
#include "fuzz/expect.hpp"
#include "oracle/feature_windows.hpp"
#include "tape/furniture.hpp"
#include "tape/mask.hpp"
#include "tape/word_hash.hpp"
#include "tape/words.hpp"
#include "wirecopy/tape.hpp"

namespace {

using wirecopy::fuzz::expect;
namespace oracle = wirecopy::oracle;

void compare_words(std::string_view text, const std::vector<oracle::PlainWord>& expected) {
    static wirecopy::tape::WordScanner scanner;
    const auto words = scanner.scan(text);
    expect(words.size() == expected.size(), "as many words as the oracle finds");
    for (std::size_t i = 0; i < expected.size(); ++i) {
        expect(words.places[i].begin == expected[i].begin,
               "the word starts where the oracle's does");
        expect(words.places[i].end == expected[i].end, "the word ends where the oracle's does");
        expect(words.hashes[i] == wirecopy::tape::hash_word(expected[i].folded), "the same hash");
    }
}

void compare_tapes(const wirecopy::Tape& a, const wirecopy::Tape& b) {
    expect(a.terms == b.terms && a.flags == b.flags && a.places == b.places && a.words == b.words &&
               a.language == b.language,
           "the same tape from every builder");
}

void expect_sound(const wirecopy::Tape& tape, std::string_view text) {
    expect(tape.flags.size() == tape.size() && tape.places.size() == tape.size(), "one of each");
    expect(text.empty() ? tape.size() == 0 : tape.size() <= 2 * text.size(),
           "terms come from bytes");
    std::uint32_t last_begin = 0;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const auto [begin, end] = tape.places[i];
        expect(begin < end && end <= text.size(), "places lie in the text");
        if ((tape.flags[i] & wirecopy::term_run) == 0) {
            expect(begin >= last_begin, "places ascend");
            last_begin = begin;
        }
    }
}

void expect_sound_furniture(const wirecopy::Tape& tape, std::string_view text) {
    const auto furniture = wirecopy::tape::read_furniture(text, tape);
    std::uint32_t last_end = 0;
    for (const auto& place : furniture) {
        expect(last_end <= place.begin && place.begin < place.end && place.end <= text.size(),
               "furniture is in order and apart");
        last_end = place.end;
    }
    const auto rest = wirecopy::tape::without(text, tape, furniture);
    expect(rest.size() <= tape.size() && rest.words.size() <= tape.words.size(),
           "what is left is a part");
}

void compare_shingles(std::string_view text, const std::vector<oracle::PlainWord>& words,
                      const wirecopy::Tape& tape, std::size_t width) {
    const auto positions = [&](std::size_t items) {
        return items == 0 ? 0 : items < width ? 1 : items - width + 1;
    };
    std::vector<std::uint64_t> shingles;
    wirecopy::feature::word_shingles(tape.words, width, shingles);
    expect(shingles.size() == positions(words.size()), "a word shingle a position");
    const auto characters = oracle::folded_characters(text);
    wirecopy::feature::char_shingles(text, width, shingles);
    expect(shingles.size() == positions(characters.size()), "a character shingle a position");
    wirecopy::feature::make_set(shingles);
    expect(std::is_sorted(shingles.begin(), shingles.end()), "a set ascends");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto words = oracle::plain_words(text);
    static const auto instruction_sets = wirecopy::base::simd_names();
    static wirecopy::TapeBuilder used;
    // What `used` has seen: everything before, and a part of this text.
    static_cast<void>(used.build(text.substr(text.size() * data[0] / 256)));
    const auto tape = used.build(text);
    expect_sound(tape, text);
    expect_sound_furniture(tape, text);
    for (const auto& name : instruction_sets) {
        wirecopy::base::force_simd(name);
        compare_words(text, words);
        compare_tapes(used.build(text), tape);
    }
    wirecopy::base::force_simd("");
    // A fresh builder clears a megabyte: one for every few inputs.
    if (data[0] % 16 == 0) {
        compare_tapes(wirecopy::TapeBuilder().build(text), tape);
    }
    compare_shingles(text, words, tape, 1U + data[0] % 7U);
    return 0;
}
