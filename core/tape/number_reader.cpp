#include "tape/number_reader.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "tape/lexicon.hpp"
#include "tape/unicode.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {

namespace {

// Behind digits without a space: ordinals of eight languages, decades, and units short enough to
// be written so. Any other ending makes the word a name of something ("F16", "covid19", "4x4").
constexpr std::array<std::string_view, 36> silent_endings{
    "st",  "nd", "rd", "th",  "s",  "er", "re", "e",  "eme", "ème", "nde", "de",
    "ste", "o",  "a",  "º",   "ª",  "km", "kg", "cm", "mm",  "am",  "pm",  "mph",
    "kph", "ft", "lb", "lbs", "kw", "mw", "gw", "gb", "mb",  "km²", "pc",  "bps"};

constexpr std::size_t most_digits = 19;  // what 64 bits hold

// "3百万亿" has three. Without an end the exponent of a page of scales would pass 32 bits.
constexpr std::size_t most_scales = 4;

// Whether a cardinal goes on a number: twenty-five, two hundred five, soixante-dix.
bool adds(std::uint64_t current, std::uint64_t value) noexcept {
    const auto rest = current % 100;
    return current == 0 || (rest >= 20 && rest % 10 == 0 && value < 10) ||
           (rest == 0 && value < 100) || ((rest == 60 || rest == 80) && value < 20);
}

bool is_gap(std::uint16_t gap, std::uint16_t wanted) noexcept {
    return gap == wanted;
}

bool is_scale(const NumberWord& word) noexcept {
    return word.kind == WordKind::scale || word.kind == WordKind::bare_scale;
}

std::optional<Said> with_cardinal(Said said, std::uint64_t value, Language language) noexcept {
    const bool is_four_twenties = language == Language::french && said.current == 4 && value == 20;
    if (!is_four_twenties && !adds(said.current, value)) {
        return std::nullopt;
    }
    const std::uint64_t more = is_four_twenties ? 76 : value;
    const auto room = std::numeric_limits<std::uint64_t>::max() - said.total - said.current;
    return more <= room ? std::optional(Said{said.total, said.current + more}) : std::nullopt;
}

std::optional<Said> with_scale(Said said, const NumberWord& scale) noexcept {
    if (said.total == 0 && said.current == 0) {
        if (scale.kind == WordKind::scale) {
            return std::nullopt;
        }
        said.current = 1;
    }
    const bool scales_all = said.current == 0;
    std::uint64_t scaled = scales_all ? said.total : said.current;
    if (__builtin_mul_overflow(scaled, scale.value, &scaled)) {
        return std::nullopt;
    }
    if (scales_all) {
        return Said{scaled, 0};
    }
    std::uint64_t sum = 0;
    if (__builtin_add_overflow(said.total, scaled, &sum)) {
        return std::nullopt;
    }
    return scale.value >= 1000 ? Said{sum, 0} : Said{said.total, scaled};
}

}  // namespace

NumberReader::Digits NumberReader::digits_of(std::size_t at) const {
    const auto word = bytes_of(at);
    Digits digits;
    std::size_t read = 0;
    while (read < word.size()) {
        const auto point = code_point_at(word, read);
        const int value = digit_value(point.value);
        if (value < 0 || digits.count > most_digits) {
            break;
        }
        digits.value = digits.value * 10 + static_cast<std::uint64_t>(value);
        ++digits.count;
        read += point.length_bytes;
    }
    digits.ending = word.substr(read);
    return digits;
}

std::optional<std::uint32_t> NumberReader::small_number(std::size_t at,
                                                        std::size_t digit_limit) const {
    if (at >= tokens_.size() || (tokens_[at].shape & shape_digit) == 0) {
        return std::nullopt;
    }
    const auto digits = digits_of(at);
    const bool is_ordinal = std::find(silent_endings.begin(), silent_endings.begin() + 17,
                                      digits.ending) != silent_endings.begin() + 17;
    if (digits.count == 0 || digits.count > digit_limit ||
        (!digits.ending.empty() && !is_ordinal)) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(digits.value);
}

std::optional<NumberMatch> NumberReader::number_at(std::size_t at) const {
    const auto& token = tokens_[at];
    if ((token.shape & shape_digit) != 0) {
        return from_digits(at);
    }
    if (token.number_word == 0 && (token.role & role_article) == 0) [[likely]] {
        return std::nullopt;
    }
    const auto* word = number_word(at);
    return word != nullptr && word->kind == WordKind::hundredths ? from_share(at) : from_words(at);
}

bool NumberReader::groups(std::uint16_t gap) const noexcept {
    const auto marks = table_.thousands_marks;
    const auto has = [&](char mark) { return marks.find(mark) != std::string_view::npos; };
    return (is_gap(gap, gap_comma) && has(',')) || (is_gap(gap, gap_full_stop) && has('.')) ||
           (is_gap(gap, gap_space) && has(' ')) || (is_gap(gap, gap_apostrophe) && has('\'')) ||
           is_gap(gap, gap_fixed_space | gap_space);
}

