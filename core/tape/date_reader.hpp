// Date reader: days of the year and months, in the orders that eight languages and ISO 8601 write.
//
//   in      tokens of one article, a place among them
//   out     the month and day that start there, the tokens they take, and the year where it is
//           part of the same figure (2024-10-25); a year that stands apart is a number
//
// "Oct. 25", "October 25th", "25 October", "25. Oktober", "25 de octubre", "25 октября",
// "2024-10-25", "25.10.2024", "10/25/2024", "10月25日".

#pragma once

#include <optional>
#include <string_view>

#include "tape/number_reader.hpp"

namespace wirecopy::tape {

struct DateMatch {
    std::uint32_t month = 0;
    std::uint32_t day = 0;   ///< 0: the month as a whole
    std::uint32_t year = 0;  ///< 0: not part of the figure
    std::size_t token_count = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t term() const noexcept {
        return make_term(TermKind::date, std::uint64_t{month} * 32U + day);
    }
};

class DateReader {
public:
    DateReader(std::string_view text, const LanguageTable& table, std::span<const Token> tokens,
               const NumberReader& numbers)
        : text_(text), table_(table), tokens_(tokens), numbers_(numbers) {}

    [[nodiscard]] std::optional<DateMatch> date_at(std::size_t at) const;

    /// 1, Monday, to 7; 0 when the token is no weekday.
    [[nodiscard]] std::uint32_t weekday_at(std::size_t at) const noexcept;

private:
    [[nodiscard]] std::uint32_t month_at(std::size_t at) const noexcept;
    [[nodiscard]] std::optional<DateMatch> figure(std::size_t at) const;
    [[nodiscard]] std::optional<DateMatch> day_first(std::size_t at) const;
    [[nodiscard]] std::optional<DateMatch> month_first(std::size_t at) const;
    [[nodiscard]] std::optional<DateMatch> east_asian(std::size_t at) const;

    std::string_view text_;
    const LanguageTable& table_;
    std::span<const Token> tokens_;
    const NumberReader& numbers_;
};

}  // namespace wirecopy::tape
