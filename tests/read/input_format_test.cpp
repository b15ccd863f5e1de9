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
    for (const auto* head :
         {"{\"id\"", "{}", "{ \t\"id\": 1}", "\n \r\n{\"a\":", "\xef\xbb\xbf{\""}) {
        EXPECT_EQ(format_by_bytes(head), InputFormat::jsonl) << head;
    }
}

TEST(FormatByBytes, TakesEverythingElseForText) {
    for (const auto* head : {"A bridge", "[1]", "{\n\"id\": 1", "{curly}", "\"{\"", "\xff"}) {
        EXPECT_EQ(format_by_bytes(head), InputFormat::text) << head;
    }
}

TEST(FormatByBytes, WaitsWhileBytesAreMissing) {
    for (const auto* head : {"", " \n", "{", "{  ", "\xef\xbb\xbf"}) {
        EXPECT_EQ(format_by_bytes(head), std::nullopt) << head;
    }
}

InputFormat sniff(std::string_view bytes, std::size_t chunk_bytes) {
    ByteSource source(RawInput(bytes), "-", chunk_bytes);
    return sniff_format(source);
}

TEST(SniffFormat, DoesNotDependOnTheChunks) {
    for (const std::size_t chunk : {1, 2, 3, 100}) {
        EXPECT_EQ(sniff("  \n{ \"id\": 1}\n", chunk), InputFormat::jsonl);
        EXPECT_EQ(sniff("  \n{ prose }", chunk), InputFormat::text);
        EXPECT_EQ(sniff("{", chunk), InputFormat::text);
        EXPECT_EQ(sniff("", chunk), InputFormat::text);
    }
}

TEST(SniffFormat, LooksNoFurtherThanSomeWhiteSpace) {
    EXPECT_EQ(sniff(std::string(60000, ' ') + "{\"a\":1}", 512), InputFormat::jsonl);
    EXPECT_EQ(sniff(std::string(200000, ' ') + "{\"a\":1}", 512), InputFormat::text);
}

}  // namespace
}  // namespace wirecopy::read
