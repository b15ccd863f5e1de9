#include "read/json_grammar.hpp"

#include <gtest/gtest.h>

#include <array>
#include <nlohmann/json.hpp>

#include "base/hash.hpp"
#include "read/utf8_check.hpp"

namespace wirecopy::read {
namespace {

std::string fault_of(std::string_view text) {
    const auto fault = find_json_fault(text);
    return fault ? std::to_string(fault->at) + " " + std::string(fault->what) : "";
}

TEST(JsonGrammar, AcceptsEveryKindOfValue) {
    for (const auto* text : {"{}", "[]", " [ ] ", "{\"a\":{}}", "[1,-0,0.5,1e9,-1.5E-3]", "true",
                             "false", "null", "\"\"", "\"\\u00e9\\n\\\\\"",
                             "\t{\"a\" : [ {} , [] ]}\r\n", "123456789012345678901234567890"}) {
        EXPECT_EQ(fault_of(text), "") << text;
    }
}

TEST(JsonGrammar, NamesThePlaceAndWhatIsExpected) {
    EXPECT_EQ(fault_of(""), "0 a value is expected here");
    EXPECT_EQ(fault_of("{\"a\":}"), "5 a value is expected here");
    EXPECT_EQ(fault_of("{\"a\":1,}"), "7 a field name in quotes is expected here");
    EXPECT_EQ(fault_of("{\"a\" 1}"), "5 ':' is expected here");
    EXPECT_EQ(fault_of("{\"a\":1 \"b\":2}"), "7 ',' or '}' is expected here");
    EXPECT_EQ(fault_of("[1 2]"), "3 ',' or ']' is expected here");
    EXPECT_EQ(fault_of("[1}"), "2 ',' or ']' is expected here");
    EXPECT_EQ(fault_of("{\"a\":\"b"), "5 the string that opens here is never closed");
    EXPECT_EQ(fault_of("\"a\\q\""), "3 no such escape");
    EXPECT_EQ(fault_of("\"\\u12g4\""), "2 \\u needs four hexadecimal digits");
    EXPECT_EQ(fault_of("\"a\nb\""), "2 a control character must be written as an escape");
    EXPECT_EQ(fault_of("01"), "1 nothing more is expected here");
    EXPECT_EQ(fault_of("1."), "2 a digit is expected here");
    EXPECT_EQ(fault_of("1e+"), "3 a digit is expected here");
    EXPECT_EQ(fault_of("{} {}"), "3 nothing more is expected here");
}

TEST(JsonGrammar, FindsTheEndOfAValueInsideALine) {
    JsonFault fault;
    EXPECT_EQ(json_value_end("{\"a\": [1, {\"b\": 2}] , \"c\"", 6, fault), 19U);
    EXPECT_EQ(json_value_end("x12,", 1, fault), 3U);
}

TEST(JsonGrammar, RefusesDeepNestingWithoutRecursing) {
    EXPECT_EQ(fault_of(std::string(1000, '[') + std::string(1000, ']')), "");
    EXPECT_EQ(fault_of(std::string(2000000, '[')),
              "1000 values are nested deeper than 1000 levels");
}

TEST(JsonGrammar, AgreesWithAnotherParserOnMutatedValues) {
    base::Random random(29);
    constexpr std::array pieces = {
        "{", "}",  "[",    "]",         ",",     ":",      "\"a\"", "\"\\n\"", "1",     "-",
        "0", ".5", "e",    "+2",        "true",  "null",   "\"",    "\\",      "\\u00", "e9",
        " ", "\n", "fals", "{\"a\":1}", "[1,2]", "\"b\":", "\x01",  "東",      "{}",    "[]"};
    std::size_t accepted = 0;
    for (int round = 0; round < 60000; ++round) {
        std::string text;
        for (auto count = random.below(7); count > 0; --count) {
            text += pieces[random.below(pieces.size())];
        }
        if (random.below(2) == 0) {
            text = "{\"a\":" + text + "}";
        }
        const bool ours = !find_json_fault(text);
        ASSERT_EQ(ours, nlohmann::json::accept(text)) << text;
        accepted += ours ? 1 : 0;
    }
    EXPECT_GT(accepted, 1000U) << "too few good values to mean anything";
}

}  // namespace
}  // namespace wirecopy::read
