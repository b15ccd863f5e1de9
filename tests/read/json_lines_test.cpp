#include "read/json_lines.hpp"

#include <gtest/gtest.h>

#include "read/articles.hpp"
#include "read/compress.hpp"
#include "read/input.hpp"

namespace wirecopy::read {
namespace {

Corpus read_lines(std::string_view bytes, std::size_t chunk_bytes = 4096,
                  ReadOptions options = {}) {
    options.format = InputFormat::jsonl;
    return read_memory(bytes, "a.jsonl", options, chunk_bytes);
}

const std::string good = R"({"id":"a","text":"t"})";

TEST(JsonLines, SkipsBlankLinesAndCountsThem) {
    const auto corpus = read_lines("\n" + good + "\r\n \t\r\n\nbad\n");
    EXPECT_EQ(corpus.articles.size(), 1U);
    ASSERT_EQ(corpus.rejected.size(), 1U);
    EXPECT_EQ(corpus.rejected[0].line, 5U);
    EXPECT_EQ(corpus.rejected[0].source, "a.jsonl");
}

TEST(JsonLines, AnEmptyFileHasNoArticles) {
    for (const auto* bytes : {"", "\n", "\xef\xbb\xbf", "\xef\xbb\xbf\n"}) {
        const auto corpus = read_lines(bytes);
        EXPECT_TRUE(corpus.articles.empty());
        EXPECT_TRUE(corpus.rejected.empty());
    }
}

TEST(JsonLines, DropsAByteOrderMark) {
    EXPECT_EQ(read_lines("\xef\xbb\xbf" + good).articles.size(), 1U);
}

TEST(JsonLines, DropsALineOverTheLimitAndReadsTheNext) {
    ReadOptions options;
    options.limit_bytes = 30;
    const auto text = R"({"id":"b","text":")" + std::string(5000, 'x') + "\"}\n" + good + "\n";
    for (const std::size_t chunk : {7U, 100U, 100000U}) {
        const auto corpus = read_lines(text, chunk, options);
        EXPECT_EQ(corpus.articles.size(), 1U);
        ASSERT_EQ(corpus.rejected.size(), 1U);
        EXPECT_EQ(corpus.rejected[0].line, 1U);
        EXPECT_EQ(corpus.rejected[0].reason, "line is longer than the limit of 30 bytes");
    }
}

TEST(JsonLines, RejectsTheSecondOfTwoIds) {
    const auto corpus = read_lines(good + "\n" + good + "\n");
    EXPECT_EQ(corpus.articles.size(), 1U);
    ASSERT_EQ(corpus.rejected.size(), 1U);
    EXPECT_EQ(corpus.rejected[0].line, 2U);
    EXPECT_EQ(corpus.rejected[0].id, "a");
    EXPECT_EQ(corpus.rejected[0].reason, "duplicate id, first seen in a.jsonl, line 1");
}

TEST(JsonLines, KeepsTheArticlesBeforeACutAndNamesItsLine) {
    const auto packed = gzip(good + "\n" + R"({"id":"b","text":"u"})" + "\n");
    const auto corpus = read_lines(std::string_view(packed).substr(0, packed.size() - 1));
    EXPECT_EQ(corpus.articles.size(), 2U);
    ASSERT_EQ(corpus.rejected.size(), 1U);
    EXPECT_EQ(corpus.rejected[0].line, 3U);
    EXPECT_EQ(corpus.rejected[0].reason, "truncated gzip: the file ends before its data does");
}

TEST(JsonLines, HasNothingForAFileInAWiderEncoding) {
    const auto corpus = read_lines(std::string_view("\xff\xfe{\0\"\0", 6));
    EXPECT_TRUE(corpus.articles.empty());
    ASSERT_EQ(corpus.rejected.size(), 1U);
    EXPECT_EQ(corpus.rejected[0].line, 0U);
    EXPECT_EQ(corpus.rejected[0].reason, "is UTF-16, convert it to UTF-8");
}

TEST(JsonLines, ASecondLineSeesNothingOfTheFirst) {
    const auto corpus = read_lines(R"({"id":"a","text":"t","title":"one","x":1})"
                                   "\n"
                                   R"({"id":"b","text":"u"})"
                                   "\n");
    ASSERT_EQ(corpus.articles.size(), 2U);
    EXPECT_EQ(corpus.articles[1].title, "");
    EXPECT_TRUE(corpus.articles[1].extra.empty());
}

}  // namespace
}  // namespace wirecopy::read
