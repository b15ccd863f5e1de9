#include "tape/tokens.hpp"

#include <string>

#include "tape/gaps.hpp"
#include "tape/unicode.hpp"
#include "tape/word_hash.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

namespace {

std::uint8_t shape_beyond_ascii(std::string_view word) {
    const auto first = code_point_at(word, 0);
    if (class_of(first.value) == CharClass::unspaced) {
        return shape_unspaced;
    }
    const bool is_single = first.length_bytes == word.size();
    const auto shape = static_cast<std::uint8_t>(is_single ? shape_letter : 0);
    if (digit_value(first.value) >= 0) {
        return shape_digit;
    }
    const auto letter_case = case_of(first.value);
    if (letter_case == LetterCase::lower) {
        return shape | shape_lower;
    }
    if (letter_case == LetterCase::none) {
        return shape;
    }
    bool all_caps = first.length_bytes < word.size();
    for (std::size_t at = first.length_bytes; all_caps && at < word.size();) {
        const auto point = code_point_at(word, at);
        all_caps = case_of(point.value) != LetterCase::lower;
        at += point.length_bytes;
    }
    return shape | (all_caps ? shape_capital | shape_all_caps : shape_capital);
}

std::uint8_t shape_of(std::string_view word) {
    const auto first = static_cast<unsigned char>(word[0]);
    if (first >= 'a' && first <= 'z') {
        return word.size() == 1 ? shape_lower | shape_letter : shape_lower;
    }
    if (first >= 0x80U) {
        return shape_beyond_ascii(word);
    }
    if (first >= '0' && first <= '9') {
        return shape_digit;
    }
    if (first == '_') {
        return 0;
    }
    if (word.size() == 1) {
        return shape_capital | shape_letter;
    }
    for (const char byte : word.substr(1)) {
        if ((byte >= 'a' && byte <= 'z') || static_cast<unsigned char>(byte) >= 0x80U) {
            return shape_capital;
        }
    }
    return shape_capital | shape_all_caps;
}

constexpr bool is_initial(std::uint8_t shape) noexcept {
    constexpr std::uint8_t initial = shape_letter | shape_capital;
    return (shape & initial) == initial;
}

// Reads the words of one text in order.
class TokenReader {
public:
    TokenReader(std::string_view text, const Words& words, Language language, Lexicon& lexicon,
                std::vector<Token>& tokens)
        : text_(text),
          words_(words),
          language_(language),
          lexicon_(lexicon),
          gaps_(text),
          tokens_(tokens) {}

    void read() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            // The token is filled in where it will stay: a copy of what was just written in pieces
            // costs more than all the rest of the token (40 % of this pass, measured).
            constexpr std::size_t ahead = 12;
            if (i + ahead < words_.size()) {
                lexicon_.prefetch(words_.hashes[i + ahead], language_);
            }
            const auto place = words_.places[i];
            auto& token = tokens_[count_];
            token.word = words_.hashes[i];
            token.begin = place.begin;
            token.end = place.end;
            token.gap = gaps_.read(read_to_, place.begin);
            token.number_word = 0;
            token.flags = 0;
            token.role = 0;
            token.shape = shape_of(bytes_of(token));
            read_to_ = place.end;
            if (token.shape == shape_lower) [[likely]] {
                add(token);
            } else if (joins_initials(token)) {
                i = join_initials(i);
            } else if ((token.shape & shape_unspaced) != 0) {
                add_unspaced(i, token);
            } else if (!is_possessive(token)) {
                add(token);
            }
        }
        tokens_.resize(count_);
    }

