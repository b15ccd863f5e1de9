#include "read/article_sink.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "read/articles.hpp"

namespace wirecopy::read {
namespace {

class ArticleSinkTest : public testing::Test {
protected:
    static Article article(std::string id, std::string text) {
        Article made;
        made.id = std::move(id);
        made.text = std::move(text);
        return made;
    }

    std::vector<Article> accepted;
    std::vector<Rejected> rejected;
    Accept accept = [this](Article&& one) { accepted.push_back(std::move(one)); };
    Reject reject = [this](Rejected&& one) { rejected.push_back(std::move(one)); };
    ArticleSink sink{accept, reject};
};

TEST_F(ArticleSinkTest, PassesOnTheFirstOfTwoArticlesWithOneId) {
    sink.enter_source("a.jsonl");
    sink.deliver(article("x", "first"), 1);
    sink.enter_source("b.csv");
    sink.deliver(article("x", "second"), 9);
    ASSERT_EQ(accepted.size(), 1U);
    EXPECT_EQ(accepted[0].text, "first");
    ASSERT_EQ(rejected.size(), 1U);
    EXPECT_EQ(rejected[0].source, "b.csv");
    EXPECT_EQ(rejected[0].line, 9U);
    EXPECT_EQ(rejected[0].id, "x");
    EXPECT_EQ(rejected[0].reason, "duplicate id, first seen in a.jsonl, line 1");
}

TEST_F(ArticleSinkTest, NamesOnlyTheFileWhenTheFirstWasAWholeFile) {
    sink.enter_source("a.txt");
    sink.deliver(article("a.txt", "first"), 0);
    sink.deliver(article("a.txt", "second"), 0);
    ASSERT_EQ(rejected.size(), 1U);
    EXPECT_EQ(rejected[0].reason, "duplicate id, first seen in a.txt");
}

TEST_F(ArticleSinkTest, AnEmptyArticleDoesNotClaimItsId) {
    sink.enter_source("a.jsonl");
    sink.deliver(article("x", " \n\u00a0"), 1);
    sink.deliver(article("x", "text"), 2);
    EXPECT_EQ(accepted.size(), 1U);
    ASSERT_EQ(rejected.size(), 1U);
    EXPECT_EQ(rejected[0].reason, "empty article: no text but white space");
}

}  // namespace
}  // namespace wirecopy::read
