#include "tape/date_reader.hpp"

#include "tape/lexicon.hpp"
#include "tape/unicode.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

namespace {

bool is_date(std::uint32_t month, std::uint32_t day) noexcept {
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool is_year(std::uint32_t value) noexcept {
    return value >= 1000 && value < 3000;
}

}  // namespace

std::uint32_t DateReader::month_at(std::size_t at) const noexcept {
    const auto* word = numbers_.number_word(at);
    if (word == nullptr || word->kind != WordKind::month) {
        return 0;
    }
    const auto& token = tokens_[at];
    if (table_.language != Language::english) {
        return static_cast<std::uint32_t>(word->value);
    }
    // English months have a capital; "May" and "March" at the start of a sentence are more often
    // the verbs unless a day or a year follows.
    const bool is_verb_too = word->word == "may" || word->word == "march";
    const bool at_start = (token.flags & term_sentence_start) != 0;
    const bool is_month = (token.shape & shape_capital) != 0 &&
                          (!is_verb_too || !at_start || numbers_.small_number(at + 1, 4));
    return is_month ? static_cast<std::uint32_t>(word->value) : 0;
}

std::uint32_t DateReader::weekday_at(std::size_t at) const noexcept {
    const auto* word = numbers_.number_word(at);
    const bool is_weekday =
        word != nullptr && word->kind == WordKind::weekday &&
        (table_.language != Language::english || (tokens_[at].shape & shape_capital) != 0);
    return is_weekday ? static_cast<std::uint32_t>(word->value) : 0;
}

std::optional<DateMatch> DateReader::date_at(std::size_t at) const {
    if ((tokens_[at].shape & shape_digit) == 0) {
        return tokens_[at].number_word == 0 ? std::nullopt : month_first(at);
    }
    if (auto found = figure(at)) {
        return found;
    }
    if (auto found = day_first(at)) {
        return found;
    }
    return east_asian(at);
}

// Three numbers joined by the same mark.
std::optional<DateMatch> DateReader::figure(std::size_t at) const {
    if (at + 2 >= tokens_.size() || tokens_[at + 1].gap != tokens_[at + 2].gap) {
        return std::nullopt;
    }
    const auto mark = tokens_[at + 1].gap;
    const auto first = numbers_.small_number(at, 4);
    const auto second = numbers_.small_number(at + 1, 2);
    const auto third = numbers_.small_number(at + 2, 4);
    if (!first || !second || !third) {
        return std::nullopt;
    }
    DateMatch match{.token_count = 3, .end = tokens_[at + 2].end};
    const bool year_first = is_year(*first) && *third <= 31;
    if (year_first && (mark == gap_hyphen || mark == gap_slash || mark == gap_full_stop)) {
        match.year = *first;
        match.month = *second;
        match.day = *third;
    } else if (is_year(*third) &&
               (mark == gap_full_stop || mark == gap_slash || mark == gap_hyphen)) {
        // 10/25/2024 in English unless it cannot be; 25.10.2024 elsewhere.
        const bool month_comes_first =
            (table_.language == Language::english && mark != gap_full_stop && *first <= 12) ||
            *second > 12;
        match.year = *third;
        match.month = month_comes_first ? *first : *second;
        match.day = month_comes_first ? *second : *first;
    }
    return is_date(match.month, match.day) ? std::optional(match) : std::nullopt;
}

std::optional<DateMatch> DateReader::day_first(std::size_t at) const {
    const auto day = numbers_.small_number(at, 2);
    std::size_t month_token = at + 1;
    if (!day || month_token >= tokens_.size()) {
        return std::nullopt;
    }
    const auto joins = [&](std::size_t token) {
        return token < tokens_.size() &&
               (tokens_[token].gap &
                ~(gap_space | gap_full_stop | gap_fixed_space | gap_newline | gap_hyphen)) == 0 &&
               (tokens_[token].flags & term_sentence_start) == 0;
    };
    // "25 de octubre", "25th of October".
    constexpr std::uint8_t link = role_stop_word | role_name_particle;
    if (joins(month_token) && month_at(month_token) == 0 &&
        (tokens_[month_token].role & link) == link) {
        ++month_token;
    }
    if (!joins(month_token)) {
        return std::nullopt;
    }
    const auto month = month_at(month_token);
    if (!is_date(month, *day)) {
        return std::nullopt;
    }
    return DateMatch{.month = month,
                     .day = *day,
                     .token_count = month_token + 1 - at,
                     .end = tokens_[month_token].end};
}

std::optional<DateMatch> DateReader::month_first(std::size_t at) const {
    const auto month = month_at(at);
    if (month == 0) {
        return std::nullopt;
    }
    DateMatch match{.month = month, .token_count = 1, .end = tokens_[at].end};
    // "Oct. 25" and "October 25", but not "October. 25 people" nor "October 2.5".
    const auto day = numbers_.small_number(at + 1, 2);
    if (day && is_date(month, *day) && (tokens_[at + 1].flags & term_sentence_start) == 0 &&
        (tokens_[at + 1].gap & ~(gap_space | gap_full_stop | gap_fixed_space)) == 0) {
        const auto number = numbers_.number_at(at + 1);
        const bool alone = number && number->value == normalised(*day, 0);
        if (alone) {
            match.day = *day;
            match.token_count = 2;
            match.end = tokens_[at + 1].end;
        }
    }
    return match;
}

// "10月25日"; the characters between the digits have tokens of their own.
std::optional<DateMatch> DateReader::east_asian(std::size_t at) const {
    constexpr std::string_view month_sign = "月";
    constexpr std::string_view day_signs[] = {"日", "号", "號"};
    const auto month = numbers_.small_number(at, 2);
    if (!month || at + 2 >= tokens_.size() ||
        !text_.substr(tokens_[at].end).starts_with(month_sign)) {
        return std::nullopt;
    }
    const auto day = numbers_.small_number(at + 2, 2);
    if (!day || tokens_[at + 2].begin != tokens_[at].end + month_sign.size() ||
        !is_date(*month, *day)) {
        return std::nullopt;
    }
    for (const auto sign : day_signs) {
        if (text_.substr(tokens_[at + 2].end).starts_with(sign)) {
            return DateMatch{.month = *month,
                             .day = *day,
                             .token_count = 3,
                             .end = tokens_[at + 2].end + static_cast<std::uint32_t>(sign.size())};
        }
    }
    return std::nullopt;
}

}  // namespace wirecopy::tape
