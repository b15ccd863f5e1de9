// Tape: an article as a row of terms with flags and places, and as its plain words.
//
//   in      the text of one article, UTF-8
//   out     terms (32-bit hashes of folded stems, numbers by value, dates, names), each with
//           flags and the bytes it stands for; the hashes of the plain words, in order
//   cost    one pass, about .2 GB/s of English on one core (bench/micro); 13 bytes a term and
//           8 a word
//   error   two different terms share a hash once in 4 billion pairs (core/tape/README.md)
//
// Every view that finds rewrites is made of terms; every view that finds copies, of plain words.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace wirecopy {

/// What shingles, by which copies are found, are runs of.
enum class ShingleUnit : std::uint8_t {
    word,       ///< plain words: runs of `\w`, case folded
    character,  ///< code points of the folded plain words with one space between them
};

/// What is known of a term where it stands. A term may carry several.
enum TermFlag : std::uint8_t {
    term_name = 1U << 0U,            ///< capitalised inside a sentence, or known from one
    term_number = 1U << 1U,          ///< a number by its value: 1.8 billion is 1,800 million
    term_date = 1U << 2U,            ///< a day of the year, a month or a weekday
    term_quoted = 1U << 3U,          ///< inside quotation marks
    term_sentence_start = 1U << 4U,  ///< the first of its sentence
    term_lead = 1U << 5U,            ///< among the first sixty that are not stop words
    term_stop_word = 1U << 6U,       ///< a function word of the guessed language
    term_run = 1U << 7U,             ///< a run of names as one; stands behind its single names
};

/// Bytes [begin, end) of the article's text.
struct Place {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Place&, const Place&) = default;
};

struct Tape {
    std::vector<std::uint32_t> terms;
    std::vector<std::uint8_t> flags;   ///< one a term, of TermFlag
    std::vector<Place> places;         ///< one a term
    std::vector<std::uint64_t> words;  ///< plain words: `\w+`, case folded (core/tape/words.hpp)
    std::string_view language;         ///< "english", ...; empty when none was recognised

    [[nodiscard]] std::size_t size() const noexcept { return terms.size(); }
};

/// Makes tapes. Keeps buffers and a cache of stems (1 MB) between calls, which never change an
/// answer: one object a thread, any number of texts.
class TapeBuilder {
public:
    TapeBuilder();
    ~TapeBuilder();
    TapeBuilder(TapeBuilder&&) noexcept;
    TapeBuilder& operator=(TapeBuilder&&) noexcept;

    /// Bytes that are not UTF-8 separate words. Throws Error{input} at 4 GiB of text.
    [[nodiscard]] Tape build(std::string_view text);
    /// The same into a tape whose memory is used again.
    void build(std::string_view text, Tape& tape);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace wirecopy
