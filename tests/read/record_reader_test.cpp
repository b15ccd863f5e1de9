#include "read/record_reader.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "base/hash.hpp"
#include "read/compress.hpp"

namespace wirecopy::read {
namespace {

struct Kept {
    std::string bytes;
    std::uint64_t line = 0;
    bool too_long = false;
    bool open_quote = false;

    bool operator==(const Kept&) const = default;
};

struct Result {
    std::vector<Kept> records;
    std::optional<std::string> failure;
    std::uint64_t line = 0;
};

Result read_all(std::string_view bytes, RecordEnd end, std::uint64_t limit_bytes,
                std::size_t chunk_bytes) {
    ByteSource source(RawInput(bytes), "-", chunk_bytes);
    RecordReader reader(source, end, limit_bytes, chunk_bytes);
    Result result;
    Record record;
    while (reader.next(record)) {
        result.records.push_back(
            {std::string(record.bytes), record.line, record.too_long, record.open_quote});
    }
    result.failure = reader.failure();
    result.line = reader.line();
    return result;
}

TEST(RecordReader, NumbersLinesWhateverTheirEndings) {
    for (const std::size_t chunk : {1U, 2U, 3U, 64U}) {
        const auto result = read_all("a\r\nbb\n\n\r\nlast", RecordEnd(), 100, chunk);
        EXPECT_EQ(result.records,
                  (std::vector<Kept>{{"a", 1}, {"bb", 2}, {"", 3}, {"", 4}, {"last", 5}}));
        EXPECT_FALSE(result.failure);
    }
}

TEST(RecordReader, CountsTheLinesInsideRows) {
    for (const std::size_t chunk : {1U, 2U, 3U, 64U}) {
        const auto result = read_all("a,\"1\n2\r\n3\"\nb\n\"x\ny\"", RecordEnd(','), 100, chunk);
        EXPECT_EQ(result.records,
                  (std::vector<Kept>{{"a,\"1\n2\r\n3\"", 1}, {"b", 4}, {"\"x\ny\"", 5}}));
    }
}

TEST(RecordReader, KeepsARecordAtTheLimitAndDropsALongerOne) {
    for (const std::size_t chunk : {1U, 2U, 3U, 5U, 64U}) {
        const auto result =
            read_all("12345\r\n123456\n1\n123456789\n123456", RecordEnd(), 5, chunk);
        EXPECT_EQ(result.records,
                  (std::vector<Kept>{
                      {"12345", 1}, {"", 2, true}, {"1", 3}, {"", 4, true}, {"", 5, true}}));
    }
}

TEST(RecordReader, CountsTheLinesInsideADroppedRow) {
    for (const std::size_t chunk : {1U, 4U, 64U}) {
        const auto result = read_all("\"1\n2\n\",456789\nb\n", RecordEnd(','), 5, chunk);
        EXPECT_EQ(result.records, (std::vector<Kept>{{"", 1, true}, {"b", 4}}));
    }
}

TEST(RecordReader, TakesTheLineAloneOfARowWhoseQuoteIsNeverClosed) {
    for (const std::size_t chunk : {1U, 2U, 3U, 64U}) {
        const auto result =
            read_all("a\nb,\"c\nd\r\n\ne\",\"f\ng\n\"\"\n\"h", RecordEnd(','), 100, chunk);
        // The quote of b is closed in the line of e, which opens another that h closes badly.
        EXPECT_EQ(result.records, (std::vector<Kept>{{"a", 1},
                                                     {"b,\"c", 2, false, true},
                                                     {"d", 3},
                                                     {"", 4},
                                                     {"e\",\"f", 5, false, true},
                                                     {"g", 6},
                                                     {"\"\"", 7},
                                                     {"\"h", 8, false, true}}))
            << chunk;
        EXPECT_EQ(result.line, 8U);
    }
}

TEST(RecordReader, TakesTheLineAloneOfARowWhoseQuoteIsOpenAtTheLimit) {
    for (const std::size_t chunk : {1U, 2U, 3U, 5U, 64U}) {
        const auto result = read_all("a,\"b\nc\nd\neeee\n\"f\n\",g\n123456789\n\"1\n2\"\n",
                                     RecordEnd(','), 8, chunk);
        EXPECT_EQ(result.records, (std::vector<Kept>{{"a,\"b", 1, false, true},
                                                     {"c", 2},
                                                     {"d", 3},
                                                     {"eeee", 4},
                                                     {"\"f\n\",g", 5},
                                                     {"", 7, true},
                                                     {"\"1\n2\"", 8}}))
            << chunk;
    }
}

TEST(RecordReader, DropsALineOverTheLimitWhateverQuotesAreInIt) {
    for (const std::size_t chunk : {1U, 4U, 64U}) {
        const auto result =
            read_all("\"23456789\",\"\nb\n123456789,\"\nc\n", RecordEnd(','), 5, chunk);
        EXPECT_EQ(result.records,
                  (std::vector<Kept>{{"", 1, true}, {"b", 2}, {"", 3, true}, {"c", 4}}))
            << chunk;
    }
}

TEST(RecordReader, NeverKeepsARecordThatTheSourceCut) {
    const auto packed = gzip("whole\ncut here");
    const auto result =
        read_all(std::string_view(packed).substr(0, packed.size() - 3), RecordEnd(), 100, 64);
    EXPECT_EQ(result.records, (std::vector<Kept>{{"whole", 1}}));
    EXPECT_EQ(result.failure, "truncated gzip: the file ends before its data does");
    EXPECT_EQ(result.line, 2U);
}

// Found by fuzzing: simdjson looks at the byte after a line, and its answer must not depend on what
// the buffer held before.
TEST(RecordReader, EveryRecordIsFollowedByALineEnding) {
    for (std::size_t chunk = 1; chunk < 20; ++chunk) {
        const std::string bytes = "{}}}}}}\n{}}\r\n}\n{";
        ByteSource source(RawInput(std::string_view(bytes)), "-", chunk);
        RecordReader reader(source, RecordEnd(), 100, chunk);
        Record record;
        while (reader.next(record)) {
            const char after = record.bytes.data()[record.bytes.size()];
            ASSERT_TRUE(after == '\n' || after == '\r') << chunk << ' ' << record.bytes;
        }
    }
}

TEST(RecordReader, TakesAnyLimit) {
    EXPECT_EQ(read_all("a\nb", RecordEnd(), ~std::uint64_t{0}, 8).records,
              (std::vector<Kept>{{"a", 1}, {"b", 2}}));
    EXPECT_EQ(read_all("a\nbb", RecordEnd(), 1, 8).records,
              (std::vector<Kept>{{"a", 1}, {"", 2, true}}));
}

TEST(RecordReader, StopsAtABombInBoundedTime) {
    // 64 MiB of one letter in 64 kB, or in 6 kB.
    const std::string block(std::size_t{64} << 20U, 'a');
    for (const auto packing : {Packing::gzip, Packing::zstd}) {
        const auto result = read_all(pack("first\n" + block, packing), RecordEnd(),
                                     std::uint64_t{1} << 20U, 1U << 18U);
        EXPECT_EQ(result.records, (std::vector<Kept>{{"first", 1}}));
        ASSERT_TRUE(result.failure);
        EXPECT_TRUE(result.failure->starts_with("decompression bomb: ")) << *result.failure;
        EXPECT_EQ(result.line, 2U);
    }
}

TEST(RecordReader, SkipsALongLineOfOrdinaryExpansion) {
    base::Random random(3);
    std::string noise;
    while (noise.size() < 300000) {
        noise += static_cast<char>('a' + random.below(16));
    }
    const auto result = read_all(gzip(noise + "\nnext\n"), RecordEnd(), 1000, 4096);
    EXPECT_EQ(result.records, (std::vector<Kept>{{"", 1, true}, {"next", 2}}));
}

TEST(RecordReader, GivesTheSameRecordsForEveryChunkSize) {
    base::Random random(17);
    for (int round = 0; round < 300; ++round) {
        std::string bytes;
        for (auto count = random.below(60); count > 0; --count) {
            bytes += "ab,\"\n\r"[random.below(6)];
        }
        const auto limit = 1 + random.below(20);
        const RecordEnd end = round % 2 == 0 ? RecordEnd() : RecordEnd(',');
        const auto whole = read_all(bytes, end, limit, 4096);
        const auto pieces = read_all(bytes, end, limit, 1 + random.below(9));
        ASSERT_EQ(whole.records, pieces.records) << testing::PrintToString(bytes);
    }
}

}  // namespace
}  // namespace wirecopy::read
