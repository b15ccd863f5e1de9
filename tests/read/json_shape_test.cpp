#include "read/json_shape.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace wirecopy::read {
namespace {

/// The first words of the problem with a whole input, which must not depend on how much of it
/// is seen at first.
std::string shape_of(std::string_view text) {
    const auto whole = json_shape_problem(text, true);
    // Nobody asks with less than a byte order mark.
    for (std::size_t seen = 3; seen < text.size(); ++seen) {
        const auto early = json_shape_problem(text.substr(0, seen), false);
        EXPECT_TRUE(!early || early == whole) << text.substr(0, seen);
    }
    return whole->substr(0, whole->find(':'));
}

TEST(JsonShape, OfAnObjectALineIsRight) {
    for (const auto* text :
         {"", "\n", "{}", "{\"a\":1}\n{\"a\":2}\n", "\xef\xbb\xbf\n {\"a\":[{}]}\r\n",
          "{\"a\":1} {\"a\":2}\n", "prose\n", "5\n", "[1,\n2]", "[]\n", "[", "{"}) {
        EXPECT_EQ(shape_of(text), "") << text;
    }
}

TEST(JsonShape, OfALineThatIsBrokenIsRightSinceTheNextMayBeSound) {
    for (const auto* text :
         {"{\"a\":1,\n{\"a\":1}\n", "{\"a\":\"x\n{\"a\":1}\n", "{\"a\"\n{\"b\":1}\n", "{]\n\"a\"\n",
          "[{\"a\":1}]\n{\"a\":1}\n", "[{]\n{\"a\":1}\n", "{\"a\":1,\n"}) {
        EXPECT_EQ(shape_of(text), "") << text;
    }
}

TEST(JsonShape, OfAnObjectOverLinesIsTold) {
    for (const auto* text :
         {"{\n  \"id\": 1\n}\n", "{\n}\n", "{ \"id\": 1,\r\n  \"text\": \"t\"}\n{}",
          "{\"a\": [\n{}]}", "{\"a\":\n{\"a\":1}\n", "{\"a\"\n:1}", "\n{\n\n\"a\"", "{\n\"a\":]"}) {
        EXPECT_EQ(shape_of(text), "is JSON over several lines") << text;
    }
}

TEST(JsonShape, OfAnArrayOfObjectsIsTold) {
    for (const auto* text :
         {"[{\"id\":1},{\"id\":2}]", "[{\"id\":1}]\n", "[\n  {\n", "[ {\"id\":1},\n{\"id\":2}]\n",
          "\xef\xbb\xbf [{\"a\":1", "[{\"a\":1},\n oops"}) {
        EXPECT_EQ(shape_of(text), "is a JSON array") << text;
    }
}

}  // namespace
}  // namespace wirecopy::read
