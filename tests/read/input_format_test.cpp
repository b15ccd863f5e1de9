#include "read/input_format.hpp"

#include <gtest/gtest.h>

#include <string>

namespace wirecopy::read {
namespace {

TEST(FormatByName, KnowsTheEndingsWhateverTheirCaseAndPacking) {
    EXPECT_EQ(format_by_name("a/b.jsonl"), InputFormat::jsonl);
    EXPECT_EQ(format_by_name("b.ndjson.gz"), InputFormat::jsonl);
    EXPECT_EQ(format_by_name("b.json.zst"), InputFormat::jsonl);
    EXPECT_EQ(format_by_name("B.CSV"), InputFormat::csv);
    EXPECT_EQ(format_by_name("b.TSV.GZ"), InputFormat::tsv);
    EXPECT_EQ(format_by_name("b.txt"), InputFormat::text);
    EXPECT_EQ(format_by_name("b.text.zst"), InputFormat::text);
    EXPECT_EQ(format_by_name("README.md"), InputFormat::text);
}

TEST(FormatByName, SaysNothingOfOtherNames) {
    for (const auto* name : {"-", "63", "article", "a.jsonl.bak", "a.gz", "csv", "a.gz.zst.html"}) {
        EXPECT_EQ(format_by_name(name), InputFormat::automatic) << name;
    }
}

TEST(FormatByBytes, TakesAnOpenedObjectForJsonLines) {
    for (const auto* head : {"{\"id\"", "{}", "{ \t\"id\": 1}", "\n \r\n{\"a\":", "\xef\xbb\xbf{\"",
                             "{\n  \"id\"", "[{", "[\n {"}) {
        EXPECT_EQ(format_by_bytes(head, {}), InputFormat::jsonl) << head;
    }
}

TEST(FormatByBytes, TakesALineOfTheColumnsThatArticlesNeedForAHeader) {
    EXPECT_EQ(format_by_bytes("id,text\n", {}), InputFormat::csv);
    EXPECT_EQ(format_by_bytes("\n\xef\xbb\xbfid,text\n", {}), InputFormat::text);
    EXPECT_EQ(format_by_bytes("\xef\xbb\xbf\n,\"text\",date,\"id\"\r\nmore", {}), InputFormat::csv);
    EXPECT_EQ(format_by_bytes("nr\ttext\tid\n", {}), InputFormat::tsv);
    EXPECT_EQ(format_by_bytes("id;text\n", {}), InputFormat::csv) << "which says what is wrong";
    ReadOptions options;
    options.id_field = "url";
    options.text_field = "the body";
    EXPECT_EQ(format_by_bytes("url,title,the body\n", options), InputFormat::csv);
    EXPECT_EQ(format_by_bytes("id,text\n", options), InputFormat::text);
}

TEST(FormatByBytes, TakesEverythingElseForText) {
    for (const auto* head : {"A bridge", "[1]", "[[{", "{curly}", "\"{\"", "\xff", "id\ntext\n",
                             "Text, id\n", "\"id,text\n", "{", "[", ""}) {
        EXPECT_EQ(format_by_bytes(head, {}, true), InputFormat::text) << head;
    }
}

TEST(FormatByBytes, WaitsWhileBytesAreMissing) {
    for (const auto* head :
         {"", " \n", "{", "{  ", "{\n", "[ ", "\xef\xbb\xbf", "id,text", "A bridge"}) {
        EXPECT_EQ(format_by_bytes(head, {}), std::nullopt) << head;
    }
}

InputFormat sniff(std::string_view bytes, std::size_t chunk_bytes) {
    ByteSource source(RawInput(bytes), "-", chunk_bytes);
    return sniff_format(source, {});
}

TEST(SniffFormat, DoesNotDependOnTheChunks) {
    for (const std::size_t chunk : {1, 2, 3, 100}) {
        EXPECT_EQ(sniff("  \n{ \"id\": 1}\n", chunk), InputFormat::jsonl);
        EXPECT_EQ(sniff("  \n{ prose }", chunk), InputFormat::text);
        EXPECT_EQ(sniff("text,id", chunk), InputFormat::csv);
        EXPECT_EQ(sniff("{", chunk), InputFormat::text);
        EXPECT_EQ(sniff("", chunk), InputFormat::text);
    }
}

TEST(SniffFormat, LooksNoFurtherThanSomeWhiteSpace) {
    EXPECT_EQ(sniff(std::string(60000, ' ') + "{\"a\":1}", 512), InputFormat::jsonl);
    EXPECT_EQ(sniff(std::string(200000, ' ') + "{\"a\":1}", 512), InputFormat::text);
    EXPECT_EQ(sniff("id,text," + std::string(60000, 'x') + "\n", 512), InputFormat::csv);
    EXPECT_EQ(sniff("id,text," + std::string(200000, 'x') + ",\"", 512), InputFormat::csv);
    EXPECT_EQ(sniff(std::string(200000, 'x') + ",id,text\n", 512), InputFormat::text);
}

}  // namespace
}  // namespace wirecopy::read
