#include "read/json_reason.hpp"

#include <gtest/gtest.h>

namespace wirecopy::read {
namespace {

using namespace std::string_view_literals;

TEST(ExplainJson, AsksForTextThenForJsonThenForAnObject) {
    EXPECT_EQ(explain_json("[\xff", 0, ""), "invalid UTF-8 at byte 1");
    EXPECT_EQ(explain_json("[\0"sv, 0, ""), "NUL byte at byte 1");
    EXPECT_EQ(explain_json("xx[", 2, ""), "malformed JSON at byte 3: a value is expected here");
    EXPECT_EQ(explain_json(" [1]", 0, ""), "line is an array, not an object");
    EXPECT_EQ(explain_json("{}", 0, "some other reason"), "some other reason");
}

TEST(JsonTypeName, KnowsEveryType) {
    EXPECT_EQ(json_type_name("{"), "an object");
    EXPECT_EQ(json_type_name("["), "an array");
    EXPECT_EQ(json_type_name("\"a\""), "a string");
    EXPECT_EQ(json_type_name("true"), "a boolean");
    EXPECT_EQ(json_type_name("false"), "a boolean");
    EXPECT_EQ(json_type_name("null"), "null");
    EXPECT_EQ(json_type_name("-1"), "a number");
}

TEST(EscapeProblem, SeesNulAndHalvesOfCharacters) {
    EXPECT_EQ(escape_problem("good é", "field text"), std::nullopt);
    EXPECT_EQ(escape_problem("a\0"sv, "field text"), "NUL character (\\u0000) in field text");
    EXPECT_EQ(escape_problem("\xed\xba\xa2", "field text"), half_pair_reason);
}

}  // namespace
}  // namespace wirecopy::read
