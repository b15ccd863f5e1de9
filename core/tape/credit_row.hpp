// Credit row: an article as the credit reader walks it, word by word in both directions.
//
//   in      a text and its tape
//   out     its single terms in order, what stands between them, what each can do; the words at
//           which a look for outlets pays
//   cost    about 3 ns a word that is no stop word, 1 ns for one that is
//
// Words are looked up when they are asked for: most are never near an outlet.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tape/credit_lexicon.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

/// A word that may belong to an outlet's name or stand for one.
struct Trigger {
    std::uint32_t at;        ///< its index in the row
    const CreditWord* word;  ///< null for what only looks like a station's call sign
};

/// WABC, KTLA, KCTV5: the stations of the United States.
[[nodiscard]] bool is_call_sign(std::string_view word) noexcept;

class CreditRow {
public:
    /// The text and the tape must outlive the row.
    CreditRow(std::string_view text, const Tape& tape);

    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(entries_.size());
    }
    [[nodiscard]] bool is_english() const noexcept { return is_english_; }
    [[nodiscard]] const std::vector<Trigger>& triggers() const noexcept { return triggers_; }

    [[nodiscard]] Place place(std::uint32_t i) const noexcept { return tape_.places[entries_[i]]; }
    [[nodiscard]] std::string_view bytes(std::uint32_t i) const noexcept {
        const auto at = place(i);
        return text_.substr(at.begin, at.end - at.begin);
    }
    [[nodiscard]] std::uint64_t hash(std::uint32_t i) const {
        const auto at = place(i);
        return hash_credit_word(text_, at.begin, at.end);
    }
    [[nodiscard]] Cues cues(std::uint32_t i) const { return cues_of(lexicon_.find(hash(i))); }
    [[nodiscard]] Cues cues_of(const CreditWord* word) const noexcept {
        return word == nullptr ? 0 : word->cues[is_english_ ? 0 : 1];
    }
    [[nodiscard]] std::uint8_t flags(std::uint32_t i) const noexcept {
        return tape_.flags[entries_[i]];
    }
    /// True behind the last word too.
    [[nodiscard]] bool starts_sentence(std::uint32_t i) const noexcept {
        return i >= size() || (flags(i) & term_sentence_start) != 0;
    }
    [[nodiscard]] bool is_date(std::uint32_t i) const noexcept {
        return (flags(i) & (term_date | term_number)) != 0;
    }
    [[nodiscard]] bool is_capital(std::uint32_t i) const noexcept;
    [[nodiscard]] bool is_all_caps(std::uint32_t i) const noexcept;

    /// What stands between word i - 1 and word i, the s of a possessive with it; before the first
    /// word and behind the last, all that is there.
    [[nodiscard]] std::string_view gap(std::uint32_t i) const noexcept {
        const std::uint32_t begin = i == 0 ? 0 : place(i - 1).end;
        const auto end = i < size() ? place(i).begin : static_cast<std::uint32_t>(text_.size());
        return begin < end ? text_.substr(begin, end - begin) : std::string_view();
    }

    /// Sentences are counted from 0.
    [[nodiscard]] std::uint32_t sentence_of(std::uint32_t i) const noexcept;
    [[nodiscard]] std::uint32_t sentence_count() const noexcept {
        return static_cast<std::uint32_t>(sentences_.size());
    }
    [[nodiscard]] std::uint32_t sentence_begin(std::uint32_t sentence) const noexcept {
        return sentences_[sentence];
    }
    [[nodiscard]] std::uint32_t sentence_end(std::uint32_t sentence) const noexcept {
        return sentence + 1 < sentences_.size() ? sentences_[sentence + 1] : size();
    }

private:
    [[nodiscard]] std::uint32_t may_open(Place place) const noexcept;
    void add_trigger(std::uint32_t at);

    std::string_view text_;
    const Tape& tape_;
    const CreditLexicon& lexicon_;
    bool is_english_;
    std::vector<std::uint32_t> entries_;    // of the tape, without its runs
    std::vector<std::uint32_t> sentences_;  // the first word of each
    std::vector<Trigger> triggers_;
};

}  // namespace wirecopy::tape