std::optional<NumberMatch> NumberReader::from_digits(std::size_t at) const {
    auto digits = digits_of(at);
    if (digits.count == 0 || digits.count > most_digits) {
        return std::nullopt;
    }
    std::uint64_t value = digits.value;
    std::size_t count = digits.count;
    std::int32_t exponent = 0;
    std::size_t next = at + 1;
    const auto more = [&] {
        return digits.ending.empty() && next < tokens_.size() &&
               (tokens_[next].shape & shape_digit) != 0;
    };
    while (count + 3 <= most_digits && digits.count <= 3 && more() && groups(tokens_[next].gap)) {
        const auto group = digits_of(next);
        if (group.count != 3) {
            break;
        }
        value = value * 1000 + group.value;
        count += 3;
        digits = group;
        ++next;
    }
    // A comma between digits is the decimal mark only where the language says so; a full stop also
    // elsewhere, when it groups nothing.
    const auto is_decimal_gap = [&](std::uint16_t gap) {
        return is_gap(gap, gap_full_stop) || (is_gap(gap, gap_comma) && table_.decimal_mark == ',');
    };
    const bool goes_on_before = is_gap(tokens_[at].gap, gap_full_stop);  // the 2 of 1.2.3
    if (more() && !goes_on_before && is_decimal_gap(tokens_[next].gap)) {
        const auto decimals = digits_of(next);
        const bool goes_on = next + 1 < tokens_.size() && decimals.ending.empty() &&
                             is_gap(tokens_[next + 1].gap, gap_full_stop) &&
                             (tokens_[next + 1].shape & shape_digit) != 0;  // 1.2.3: no decimal
        if (!goes_on && count + decimals.count <= most_digits) {
            for (std::size_t i = 0; i < decimals.count; ++i) {
                value *= 10;
                --exponent;
            }
            value += decimals.value;
            digits = decimals;
            ++next;
        }
    }
    NumberMatch match{normalised(value, exponent), next - at, tokens_[next - 1].end};
    if (!takes_ending(digits.ending, match)) {
        return std::nullopt;
    }
    take_scales(at, match);
    take_percent(at, match);
    return match;
}

bool NumberReader::takes_ending(std::string_view ending, NumberMatch& match) const {
    if (ending.empty() ||
        std::find(silent_endings.begin(), silent_endings.end(), ending) != silent_endings.end()) {
        return true;
    }
    std::string folded;
    append_folded(ending, folded);
    for (const auto& word : table_.number_words) {
        const bool may_touch = is_scale(word) || word.kind == WordKind::attached_scale;
        if (may_touch && word.word == folded) {
            const auto scaled = multiplied(match.value, word.value);
            match.value = scaled.value_or(match.value);
            return scaled.has_value();
        }
    }
    return std::find(silent_endings.begin(), silent_endings.end(), folded) != silent_endings.end();
}

bool NumberReader::follows_closely(std::size_t at) const noexcept {
    if (at >= tokens_.size() || (tokens_[at].flags & term_sentence_start) != 0) {
        return false;
    }
    const auto gap = tokens_[at].gap;
    return gap == 0 || gap == gap_space || gap == gap_hyphen || gap == (gap_space | gap_newline) ||
           gap == (gap_fixed_space | gap_space);
}

void NumberReader::take_scales(std::size_t at, NumberMatch& match) const {
    std::size_t scales_left = most_scales;
    for (auto next = at + match.token_count; scales_left > 0 && follows_closely(next); ++next) {
        const auto* word = number_word(next);
        // A hundred multiplies words only: "50 cents" are coins.
        const bool scales = word != nullptr && word->value != 100 && is_scale(*word);
        const auto scaled = scales ? multiplied(match.value, word->value) : std::nullopt;
        if (!scaled) {
            break;
        }
        match = {*scaled, match.token_count + 1, tokens_[next].end};
        --scales_left;
    }
    // "15万", "3.2亿": scales of scripts without spaces touch the digits.
    for (std::size_t end = match.end; scales_left > 0 && end < text_.size(); --scales_left) {
        const auto point = code_point_at(text_, end);
        const auto scale =
            std::find_if(cjk_scales.begin(), cjk_scales.end(),
                         [&](const CharacterScale& s) { return s.character == point.value; });
        const auto scaled =
            scale != cjk_scales.end() ? multiplied(match.value, scale->value) : std::nullopt;
        if (!scaled) {
            break;
        }
        end += point.length_bytes;
        match.value = *scaled;
        match.end = static_cast<std::uint32_t>(end);
    }
}