private:
    [[nodiscard]] std::string_view bytes_of(const Token& token) const noexcept {
        return text_.substr(token.begin, token.end - token.begin);
    }

    void add(Token& token) {
        const auto& entry = lexicon_.look_up(token.word, bytes_of(token), language_);
        token.term = entry.term;
        token.number_word = entry.number_word;
        token.role = entry.role;
        if ((entry.role & role_stop_word) != 0) {
            token.flags = term_stop_word;
        }
        finish(token);
    }

    void finish(Token& token) {
        if (gaps_.inside_quotation()) {
            token.flags |= term_quoted;
        }
        if (starts_sentence(token)) {
            token.flags |= term_sentence_start;
        }
        ++count_;
    }

    [[nodiscard]] bool starts_sentence(const Token& token) const noexcept {
        if (count_ == 0 || (token.gap & gap_paragraph) != 0) [[unlikely]] {
            return true;
        }
        constexpr std::uint16_t stops = gap_newline | gap_terminal | gap_full_stop;
        if ((token.gap & stops) == 0 || (token.shape & shape_lower) != 0) {
            return false;
        }
        if ((token.gap & (gap_newline | gap_terminal)) != 0) {
            return true;
        }
        if ((token.gap & (gap_space | gap_quote)) == 0) {
            return false;  // "3.5", "example.org"
        }
        const auto& before = tokens_[count_ - 1];
        if ((before.shape & shape_initials) != 0) {
            return (token.role & role_stop_word) != 0;  // "the U.S. The" but "the U.S. Army"
        }
        // "25. Oktober": an ordinal, where months follow days.
        const bool is_ordinal = (before.shape & shape_digit) != 0 && is_month(token);
        const bool is_abbreviation =
            (before.role & role_abbreviation) != 0 ||
            ((before.role & role_counted) != 0 && (token.shape & shape_digit) != 0);
        return !is_initial(before.shape) && !is_ordinal && !is_abbreviation;
    }

    [[nodiscard]] bool is_month(const Token& token) const noexcept {
        return token.number_word != 0 &&
               table_of(language_).number_words[token.number_word - 1U].kind == WordKind::month;
    }

    // The s of "Musk's" and of "Musk’s" says nothing.
    [[nodiscard]] bool is_possessive(const Token& token) const noexcept {
        return token.gap == gap_apostrophe && (token.shape & shape_letter) != 0 &&
               (text_[token.begin] == 's' || text_[token.begin] == 'S') && count_ != 0;
    }

    // "U.S." and "J.K.": single capitals joined by full stops without spaces.
    [[nodiscard]] bool joins_initials(const Token& token) const noexcept {
        if (token.gap != gap_full_stop || !is_initial(token.shape) || count_ == 0) {
            return false;
        }
        const auto& before = tokens_[count_ - 1];
        return before.end + 1 == token.begin && is_initial(before.shape);
    }

    // Joins the words from `first` on to the token before them, as far as they are initials too:
    // at once, since each look at what is joined so far costs its length. Returns the last.
    [[nodiscard]] std::size_t join_initials(std::size_t first) {
        auto& joined = tokens_[count_ - 1];
        std::size_t last = first;
        while (last + 1 < words_.size() &&
               continues_initials(words_.places[last], words_.places[last + 1])) {
            ++last;
        }
        joined.end = words_.places[last].end;
        read_to_ = joined.end;
        joined.shape = shape_capital | shape_all_caps | shape_initials;
        letters_.clear();
        for (const char byte : bytes_of(joined)) {
            if (byte != '.') {
                letters_ += byte;
            }
        }
        folded_.clear();
        append_folded(letters_, folded_);
        joined.word = hash_word(folded_);
        const auto& entry = lexicon_.look_up(joined.word, letters_, language_);
        joined.term = entry.term;
        joined.number_word = 0;
        joined.role = 0;
        joined.flags &= static_cast<std::uint8_t>(~term_stop_word);
        if ((entry.role & role_stop_word) != 0) {  // "I.T." is not "it"
            joined.term = make_term(TermKind::acronym, joined.word);
        }
        return last;
    }

    [[nodiscard]] bool continues_initials(WordPlace before, WordPlace place) const {
        return before.end + 1 == place.begin && text_[before.end] == '.' &&
               is_initial(shape_of(text_.substr(place.begin, place.end - place.begin)));
    }

    // A letter and the next one are one term; a letter alone is one too; the last letter of
    // a stretch is in the term before it.
    void add_unspaced(std::size_t i, Token& token) {
        const auto touches = [&](std::size_t word) {
            return words_.places[word].begin == words_.places[word - 1].end;
        };
        const auto is_unspaced = [&](std::size_t word) {
            const auto place = words_.places[word];
            return class_of(code_point_at(text_, place.begin).value) == CharClass::unspaced;
        };
        if (i + 1 < words_.size() && touches(i + 1) && is_unspaced(i + 1)) {
            token.term = make_term(TermKind::bigram, token.word, words_.hashes[i + 1]);
            token.end = words_.places[i + 1].end;
        } else if (i > 0 && touches(i) && is_unspaced(i - 1)) {
            return;
        } else {
            token.term = make_term(TermKind::bigram, token.word);
        }
        finish(token);
    }

    std::string_view text_;
    const Words& words_;
    Language language_;
    Lexicon& lexicon_;
    GapReader gaps_;
    std::vector<Token>& tokens_;
    std::size_t count_ = 0;  // tokens that are complete; the next one is being filled in
    std::uint32_t read_to_ = 0;
    std::string letters_;
    std::string folded_;
};

}  // namespace

void read_tokens(std::string_view text, const Words& words, Language language, Lexicon& lexicon,
                 std::vector<Token>& tokens) {
    tokens.resize(words.size());
    TokenReader(text, words, language, lexicon, tokens).read();
}

}  // namespace wirecopy::tape
