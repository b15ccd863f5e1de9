#include "report/names.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "report/sample.hpp"
#include "tape/display_width.hpp"

namespace wirecopy::report {
namespace {

using Strings = std::vector<std::string>;

Strings named(const Strings& labels) {
    return names_of(labels, true);
}
Strings fitted(const Strings& names, std::size_t columns) {
    return fitted_names(names, columns, true);
}

TEST(Names, SharedFoldersAndEndingsAreLeftOut) {
    EXPECT_EQ(named({"wire/000_a.txt", "wire/001_b.txt"}), (Strings{"000_a", "001_b"}));
    EXPECT_EQ(named({"w/x/1.txt", "w/y/2.txt"}), (Strings{"x/1", "y/2"}));
    EXPECT_EQ(named({"deep/er/one.txt"}), (Strings{"one"}));
    EXPECT_EQ(named({"harbour-1", "harbour-2"}), (Strings{"harbour-1", "harbour-2"}));
    EXPECT_EQ(named({}), Strings{});
}

TEST(Names, NoLabelLosesItsLastPart) {
    EXPECT_EQ(named({"wire/", "wire/a"}), (Strings{"wire/", "wire/a"}));
    EXPECT_EQ(named({"w/.txt", "w/a.txt"}), (Strings{".txt", "a.txt"}));
    EXPECT_EQ(named({"same", "same"}), (Strings{"same", "same"}));
}

TEST(Names, ControlsNeverReachATerminal) {
    EXPECT_EQ(named({"red \x1b[31m", "tab\tbell\x07"}),
              (Strings{"red \\x1b[31m", "tab\\tbell\\x07"}));
}

TEST(Names, LongNamesAreShortenedInTheMiddle) {
    EXPECT_EQ(fitted({"000_d5d5785f356bbe4e", "short"}, 9), (Strings{"000_…be4e", "short"}));
    EXPECT_EQ(fitted_names(Strings{"000_d5d5785f356bbe4e"}, 11, false), Strings{"000_...be4e"});
    EXPECT_EQ(fitted({"平原日報平原日報"}, 9), Strings{"平原…日報"});
}

TEST(Names, NamesThatDifferInTheMiddleAreCutElsewhere) {
    EXPECT_EQ(fitted({"aaaaaaaa-1-bbbbbb", "aaaaaaaa-2-bbbbbb"}, 12),
              (Strings{"aaa…1-bbbbbb", "aaa…2-bbbbbb"}));
}

TEST(Names, NamesThatNoCutTellsApartAreNumbered) {
    const std::string same(40, 'a');
    EXPECT_EQ(fitted({same + "1" + same, same + "2" + same, same + "1" + same}, 9),
              (Strings{"aaaa…aaaa", "aaaa…aa~2", "aaaa…aaaa"}));
}

TEST(Names, NumbersGoOnWithoutAGapAndPassOverNamesThatLookNumbered) {
    Strings names{"aaaa…a~3"};
    for (int k = 100; k < 220; ++k) {
        names.push_back(std::string(40, 'a') + std::to_string(k) + std::string(40, 'a'));
    }
    const auto fits = fitted(names, 8);
    EXPECT_EQ(fits[0], "aaaa…a~3");
    EXPECT_EQ(fits[1], "aaaa…aaa");
    EXPECT_EQ(fits[2], "aaaa…a~2");
    EXPECT_EQ(fits[3], "aaaa…a~4");
    EXPECT_EQ(fits[8], "aaaa…a~9");
    EXPECT_EQ(fits[9], "aaaa…~10");
    EXPECT_EQ(fits[99], "aaaa~100");
    EXPECT_EQ(fits[120], "aaaa~121");
}

TEST(Names, DifferentLabelsStayDifferentAndFitAtAnyWidth) {
    EXPECT_TRUE(sample::holds([] {
        const auto count = *rc::gen::inRange<std::size_t>(1, 30);
        Strings labels(count);
        for (auto& label : labels) {
            label = sample::any_label();
        }
        const bool unicode = *rc::gen::arbitrary<bool>();
        const auto columns = *rc::gen::inRange<std::size_t>(8, 30);
        const auto names = fitted_names(names_of(labels, unicode), columns, unicode);
        RC_ASSERT(names.size() == count);
        RC_ASSERT(std::set<std::string>(names.begin(), names.end()).size() ==
                  std::set<std::string>(labels.begin(), labels.end()).size());
        for (const auto& name : names) {
            RC_ASSERT(tape::display_width(name) <= columns);
            RC_ASSERT(name.find_first_of("\x1b\n\t\r\x7f\xff") == std::string::npos);
        }
    }));
}

}  // namespace
}  // namespace wirecopy::report