void NumberReader::take_percent(std::size_t at, NumberMatch& match) const {
    const std::size_t next = at + match.token_count;
    if (!follows_closely(next)) {
        return;
    }
    const auto& phrase = table_.percent_phrase;
    if (const auto* word = number_word(next); word != nullptr && word->kind == WordKind::percent) {
        match.token_count += 1;
        match.end = tokens_[next].end;
    } else if (!phrase.first.empty() && bytes_of(next) == phrase.first &&
               follows_closely(next + 1) && bytes_of(next + 1) == phrase.second) {
        match.token_count += 2;
        match.end = tokens_[next + 1].end;
    }
}

// "two hundred AND five", "treinta Y cinco": joins only a greater number to a lesser one.
bool NumberReader::links(std::size_t at, const Said& said) const {
    const auto* next = number_word(at + 1);
    return said.total + said.current > 0 && !table_.number_link.empty() &&
           bytes_of(at) == table_.number_link && next != nullptr &&
           next->kind == WordKind::cardinal && follows_closely(at + 1) &&
           adds(said.current, next->value);
}

std::optional<Said> NumberReader::continued(const Said& said, const NumberWord& word) const {
    if (word.kind == WordKind::cardinal) {
        return with_cardinal(said, word.value, table_.language);
    }
    return is_scale(word) ? with_scale(said, word) : std::nullopt;
}

// "two AND A HALF thousand", "two million AND A HALF", "dos millones Y MEDIO": half of the scale
// said before, else of one, where an article or a scale beside it says that the half belongs to the
// number and not to what is counted ("two and half of them").
void NumberReader::take_half(std::size_t at, const Said& said, NumberMatch& match) const {
    auto next = at + match.token_count;
    if (!follows_closely(next) || table_.number_link.empty() ||
        bytes_of(next) != table_.number_link) {
        return;
    }
    ++next;
    const bool has_article = follows_closely(next) && (tokens_[next].role & role_article) != 0;
    next += has_article ? 1U : 0U;
    const auto* half = number_word(next);
    if (half == nullptr || half->kind != WordKind::hundredths || !follows_closely(next)) {
        return;
    }
    const auto* last = number_word(at + match.token_count - 1);
    const auto* behind = follows_closely(next + 1) ? number_word(next + 1) : nullptr;
    const bool is_behind_scale = last != nullptr && is_scale(*last) && last->value % 2 == 0;
    const bool stands_before_scale = behind != nullptr && is_scale(*behind);
    if (!is_behind_scale && !has_article && !stands_before_scale) {
        return;
    }
    std::uint64_t tenths = 0;
    const std::uint64_t unit = is_behind_scale ? last->value : 1;
    if (__builtin_mul_overflow(said.total + said.current, 10, &tenths) ||
        __builtin_add_overflow(tenths, unit * 5, &tenths)) {
        return;
    }
    match = {normalised(tenths, -1), next + 1 - at, tokens_[next].end};
    if (!is_behind_scale) {
        take_scales(at, match);
    }
}

// Ends before the word that would pass 64 bits. What is read here is taken but for a word or two,
// or the tokens of a long number would be read again from each of them.
std::optional<NumberMatch> NumberReader::from_words(std::size_t at) const {
    Said said;
    std::size_t next = at;
    std::size_t taken = at;  // behind the last token that belongs to the number
    if ((tokens_[at].role & role_article) != 0) {
        const auto* scale = number_word(at + 1);
        if (scale == nullptr || !follows_closely(at + 1) || !is_scale(*scale)) {
            return std::nullopt;
        }
        said.current = 1;
        ++next;
    }
    for (; next == at || follows_closely(next); ++next) {
        const auto* word = number_word(next);
        if (word == nullptr) {
            if (!links(next, said)) {
                break;
            }
            continue;
        }
        const auto longer = continued(said, *word);
        if (!longer) {
            break;
        }
        said = *longer;
        taken = next + 1;
    }
    if (taken == at) {
        return std::nullopt;
    }
    NumberMatch match{normalised(said.total + said.current, 0), taken - at, tokens_[taken - 1].end};
    take_half(at, said, match);
    take_percent(at, match);
    return match;
}

// "half a million", "anderthalb Millionen".
std::optional<NumberMatch> NumberReader::from_share(std::size_t at) const {
    std::size_t scale_at = at + 1;
    if (follows_closely(scale_at) && (tokens_[scale_at].role & role_article) != 0) {
        ++scale_at;
    }
    const auto* share = number_word(at);
    const auto* scale = number_word(scale_at);
    if (share == nullptr || scale == nullptr || !follows_closely(scale_at) || !is_scale(*scale)) {
        return std::nullopt;
    }
    const auto value = multiplied(normalised(share->value, -2), scale->value);
    if (!value) {
        return std::nullopt;
    }
    return NumberMatch{*value, scale_at + 1 - at, tokens_[scale_at].end};
}

}  // namespace wirecopy::tape
