// Furniture page: a text cut into lines and sentences, with what the judges of furniture ask of
// them.
//
//   in      a text and its tape
//   out     words with the hashes that cues are looked up by; sentences; lines
//   cost    about 6 ns a word
//
// A new line ends a line, unless the text is wrapped: then only an empty or an indented line does.
// A line ends a sentence. Blanks around sentences and lines belong to neither.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

/// What stands before a word, as far as pages use it.
enum PageGap : std::uint8_t {
    page_gap_newline = 1U << 0U,
    page_gap_paragraph = 1U << 1U,  ///< an empty line, or one that is indented
    page_gap_stop = 1U << 2U,       ///< ends a sentence
    page_gap_colon = 1U << 3U,      ///< a colon right behind the word before
    page_gap_at = 1U << 4U,         ///< touches an @: a handle, the host of an address
    page_gap_slash = 1U << 5U,
    page_gap_copyright = 1U << 6U,  ///< ©
};

struct PageWord {
    std::uint64_t hash;
    Place place;
    std::uint8_t flags;  ///< TermFlag of its term
    std::uint8_t gap;    ///< PageGap bits
};

/// Words [first, last) of a sentence or a line, and its bytes.
struct Stretch {
    Place place;
    std::uint32_t first_word;
    std::uint32_t last_word;

    [[nodiscard]] std::uint32_t size() const noexcept { return last_word - first_word; }
};

struct PageSentence : Stretch {
    std::uint32_t line;
    std::uint8_t gaps;  ///< PageGap bits of all its words
};

/// Sentences [first, last) of the page.
struct PageLine : Stretch {
    std::uint32_t first_sentence;
    std::uint32_t last_sentence;

    [[nodiscard]] std::uint32_t sentence_count() const noexcept {
        return last_sentence - first_sentence;
    }
};

struct Page {
    std::string_view text;
    bool is_english = false;
    std::vector<PageWord> words;
    std::vector<PageSentence> sentences;
    std::vector<PageLine> lines;

    [[nodiscard]] std::string_view bytes_of(Place place) const noexcept {
        return text.substr(place.begin, place.end - place.begin);
    }
};

/// The page's text is a view of `text`. Requires: `tape` was built from `text`.
[[nodiscard]] Page read_page(std::string_view text, const Tape& tape);

/// Whether a word starts with a capital letter.
[[nodiscard]] bool is_capital(const Page& page, const PageWord& word) noexcept;

/// Whether the bytes end as a sentence does, quotation marks and brackets aside.
[[nodiscard]] bool ends_with_stop(std::string_view bytes) noexcept;

}  // namespace wirecopy::tape
