#include "read/gzip_stream.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "read/compress.hpp"

namespace wirecopy::read {
namespace {

struct Decoded {
    std::string bytes;
    std::optional<std::string> failure;
    bool at_end = false;
};

Decoded decode(std::string_view packed, std::size_t piece) {
    GzipStream stream;
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
    decoded.at_end = stream.at_member_end();
    return decoded;
}

const std::string story = "Harbour master Pia Lund closed the port of Norholm on Tuesday.\n";

TEST(GzipStream, UndoesMembersOneAfterTheOtherWhateverTheCuts) {
    const auto packed = gzip(story) + gzip("") + gzip("more");
    for (const std::size_t piece : {1U, 2U, 5U, 1000U}) {
        const auto decoded = decode(packed, piece);
        EXPECT_EQ(decoded.bytes, story + "more");
        EXPECT_FALSE(decoded.failure);
        EXPECT_TRUE(decoded.at_end);
    }
}

TEST(GzipStream, IsNotAtAnEndWhereverAMemberIsCut) {
    const auto packed = gzip(story);
    for (std::size_t cut = 0; cut < packed.size(); ++cut) {
        const auto decoded = decode(std::string_view(packed).substr(0, cut), 16);
        EXPECT_FALSE(decoded.at_end) << cut;
        EXPECT_FALSE(decoded.failure) << cut;
        EXPECT_TRUE(story.starts_with(decoded.bytes)) << cut;
    }
}

TEST(GzipStream, NoticesAWrongCheckSum) {
    auto packed = gzip(story);
    packed[packed.size() - 8] = static_cast<char>(packed[packed.size() - 8] ^ 1);
    EXPECT_EQ(decode(packed, 64).failure, "corrupt gzip: incorrect data check");
}

TEST(GzipStream, NoticesGarbageAfterAMember) {
    EXPECT_EQ(decode(gzip(story) + "garbage", 64).failure,
              "corrupt gzip: garbage after the compressed data");
    EXPECT_EQ(decode(gzip(story) + "\x1fgarbage", 1).failure,
              "corrupt gzip: garbage after the compressed data");
}

TEST(GzipStream, NamesWhatIsWrongWithTheFirstHeader) {
    auto packed = gzip(story);
    packed[2] = 7;
    EXPECT_EQ(decode(packed, 64).failure, "corrupt gzip: unknown compression method");
}

}  // namespace
}  // namespace wirecopy::read
