#include "read/delimited.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "read/articles.hpp"
#include "read/csv_oracle.hpp"
#include "read/input.hpp"

namespace wirecopy::read {
namespace {

using namespace std::string_view_literals;

ReadOptions csv_options() {
    ReadOptions options;
    options.format = InputFormat::csv;
    return options;
}

Corpus read_csv(std::string_view bytes, const ReadOptions& options = csv_options(),
                std::size_t chunk_bytes = 4096) {
    return read_memory(bytes, "a.csv", options, chunk_bytes);
}

/// The only rejection: its line and reason.
std::pair<std::uint64_t, std::string> only_rejection(const Corpus& corpus) {
    EXPECT_EQ(corpus.rejected.size(), 1U) << testing::PrintToString(corpus.rejected);
    return corpus.rejected.empty() ? std::pair<std::uint64_t, std::string>{}
                                   : std::pair(corpus.rejected[0].line, corpus.rejected[0].reason);
}

using Rejection = std::pair<std::uint64_t, std::string>;

TEST(Delimited, FillsArticlesFromColumnsInAnyOrder) {
    const auto corpus = read_csv("text,desk,id,date\r\n\"One\r\ntwo\",city,7,2031-01-02\r\n");
    ASSERT_EQ(corpus.articles.size(), 1U);
    Article expected;
    expected.id = "7";
    expected.text = "One\r\ntwo";
    expected.date = "2031-01-02";
    expected.extra = {{"desk", "city"}};
    EXPECT_EQ(corpus.articles[0], expected);
    EXPECT_TRUE(corpus.rejected.empty());
}

TEST(Delimited, TakesTheNamesOfTheColumnsFromTheOptions) {
    auto options = csv_options();
    options.id_field = "url";
    options.text_field = "body";
    options.source_field = "url";
    options.title_field = "";
    const auto corpus = read_csv("url,body,title\nu1,text,head\n", options);
    ASSERT_EQ(corpus.articles.size(), 1U);
    EXPECT_EQ(corpus.articles[0].id, "u1");
    EXPECT_EQ(corpus.articles[0].source, "u1");
    EXPECT_EQ(corpus.articles[0].title, "");
    EXPECT_EQ(corpus.articles[0].extra, (std::vector<ExtraField>{{"title", "head"}}));
}

TEST(Delimited, DropsAByteOrderMarkBeforeAQuotedHeader) {
    const auto corpus = read_csv("\xef\xbb\xbf\"id\",\"te\"\"xt\",text\n1,,a\n");
    ASSERT_EQ(corpus.articles.size(), 1U);
    EXPECT_EQ(corpus.articles[0].extra[0].name, "te\"xt");
}

TEST(Delimited, SkipsBlankLinesAndCountsThem) {
    const auto corpus = read_csv("\n\r\nid,text\n\n1,a\n\r\n2\n");
    EXPECT_EQ(corpus.articles.size(), 1U);
    EXPECT_EQ(only_rejection(corpus), Rejection(7, "row has 1 cells, the header has 2"));
}

TEST(Delimited, RejectsAFileWithoutAHeader) {
    EXPECT_EQ(only_rejection(read_csv("")), Rejection(0, "has no header row"));
    EXPECT_EQ(only_rejection(read_csv("\n\n")), Rejection(0, "has no header row"));
    EXPECT_EQ(only_rejection(read_csv("\xef\xbb\xbf")), Rejection(0, "has no header row"));
}

TEST(Delimited, RejectsAFileWhoseHeaderCannotServe) {
    EXPECT_EQ(only_rejection(read_csv("id,body\n1,a\n2,b\n")),
              Rejection(1, "header: no column text: choose the text field among id, body"));
    EXPECT_EQ(only_rejection(read_csv("nr,text\n1,a\n")),
              Rejection(1, "header: no column id: choose the id field among nr, text"));
    EXPECT_EQ(only_rejection(read_csv("id;text\n1;a\n")),
              Rejection(1, "header: no column id: the cells seem to be parted by semicolons"));
    EXPECT_EQ(only_rejection(read_csv("id\ttext\n1\ta\n")),
              Rejection(1, "header: no column id: the cells seem to be parted by tabs"));
    EXPECT_EQ(only_rejection(read_csv("id\n1\n")),
              Rejection(1, "header: no column text: choose the text field among id"));
    EXPECT_EQ(only_rejection(read_csv("\nid,text,text\n1,a,b\n")),
              Rejection(2, "header: column text appears twice"));
    EXPECT_EQ(only_rejection(read_csv("\xef\xbb\xbfid,te\xfft\n1,a\n")),
              Rejection(1, "header: invalid UTF-8 at byte 8"));
    EXPECT_EQ(only_rejection(read_csv("id,\"text\n1,a\n")),
              Rejection(1, "header: the quote at byte 3 is never closed"));
    auto options = csv_options();
    options.limit_bytes = 5;
    EXPECT_EQ(only_rejection(read_csv("id,text\n1,a\n", options)),
              Rejection(1, "header: row is longer than the limit of 5 bytes"));
    EXPECT_EQ(only_rejection(read_csv("id,text" + std::string(10000, ',') + "\n1,a\n")),
              Rejection(1, "header: more than 10000 columns"));
}

TEST(Delimited, RejectsABadRowAndReadsTheNext) {
    const auto corpus = read_csv(
        "id,text\n"
        "1,\"a\nb\"\n"         // lines 2 and 3
        "2\n"                  // 4: ragged
        "3,x,y\n"              // 5: ragged
        "4,\"a\"b\n"           // 6: text after the quote
        "5,ab\xff\n"           // 7: not UTF-8
        ",text\n"              // 8: no id
        "6, \n"                // 9: empty
        "1,again\n"            // 10: duplicate
        "7,a\0b\n"             // 11: NUL
        "8,good\r\n"           // 12
        "9,\"open\nend\n"sv);  // 13, 14
    std::vector<Rejection> rejections;
    for (const auto& rejected : corpus.rejected) {
        rejections.emplace_back(rejected.line, rejected.reason);
    }
    EXPECT_EQ(rejections, (std::vector<Rejection>{{4, "row has 1 cells, the header has 2"},
                                                  {5, "row has 3 cells, the header has 2"},
                                                  {6, "text after the closing quote at byte 4"},
                                                  {7, "invalid UTF-8 at byte 4"},
                                                  {8, "column id is empty"},
                                                  {9, "empty article: no text but white space"},
                                                  {10, "duplicate id, first seen in a.csv, line 2"},
                                                  {11, "NUL byte at byte 3"},
                                                  {13,
                                                   "the quote at byte 2 is never closed: this "
                                                   "line is taken for the whole row"},
                                                  {14, "row has 1 cells, the header has 2"}}));
    ASSERT_EQ(corpus.articles.size(), 2U);
    EXPECT_EQ(corpus.articles[1].text, "good");
}

TEST(Delimited, DropsARowOverTheLimitAndReadsTheNext) {
    auto options = csv_options();
    options.limit_bytes = 20;
    const auto text = "id,text\n1,\"a\nb\"," + std::string(30, 'c') + "\n2,good\n3,\"" +
                      std::string(30, 'x') + "\"\n4,\"" + std::string(30, 'x');
    for (const std::size_t chunk : {1U, 7U, 4096U}) {
        const auto corpus = read_csv(text, options, chunk);
        ASSERT_EQ(corpus.articles.size(), 1U);
        EXPECT_EQ(corpus.articles[0].id, "2");
        ASSERT_EQ(corpus.rejected.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i) {
            EXPECT_EQ(corpus.rejected[i].line, (std::array{2U, 5U, 6U}[i]));
            EXPECT_EQ(corpus.rejected[i].reason, "row is longer than the limit of 20 bytes");
        }
    }
}

// In a file within the limit for rows, and in one far beyond it.
TEST(Delimited, AStrayQuoteCostsItsRowAlone) {
    for (const char delimiter : {',', '\t'}) {
        std::string text = std::string("id") + delimiter + "text\n";
        for (int row = 0; row < 500; ++row) {
            const auto* const quote = row == 1 || row == 250 ? "\"" : "";
            text +=
                std::to_string(row) + delimiter + quote + "text of " + std::to_string(row) + "\n";
        }
        auto options = csv_options();
        options.format = delimiter == ',' ? InputFormat::csv : InputFormat::tsv;
        for (const std::uint64_t limit_bytes : {1U << 20U, 100U}) {
            options.limit_bytes = limit_bytes;
            for (const std::size_t chunk : {7U, 4096U}) {
                const auto corpus = read_csv(text, options, chunk);
                ASSERT_EQ(corpus.articles.size(), 498U);
                EXPECT_EQ(corpus.articles.back().id, "499");
                ASSERT_EQ(corpus.rejected.size(), 2U);
                EXPECT_EQ(corpus.rejected[0].line, 3U);
                EXPECT_EQ(corpus.rejected[1].line, 252U);
                EXPECT_EQ(corpus.rejected[1].reason,
                          "the quote at byte 4 is never closed: this line is taken for the whole "
                          "row");
            }
        }
    }
}

TEST(Delimited, AStrayQuoteDoesNotTakeTheNextQuotedRowWithIt) {
    const auto corpus = read_csv(
        "id,text\n"
        "1,a\n"
        "2,\"stray\n"
        "3,b\n"
        "4,\"c, \"\"d\"\"\"\n"
        "5,\"e\nf\"\n"
        "6,\"g\"h\",\"i\nj\"\n"
        "7,k\n");
    std::vector<std::string> ids;
    for (const auto& article : corpus.articles) {
        ids.push_back(article.id);
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"1", "3", "4", "5", "7"}));
    std::vector<Rejection> rejections;
    for (const auto& rejected : corpus.rejected) {
        rejections.emplace_back(rejected.line, rejected.reason);
    }
    EXPECT_EQ(rejections,
              (std::vector<Rejection>{
                  {3, "the quote at byte 2 is never closed: this line is taken for the whole row"},
                  {8, "text after the closing quote at byte 4"},
                  {9, "row has 1 cells, the header has 2"}}));
}

