#include <gtest/gtest.h>

#include "read/temp_folder.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy {
namespace {

TEST(ReadCorpus, GathersArticlesAndRejectionsInInputOrder) {
    const read::TempFolder folder;
    const std::vector<std::string> paths = {folder.write("b.csv", "id,text\n1,one\n2,\n3,three\n"),
                                            folder.write("a.jsonl",
                                                         "bad\n"
                                                         R"({"id":"4","text":"four"})"
                                                         "\n")};
    const auto corpus = read_corpus(paths, {});
    ASSERT_EQ(corpus.articles.size(), 3U);
    EXPECT_EQ(corpus.articles[0].id, "1");
    EXPECT_EQ(corpus.articles[1].id, "3");
    EXPECT_EQ(corpus.articles[2].id, "4");
    ASSERT_EQ(corpus.rejected.size(), 2U);
    EXPECT_EQ(corpus.rejected[0].source, paths[0]);
    EXPECT_EQ(corpus.rejected[0].line, 3U);
    EXPECT_EQ(corpus.rejected[1].source, paths[1]);
    EXPECT_EQ(corpus.rejected[1].line, 1U);
}

}  // namespace
}  // namespace wirecopy
