// Day: the day of publication as a number, from what feeds write as a date.
//
//   in      "2013-08-19...", "2013/8/19", "20130819", "19 Aug 2013", "19-AUG-1987 13:30",
//           "Mon, 19 Aug 2013 ...", "August 19, 2013", seconds or milliseconds since 1970
//   out     days since 1970-01-01; nothing for what is none of these
//   cost    about 50 ns
//   error   the time of day and its zone are not looked at: up to a day off

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace wirecopy::feature {

[[nodiscard]] std::optional<std::int32_t> parse_day(std::string_view date) noexcept;

}  // namespace wirecopy::feature
