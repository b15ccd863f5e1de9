#include "feature/day.hpp"

#include <array>
#include <chrono>

namespace wirecopy::feature {

namespace {

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Numbers and words of a date one after another.
class Fields {
public:
    explicit Fields(std::string_view text) noexcept : text_(text) {}

    struct Field {
        std::int64_t number = 0;
        std::size_t digits = 0;  // 0: a word
        std::string_view word;
    };

    std::optional<Field> next() noexcept {
        while (at_ < text_.size() && !is_digit(text_[at_]) && !is_letter(text_[at_])) {
            ++at_;
        }
        if (at_ == text_.size()) {
            return std::nullopt;
        }
        Field field;
        const auto begin = at_;
        if (is_digit(text_[at_])) {
            for (; at_ < text_.size() && is_digit(text_[at_]); ++at_) {
                // More digits than any date has are no date, and must not overflow.
                if (++field.digits > 14) {
                    return std::nullopt;
                }
                field.number = field.number * 10 + (text_[at_] - '0');
            }
        } else {
            while (at_ < text_.size() && is_letter(text_[at_])) {
                ++at_;
            }
            field.word = text_.substr(begin, at_ - begin);
        }
        return field;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<std::int32_t> day_of(std::int64_t year, std::int64_t month,
                                   std::int64_t day) noexcept {
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) {
        return std::nullopt;
    }
    return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

// 1 to 12 by the first three letters; 0 for another word.
std::int64_t month_of(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
    if (word.size() < 3) {
        return 0;
    }
    for (std::size_t i = 0; i < months.size(); ++i) {
        bool same = true;
        for (std::size_t letter = 0; letter < 3; ++letter) {
            same = same && (word[letter] | 0x20) == months[i][letter];
        }
        if (same) {
            return static_cast<std::int64_t>(i) + 1;
        }
    }
    return 0;
}

std::optional<std::int32_t> from_number(std::int64_t number, std::size_t digits) noexcept {
    constexpr std::int64_t seconds_a_day = 86'400;
    switch (digits) {
        case 8:
            return day_of(number / 10'000, number / 100 % 100, number % 100);
        case 14:  // 20130819133000
            return day_of(number / 10'000'000'000, number / 100'000'000 % 100,
                          number / 1'000'000 % 100);
        case 9:
        case 10:
            return static_cast<std::int32_t>(number / seconds_a_day);
        case 12:
        case 13:
            return static_cast<std::int32_t>(number / 1000 / seconds_a_day);
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<std::int32_t> parse_day(std::string_view date) noexcept {
    Fields fields(date);
    auto first = fields.next();
    if (!first) {
        return std::nullopt;
    }
    if (first->digits > 4) {
        return from_number(first->number, first->digits);
    }
    const bool is_weekday = first->digits == 0 && month_of(first->word) == 0;
    if (is_weekday) {
        first = fields.next();
    }
    const auto second = fields.next();
    const auto third = fields.next();
    if (!first || !second || !third) {
        return std::nullopt;
    }
    if (first->digits == 4 && third->digits != 0) {
        const auto month = second->digits == 0 ? month_of(second->word) : second->number;
        return day_of(first->number, month, third->number);
    }
    if (first->digits != 0 && second->digits == 0) {
        return day_of(third->number, month_of(second->word), first->number);
    }
    if (first->digits == 0 && second->digits != 0) {
        return day_of(third->number, month_of(first->word), second->number);
    }
    return std::nullopt;  // 3/4/2013 is March or April, as nobody can tell
}

}  // namespace wirecopy::feature
