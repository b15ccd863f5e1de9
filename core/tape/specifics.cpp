#include "tape/specifics.hpp"

#include "tape/date_reader.hpp"
#include "tape/lexicon.hpp"
#include "tape/number_reader.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

namespace {

// A token made of `first` and those behind it up to `end`.
Token merged(const Token& first, std::uint32_t end, std::uint32_t term, std::uint8_t flag) {
    Token token = first;
    token.end = end;
    token.term = term;
    token.number_word = 0;
    token.role = 0;
    token.shape = shape_digit;
    token.flags =
        static_cast<std::uint8_t>((first.flags & (term_quoted | term_sentence_start)) | flag);
    return token;
}

}  // namespace

void read_specifics(std::string_view text, Language language, std::vector<Token>& tokens) {
    const auto& table = table_of(language);
    const NumberReader numbers(text, table, tokens);
    const DateReader dates(text, table, tokens, numbers);
    // Tokens only get fewer, so that the row is rewritten in place behind the reading.
    std::size_t written = 0;
    for (std::size_t at = 0; at < tokens.size();) {
        const auto& start = tokens[at];
        const bool may_start =
            ((start.shape & shape_digit) | start.number_word | (start.role & role_article)) != 0;
        if (!may_start) [[likely]] {
            if (written != at) {
                tokens[written] = start;
            }
            ++written;
            ++at;
            continue;
        }
        const auto token = start;
        if (const auto date = dates.date_at(at)) {
            if (date->year != 0) {
                const auto year = normalised(date->year, 0).term();
                tokens[written++] = merged(token, date->end, year, term_number);
            }
            tokens[written++] = merged(token, date->end, date->term(), term_date);
            at += date->token_count;
        } else if (const auto weekday = dates.weekday_at(at); weekday != 0) {
            const auto term = make_term(TermKind::weekday, weekday);
            tokens[written++] = merged(token, token.end, term, term_date);
            ++at;
        } else if (const auto number = numbers.number_at(at)) {
            tokens[written++] = merged(token, number->end, number->value.term(), term_number);
            at += number->token_count;
        } else {
            tokens[written++] = token;
            ++at;
        }
    }
    tokens.resize(written);
}

}  // namespace wirecopy::tape
