// Records: what an article was cut from, byte for byte.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "read/input.hpp"

namespace wirecopy::read {
namespace {

struct Kept {
    std::string id;
    InputFormat format;
    std::string header;
    std::string bytes;
};

std::vector<Kept> records_of(std::string_view input, const std::string& name,
                             std::size_t chunk_bytes = default_chunk_bytes) {
    std::vector<Kept> kept;
    const ArticleSink* reading = nullptr;
    const Accept accept = [&](Article&& article) {
        const auto& record = reading->record();
        kept.push_back({std::move(article.id), record.format, std::string(record.header),
                        std::string(record.bytes)});
    };
    const Reject reject = [](Rejected&&) {};
    ArticleSink sink(accept, reject);
    reading = &sink;
    read_input(RawInput(input), name, {}, chunk_bytes, sink);
    return kept;
}

TEST(Records, OfJsonLinesAreTheLinesWithTheirEndings) {
    const std::string first = "\xEF\xBB\xBF{\"id\":\"a\",  \"text\":\"x\"}\r\n";
    const std::string second = "{\"text\":\"y\",\"id\":\"b\"}";
    const auto kept = records_of(first + "\nnonsense\n" + second, "x.jsonl");
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].bytes, first);
    EXPECT_EQ(kept[1].bytes, second);
    EXPECT_EQ(kept[1].format, InputFormat::jsonl);
    EXPECT_EQ(kept[1].header, "");
}

TEST(Records, OfTablesAreTheRowsBelowTheirHeader) {
    const std::string header = "\xEF\xBB\xBFid,text\r\n";
    const std::string row = "a,\"one\r\ntwo \"\"three\"\"\"\r\n";
    const auto kept = records_of(header + "\r\n" + row + "b,\n" + "c,four", "x.csv");
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].header, header);
    EXPECT_EQ(kept[0].bytes, row);
    EXPECT_EQ(kept[1].header, header);
    EXPECT_EQ(kept[1].bytes, "c,four");
    EXPECT_EQ(kept[1].format, InputFormat::csv);
    EXPECT_EQ(records_of("id\ttext\na\tb\n", "x.tsv").at(0).format, InputFormat::tsv);
}

TEST(Records, DoNotDependOnTheSizeOfChunks) {
    const std::string input = "id,text\na,\"one\ntwo\"\nb,three\n";
    for (const std::size_t chunk_bytes : {1U, 2U, 7U, 64U}) {
        const auto kept = records_of(input, "x.csv", chunk_bytes);
        ASSERT_EQ(kept.size(), 2U);
        EXPECT_EQ(kept[0].header + kept[0].bytes + kept[1].bytes, input);
    }
}

TEST(Records, OfATextFileThereIsNothingButItsArticle) {
    const auto kept = records_of("A text.", "x.txt");
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].format, InputFormat::text);
    EXPECT_EQ(kept[0].bytes, "");
}

}  // namespace
}  // namespace wirecopy::read
