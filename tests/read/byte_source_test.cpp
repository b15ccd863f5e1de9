#include "read/byte_source.hpp"

#include <gtest/gtest.h>

#include "read/compress.hpp"

namespace wirecopy::read {
namespace {

struct Drained {
    std::string bytes;
    std::optional<std::string> failure;
};

Drained drain(std::string_view packed, std::string_view name, std::size_t chunk_bytes) {
    ByteSource source(RawInput(packed), name, chunk_bytes);
    Drained drained;
    std::string buffer(1000, '\0');
    while (const auto count = source.read(buffer)) {
        drained.bytes.append(buffer, 0, count);
    }
    drained.failure = source.failure();
    return drained;
}

const std::string story = "Councillor Tam Okoro opened the new library in Westmere.\nIt rained.\n";

TEST(ByteSource, TellsTheCompressionByTheBytesNotByTheName) {
    for (const std::size_t chunk : {1U, 3U, 1U << 16U}) {
        for (const auto packing : {Packing::plain, Packing::gzip, Packing::zstd}) {
            for (const auto* name : {"a.txt", "a.gz", "a.zst"}) {
                const auto drained = drain(pack(story, packing), name, chunk);
                EXPECT_EQ(drained.bytes, story);
                EXPECT_FALSE(drained.failure);
            }
        }
    }
}

TEST(ByteSource, PeekingTakesNothing) {
    for (const std::size_t chunk : {1U, 5U, 1000U}) {
        ByteSource source(RawInput(std::string_view(story)), "a", chunk);
        EXPECT_TRUE(source.peek(4).starts_with("Coun"));
        EXPECT_TRUE(source.peek(30).starts_with(story.substr(0, 30)));
        std::string buffer(10, '\0');
        std::string all;
        while (const auto count = source.read(buffer)) {
            all.append(buffer, 0, count);
        }
        EXPECT_EQ(all, story);
        EXPECT_EQ(source.peek(1), "");
    }
}

TEST(ByteSource, GivesWhatItHasBeforeItFails) {
    const auto packed = gzip(story) + gzip(story);
    const auto drained = drain(std::string_view(packed).substr(0, packed.size() - 1), "a", 8);
    EXPECT_EQ(drained.bytes, story + story);
    EXPECT_EQ(drained.failure, "truncated gzip: the file ends before its data does");
}

TEST(ByteSource, NamesTheCompressionThatWasCut) {
    const auto packed = zstd(story);
    EXPECT_EQ(drain(std::string_view(packed).substr(0, 20), "a", 8).failure,
              "truncated zstd: the file ends before its data does");
}

TEST(ByteSource, SeesAFileCutWithinItsMagicBytes) {
    constexpr auto reason = "truncated: the compressed data ends within its first bytes";
    EXPECT_EQ(drain("", "a.gz", 8).failure, reason);
    EXPECT_EQ(drain("", "a.zst", 8).failure, reason);
    EXPECT_EQ(drain("\x1f", "a", 8).failure, reason);
    EXPECT_EQ(drain("\x28\xb5", "a.zst", 8).failure, reason);
    EXPECT_EQ(drain("(", "a.txt", 8).failure, std::nullopt) << "a bracket may be all there is";
    EXPECT_EQ(drain("", "a.txt", 8).failure, std::nullopt);
}

TEST(ByteSource, CallsOnlyExtremeExpansionABomb) {
    const auto packed = gzip(story);
    ByteSource compressed(RawInput(std::string_view(packed)), "a", 64);
    ByteSource plain(RawInput(std::string_view(story)), "a", 64);
    EXPECT_FALSE(compressed.peek(1).empty());
    EXPECT_FALSE(plain.peek(1).empty());
    constexpr std::uint64_t gigabyte = 1U << 30U;
    EXPECT_EQ(compressed.bomb(gigabyte, 1U << 20U),
              "decompression bomb: 1048576 compressed bytes expand to 1073741824 and more, reading "
              "stops here");
    EXPECT_FALSE(compressed.bomb(gigabyte, gigabyte / 50)) << "50 times is just repetitive";
    EXPECT_FALSE(compressed.bomb(100000, 0)) << "less than decoders hold back";
    EXPECT_FALSE(plain.bomb(gigabyte, 0));
}

}  // namespace
}  // namespace wirecopy::read
