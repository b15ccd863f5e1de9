#include "feature/day.hpp"

#include <gtest/gtest.h>

namespace wirecopy::feature {
namespace {

constexpr std::int32_t august_19_2013 = 15936;

TEST(Day, ReadsWhatFeedsWrite) {
    for (const auto* date :
         {"2013-08-19", "2013-08-19T13:59:58-04:00", "2013/8/19", "20130819", "20130819135958",
          "19 Aug 2013", "19 August 2013", "19-AUG-2013 13:30:41.59", "Mon, 19 Aug 2013 13:00:00",
          "August 19, 2013", "Aug. 19, 2013", "Monday, August 19, 2013", "1376913600",
          "1376913600000"}) {
        EXPECT_EQ(parse_day(date), august_19_2013) << date;
    }
}

TEST(Day, IsUnknownWhereNobodyCanTell) {
    for (const auto* date :
         {"", "None", "3/4/2013", "2013", "2013-13-01", "2013-02-30", "Monday", "19 Foo 2013",
          "yesterday at noon", "99999999999999999999", "12345678901", "0000-00-00"}) {
        EXPECT_FALSE(parse_day(date).has_value()) << date;
    }
}

TEST(Day, CountsFrom1970) {
    EXPECT_EQ(parse_day("1970-01-01"), 0);
    EXPECT_EQ(parse_day("1969-12-31"), -1);
    EXPECT_EQ(parse_day("2-JUN-1987 23:39:39.70").value_or(0), 6361);
}

}  // namespace
}  // namespace wirecopy::feature
