#include "tape/name_shapes.hpp"

#include <string_view>

namespace wirecopy::tape {

namespace {

constexpr std::uint32_t longest_name_words = 7;

constexpr Cues ends_a_name = cue_told | cue_cite | cue_report | cue_say | cue_attribute |
                             cue_opens_furniture | cue_byline | cue_relative;
constexpr Cues may_stand_beside = ends_a_name | cue_filler | cue_article | cue_adverb | cue_link;
constexpr Cues any_outlet_word = cue_outlet_word | cue_weak_outlet_word;

// Whether the word goes on with the one before it as names do.
bool continues(const CreditRow& row, std::uint32_t i) noexcept {
    if (row.starts_sentence(i)) {
        return false;
    }
    const auto gap = row.gap(i);
    return gap == " " || gap == "-" || gap == " & ";
}

OutletKind kind_of(Cues cues, std::string_view last_word) noexcept {
    if ((cues & cue_agency) != 0 || last_word == "Wire" || last_word == "Press") {
        return OutletKind::agency;
    }
    const bool is_broadcaster = last_word == "Radio" || last_word == "TV" ||
                                last_word == "Television" || last_word == "Broadcasting";
    return is_broadcaster ? OutletKind::broadcaster : OutletKind::paper;
}

// "Star Wars", "the Journal of Dams".
bool is_followed_by_name(const CreditRow& row, std::uint32_t last) {
    const auto next = last + 1;
    if (row.starts_sentence(next) || row.gap(next) != " ") {
        return false;
    }
    return row.bytes(next) == "of" ||
           (row.is_capital(next) && !row.is_date(next) && (row.cues(next) & may_stand_beside) == 0);
}

// "Journal Sentinel", "Post-Gazette".
std::uint32_t last_of_name(const CreditRow& row, std::uint32_t at) {
    auto last = at;
    while (continues(row, last + 1) && row.is_capital(last + 1) &&
           (row.gap(last + 1) == "-" || (row.cues(last + 1) & any_outlet_word) != 0)) {
        ++last;
    }
    return last;
}

std::uint32_t first_of_name(const CreditRow& row, std::uint32_t at, std::uint32_t last) {
    const auto may_open = [&](std::uint32_t i) {
        return row.is_capital(i) && (row.flags(i) & (term_stop_word | term_date)) == 0 &&
               (row.cues(i) & ends_a_name) == 0;
    };
    auto first = at;
    while (first > 0 && last - first + 1 < longest_name_words && continues(row, first) &&
           may_open(first - 1)) {
        --first;
    }
    return first;
}

// "South Korean TV", "a Kansas City TV station".
bool is_kind_of_station(const CreditRow& row, std::uint32_t first, std::uint32_t last) {
    if (!row.starts_sentence(last + 1) && (row.cues(last + 1) & cue_network) != 0) {
        return true;
    }
    for (auto i = first; i < last; ++i) {
        if ((row.cues(i) & cue_filler) == 0 && row.bytes(i) != "North" && row.bytes(i) != "South") {
            return false;
        }
    }
    return true;
}

// Whether words [first, last], which hold the outlet word at `at`, can be nothing else.
bool names_an_outlet(const CreditRow& row, std::uint32_t first, std::uint32_t at,
                     std::uint32_t last) {
    bool has_strong_word = false;
    for (auto i = first; i <= last; ++i) {
        const auto cues = row.cues(i);
        has_strong_word = has_strong_word || ((cues & cue_outlet_word) != 0 && i >= at);
        if ((cues & cue_no_outlet) != 0) {
            return false;
        }
    }
    if ((row.cues(last) & cue_agency) != 0) {  // or an agency of a state
        return (row.cues(last - 1) & any_outlet_word) != 0;
    }
    return has_strong_word || is_behind_the(row, first);
}

// One word, or a name with an article: two plain words are as often a reporter.
std::optional<NameShape> first_reporter(const CreditRow& row, std::uint32_t first,
                                        std::uint32_t last, bool has_article) {
    if ((first != last && !has_article) || last - first >= longest_name_words ||
        is_followed_by_name(row, last)) {
        return std::nullopt;
    }
    for (auto i = first; i <= last; ++i) {
        if (!is_name_part(row, i) || (row.cues(i) & (cue_no_outlet | cue_no_source)) != 0) {
            return std::nullopt;
        }
    }
    return NameShape{first, last, OutletKind::site};
}

std::optional<NameShape> reporter_behind(const CreditRow& row, std::uint32_t by) {
    auto first = by + 1;
    while (!row.starts_sentence(first) && !row.is_capital(first) &&
           (row.cues(first) & (cue_article | cue_filler)) != 0) {
        ++first;
    }
    if (row.starts_sentence(first)) {
        return std::nullopt;
    }
    auto last = first;
    while (continues(row, last + 1) && is_name_part(row, last + 1)) {
        ++last;
    }
    return first_reporter(row, first, last, first > by + 1);
}

}  // namespace

std::optional<NameShape> shape_at(const CreditRow& row, std::uint32_t at) {
    const auto last = last_of_name(row, at);
    if (is_followed_by_name(row, last)) {
        return std::nullopt;
    }
    const auto first = first_of_name(row, at, last);
    const auto kind = kind_of(row.cues(last), row.bytes(last));
    if (first == last) {
        const bool stands_for_a_name = kind == OutletKind::paper && row.bytes(at) != "News";
        return stands_for_a_name ? std::optional(NameShape{at, at, kind}) : std::nullopt;
    }
    if ((kind == OutletKind::broadcaster && is_kind_of_station(row, first, last)) ||
        !names_an_outlet(row, first, at, last)) {
        return std::nullopt;
    }
    return NameShape{first, last, kind};
}

std::optional<NameShape> first_reporter_at(const CreditRow& row, std::uint32_t at) {
    if (at == 0 || row.starts_sentence(at) || (row.cues(at - 1) & cue_first) == 0) {
        return std::nullopt;
    }
    if (!row.starts_sentence(at + 1) && row.bytes(at + 1) == "by") {
        return reporter_behind(row, at + 1);
    }
    // Anybody may have first broken a silence.
    if (row.bytes(at) != "reported" || at < 2 || row.starts_sentence(at - 1) ||
        row.gap(at - 1) != " ") {
        return std::nullopt;
    }
    const auto last = at - 2;
    auto first = last;
    while (first > 0 && continues(row, first) && is_name_part(row, first - 1)) {
        --first;
    }
    return first_reporter(row, first, last, is_behind_the(row, first));
}

bool is_name_part(const CreditRow& row, std::uint32_t i) {
    return row.is_capital(i) && !row.is_date(i) && (row.flags(i) & term_stop_word) == 0 &&
           (row.cues(i) & may_stand_beside) == 0;
}

bool is_behind_the(const CreditRow& row, std::uint32_t i) {
    if (i == 0 || row.starts_sentence(i)) {
        return false;
    }
    const auto before = row.bytes(i - 1);
    return before == "the" || before == "The" || before == "THE";
}

}  // namespace wirecopy::tape
