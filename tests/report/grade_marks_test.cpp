#include "report/grade_marks.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "report/paint.hpp"

namespace wirecopy::report {
namespace {

TEST(GradeMarks, EveryGradeHasAMarkOfItsOwn) {
    std::set<char> marks;
    for (std::size_t place = 0; place < grade_names().size(); ++place) {
        marks.insert(grade_mark(static_cast<Grade>(place)));
    }
    EXPECT_EQ(marks.size(), grade_names().size());
    EXPECT_EQ(grade_mark(Grade::none), '-');
    EXPECT_EQ(grade_mark(Grade::rewrite), 'R');
}

TEST(GradeMarks, NoMarkLooksLikeAShadeOfAMap) {
    for (int step = 0; step <= 100; ++step) {
        const auto shown = shade(step / 100.0, false);
        for (const auto grade :
             {Grade::related, Grade::partial, Grade::rewrite, Grade::edited, Grade::copy}) {
            EXPECT_EQ(shown.find(grade_mark(grade)), std::string::npos);
        }
    }
}

TEST(GradeMarks, ALegendNamesTheGradesThatOccurStrongestFirst) {
    EXPECT_EQ(grade_legend({7, 2, 3, 0, 0, 1}, 80),
              "C copy, P partial (a passage), ~ related (same event)");
    EXPECT_EQ(grade_legend({7, 0, 0, 4, 1, 0}, 80), "E edited, R rewrite (same report)");
    EXPECT_EQ(grade_legend({7, 0, 0, 0, 0, 0}, 80), "");
}

TEST(GradeMarks, ALegendOfManyLinesPartsNoMarkFromItsName) {
    EXPECT_EQ(grade_legend({0, 2, 3, 4, 5, 1}, 30),
              "C copy, E edited,\n"
              "R rewrite (same report),\n"
              "P partial (a passage),\n"
              "~ related (same event)");
    EXPECT_EQ(grade_legend({0, 0, 0, 0, 5, 1}, 17), "C copy, E edited");
    EXPECT_EQ(grade_legend({0, 0, 0, 0, 5, 1}, 16), "C copy,\nE edited");
}

TEST(GradeMarks, CountsSayHowManyPairsHaveNoneToo) {
    EXPECT_EQ(counted_grades({12'345, 2, 0, 3, 0, 1}), "1 copy, 3 rewrite, 2 related, 12,345 none");
}

}  // namespace
}  // namespace wirecopy::report