// Rows of random bytes, read by the room and by the oracle: the same articles, the same bad lines.
TEST(Delimited, AgreesWithTheOracleOnRandomRows) {
    base::Random random(23);
    for (int round = 0; round < 3000; ++round) {
        const char delimiter = round % 2 == 0 ? ',' : '\t';
        std::string text = std::string("id") + delimiter + "text\n";
        for (auto count = random.below(50); count > 0; --count) {
            text += "ab\"\"\n\r,\t"[random.below(8)];
        }
        auto options = csv_options();
        options.format = delimiter == ',' ? InputFormat::csv : InputFormat::tsv;
        const auto corpus = read_memory(text, "-", options, 1 + random.below(12));
        std::vector<std::pair<std::string, std::string>> expected;
        std::vector<std::uint64_t> bad_lines;
        auto rows = oracle_rows(text, delimiter);
        rows.erase(rows.begin());
        for (const auto& row : rows) {
            const bool good = !row.broken && row.cells.size() == 2 && !row.cells[0].empty() &&
                              row.cells[1].find_first_not_of(" \t\r\n") != std::string::npos;
            const bool known =
                good && std::any_of(expected.begin(), expected.end(), [&](const auto& article) {
                    return article.first == row.cells[0];
                });
            if (good && !known) {
                expected.emplace_back(row.cells[0], row.cells[1]);
            } else {
                bad_lines.push_back(row.line);
            }
        }
        std::vector<std::pair<std::string, std::string>> got;
        for (const auto& article : corpus.articles) {
            got.emplace_back(article.id, article.text);
        }
        std::vector<std::uint64_t> got_lines;
        for (const auto& rejected : corpus.rejected) {
            got_lines.push_back(rejected.line);
        }
        ASSERT_EQ(got, expected) << testing::PrintToString(text);
        ASSERT_EQ(got_lines, bad_lines) << testing::PrintToString(text);
    }
}

}  // namespace
}  // namespace wirecopy::read
