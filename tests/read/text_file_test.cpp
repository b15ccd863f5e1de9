#include "read/text_file.hpp"

#include <gtest/gtest.h>

#include "read/articles.hpp"
#include "read/compress.hpp"
#include "read/input.hpp"

namespace wirecopy::read {
namespace {

using namespace std::string_view_literals;

Corpus read_text(std::string_view bytes, std::uint64_t limit_bytes = 1000,
                 std::size_t chunk_bytes = 64) {
    ReadOptions options;
    options.limit_bytes = limit_bytes;
    return read_memory(bytes, "a.txt", options, chunk_bytes);
}

std::string reason_of(const Corpus& corpus) {
    EXPECT_EQ(corpus.rejected.size(), 1U);
    EXPECT_TRUE(corpus.articles.empty());
    return corpus.rejected.empty() ? "" : corpus.rejected[0].reason;
}

TEST(TextFile, IsOneArticleNamedAfterItsPath) {
    const std::string story =
        "Ferry sinks off Norholm\r\n\r\nAll 40 aboard were saved, Pia Lund said.\n";
    for (const std::size_t chunk : {1U, 7U, 1000U}) {
        const auto corpus = read_text(story, 1000, chunk);
        ASSERT_EQ(corpus.articles.size(), 1U);
        EXPECT_EQ(corpus.articles[0].id, "a.txt");
        EXPECT_EQ(corpus.articles[0].title, "Ferry sinks off Norholm");
        EXPECT_EQ(corpus.articles[0].text, story);
    }
}

TEST(TextFile, LosesOnlyItsByteOrderMark) {
    EXPECT_EQ(read_text("\xef\xbb\xbfText.\n").articles.at(0).text, "Text.\n");
}

TEST(TextFile, OfTheLimitIsReadAndALongerOneIsNot) {
    EXPECT_EQ(read_text(std::string(1000, 'x')).articles.size(), 1U);
    EXPECT_EQ(reason_of(read_text(std::string(1001, 'x'))),
              "file is longer than the limit of 1000 bytes");
    EXPECT_EQ(read_text("x", ~std::uint64_t{0}).articles.size(), 1U);
}

TEST(TextFile, ThatIsABombIsNamedAsOne) {
    const auto packed = gzip(std::string(std::size_t{64} << 20U, ' '));
    const auto reason = reason_of(read_text(packed, std::uint64_t{20} << 20U, 65536));
    EXPECT_TRUE(reason.starts_with("decompression bomb: ")) << reason;
}

TEST(TextFile, ThatIsNoTextSaysWhere) {
    EXPECT_EQ(reason_of(read_text("ab\xff")), "invalid UTF-8 at byte 2");
    EXPECT_EQ(reason_of(read_text("\xef\xbb\xbf\xff")), "invalid UTF-8 at byte 3");
    EXPECT_EQ(reason_of(read_text("ab\0"sv)), "NUL byte at byte 2");
    EXPECT_EQ(reason_of(read_text("\xfe\xff\0a"sv)), "is UTF-16, convert it to UTF-8");
}

TEST(TextFile, WithoutTextIsAnEmptyArticle) {
    EXPECT_EQ(reason_of(read_text("")), "empty article: no text but white space");
    EXPECT_EQ(reason_of(read_text("\xef\xbb\xbf \n")), "empty article: no text but white space");
}

TEST(FindTitle, IsAShortFirstLineWithTextAfterIt) {
    EXPECT_EQ(find_title("Port closes\nIt did."), "Port closes");
    EXPECT_EQ(find_title("\n \r\n  Port closes \r\n\r\nIt did."), "Port closes");
    EXPECT_EQ(find_title("Will the port close?\nIt may."), "Will the port close?");
    EXPECT_EQ(find_title("“Never again”\nsaid Orla Finnegan."), "“Never again”");
    EXPECT_EQ(find_title(std::string(200, 'x') + "\nmore"), std::string(200, 'x'));
}

TEST(FindTitle, IsNotALineThatEndsLikeASentenceOrIsLongOrAlone) {
    EXPECT_EQ(find_title("The port closed.\nMore."), "");
    EXPECT_EQ(find_title("He said: “It closed.”\nMore."), "");
    EXPECT_EQ(find_title("The port closed (again.)\nMore."), "");
    EXPECT_EQ(find_title("港は閉鎖された。\n続き"), "");
    EXPECT_EQ(find_title("Norholm, Tuesday:\nMore."), "");
    EXPECT_EQ(find_title(std::string(201, 'x') + "\nmore"), "");
    EXPECT_EQ(find_title("Port closes"), "");
    EXPECT_EQ(find_title("Port closes\n \n"), "");
    EXPECT_EQ(find_title(""), "");
    EXPECT_EQ(find_title(" \n\n"), "");
}

}  // namespace
}  // namespace wirecopy::read
