#include <gtest/gtest.h>

#include <string>

#include "wirecopy/read.hpp"

namespace wirecopy {
namespace {

Article article(std::string id, std::string text) {
    Article made;
    made.id = std::move(id);
    made.text = std::move(text);
    return made;
}

TEST(ArticleCheck, ArticlesThatReadersAcceptHaveNoProblem) {
    ArticleCheck check;
    EXPECT_FALSE(check.problem(article("a", "Gr\u00fc\u00dfe"), 0));
    EXPECT_FALSE(check.problem(article("b", "Gr\u00fc\u00dfe"), 1));
}

TEST(ArticleCheck, EveryFieldIsHeldToUtf8WithoutNulBytes) {
    ArticleCheck check;
    EXPECT_EQ(check.problem(article("a", "ab\xff"), 0), "invalid UTF-8 at byte 2 of text");
    EXPECT_EQ(check.problem(article(std::string("a\0b", 3), "ab"), 0), "NUL byte at byte 1 of id");
    auto dated = article("a", "ab");
    dated.date = "\xc3";
    EXPECT_EQ(check.problem(dated, 0), "invalid UTF-8 at byte 0 of date");
}

TEST(ArticleCheck, ArticlesWithoutTextOrIdAreNone) {
    ArticleCheck check;
    EXPECT_EQ(check.problem(article("a", " \n\t"), 0), "empty article: no text but white space");
    EXPECT_EQ(check.problem(article("", "ab"), 0), "empty id");
}

TEST(ArticleCheck, AnIdThatComesAgainNamesTheFirst) {
    ArticleCheck check;
    EXPECT_TRUE(check.problem(article("a", ""), 3));  // takes no id
    EXPECT_FALSE(check.problem(article("a", "ab"), 7));
    EXPECT_EQ(check.problem(article("a", "cd"), 8), "duplicate id, first that of article 7");
    EXPECT_EQ(check.problem(article("a", "cd"), 9), "duplicate id, first that of article 7");
}

}  // namespace
}  // namespace wirecopy
