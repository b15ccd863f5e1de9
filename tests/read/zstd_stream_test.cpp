#include "read/zstd_stream.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "read/compress.hpp"

namespace wirecopy::read {
namespace {

using namespace std::string_view_literals;

struct Decoded {
    std::string bytes;
    std::optional<std::string> failure;
    bool at_end = false;
};

Decoded decode(std::string_view packed, std::size_t piece) {
    ZstdStream stream;
    Decoded decoded;
    std::string room(piece, '\0');
    while (true) {
        const auto offered = std::min(piece, packed.size());
        const auto step = stream.decode({packed.data(), offered}, room);
        packed.remove_prefix(step.consumed);
        decoded.bytes.append(room, 0, step.produced);
        if (step.consumed == 0 && step.produced == 0) {
            break;
        }
    }
    decoded.failure = stream.failure();
    decoded.at_end = stream.at_frame_end();
    return decoded;
}

const std::string story = "Harbour master Pia Lund closed the port of Norholm on Tuesday.\n";
// A skippable frame that holds four bytes.
constexpr auto skippable = "\x51\x2a\x4d\x18\x04\0\0\0wire"sv;

TEST(ZstdStream, UndoesFramesOneAfterTheOtherWhateverTheCuts) {
    const auto packed = zstd(story) + zstd("") + std::string(skippable) + zstd("more");
    for (const std::size_t piece : {1U, 2U, 5U, 1000U}) {
        const auto decoded = decode(packed, piece);
        EXPECT_EQ(decoded.bytes, story + "more");
        EXPECT_FALSE(decoded.failure);
        EXPECT_TRUE(decoded.at_end);
    }
}

TEST(ZstdStream, IsNotAtAnEndWhereverAFrameIsCut) {
    const auto packed = zstd(story);
    for (std::size_t cut = 0; cut < packed.size(); ++cut) {
        const auto decoded = decode(std::string_view(packed).substr(0, cut), 16);
        EXPECT_FALSE(decoded.at_end) << cut;
        EXPECT_FALSE(decoded.failure) << cut;
        EXPECT_TRUE(story.starts_with(decoded.bytes)) << cut;
    }
}

TEST(ZstdStream, NoticesAWrongCheckSum) {
    auto packed = zstd(story);
    packed.back() = static_cast<char>(packed.back() ^ 1);
    EXPECT_EQ(decode(packed, 64).failure, "corrupt zstd: Restored data doesn't match checksum");
}

TEST(ZstdStream, NoticesGarbageAfterAFrame) {
    EXPECT_EQ(decode(zstd(story) + "garbage", 64).failure,
              "corrupt zstd: garbage after the compressed data");
}

TEST(ZstdStream, RefusesAWindowThatWouldTakeTooMuchMemory) {
    const auto failure = decode(zstd(story, 28), 64).failure;
    ASSERT_TRUE(failure);
    EXPECT_EQ(*failure,
              "zstd frame needs a window of more than 128 MiB, compress it without --long");
    EXPECT_FALSE(decode(zstd(story, 27), 64).failure);
}

}  // namespace
}  // namespace wirecopy::read
