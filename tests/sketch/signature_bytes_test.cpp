#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/hash.hpp"
#include "sketch/feature_sets.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {
namespace {

Signature example(const SignatureParameters& parameters, std::size_t features) {
    return Sketcher(parameters).sign(testing::random_features(features, 3));
}

const std::vector<SignatureParameters>& kinds() {
    static const std::vector<SignatureParameters> kinds = {
        {},
        {.slots = 5, .bits = 1, .unit = ShingleUnit::character, .width = 9},
        {.slots = 33, .seed = 0xfedcba9876543210U, .bits = 8},
        {.method = SketchMethod::one_permutation, .slots = 40},
        {.method = SketchMethod::one_permutation_densified, .slots = 40, .bits = 2},
    };
    return kinds;
}

std::string refusal_of(const std::string& bytes) {
    try {
        (void)Signature::parse(bytes);
    } catch (const Error& error) {
        return error.kind() == ErrorKind::format ? error.what() : "another kind";
    }
    return "";
}

// Changes bytes and signs them again, as a forger would.
std::string forged(std::string bytes, std::size_t at, const std::string& with) {
    bytes.replace(at, with.size(), with);
    bytes.resize(bytes.size() - 8);
    const auto checksum = base::hash_bytes(bytes);
    for (unsigned i = 0; i < 8; ++i) {
        bytes.push_back(static_cast<char>(static_cast<unsigned char>(checksum >> (8 * i))));
    }
    return bytes;
}

TEST(SignatureBytes, ComeBackAsTheSameSignature) {
    for (const auto& parameters : kinds()) {
        for (const std::size_t features : {0, 1, 20, 500}) {
            const auto signature = example(parameters, features);
            const auto again = Signature::parse(signature.serialise());
            EXPECT_EQ(again, signature);
            EXPECT_EQ(again.parameters(), parameters);
            EXPECT_EQ(again.empty(), features == 0);
        }
    }
}

TEST(SignatureBytes, AreFrozen) {
    const auto bytes = example({.slots = 2, .seed = 258, .bits = 16, .width = 3}, 4).serialise();
    ASSERT_EQ(bytes.size(), 48U);
    EXPECT_EQ(bytes.substr(0, 36), std::string("wcsignat\1\0\0\0\1\0\0\0\0\0\x10\0\2\0\0\0\3\0\0\0"
                                               "\2\1\0\0\0\0\0\0",
                                               36));
    EXPECT_EQ(base::hash_bytes(bytes), 1957819202179926218ULL);
}

TEST(SignatureBytes, AFlippedBitAnywhereIsRefused) {
    for (const auto& parameters : kinds()) {
        const auto bytes = example(parameters, 20).serialise();
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                auto damaged = bytes;
                damaged[at] = static_cast<char>(damaged[at] ^ static_cast<char>(1U << bit));
                const auto refusal = refusal_of(damaged);
                ASSERT_TRUE(refusal.starts_with("signature: ")) << "byte " << at << ": " << refusal;
            }
        }
    }
}

TEST(SignatureBytes, CutOrLengthenedAnywhereAreRefused) {
    for (const auto& parameters : kinds()) {
        const auto bytes = example(parameters, 20).serialise();
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            ASSERT_TRUE(refusal_of(bytes.substr(0, size)).starts_with("signature: ")) << size;
        }
        ASSERT_TRUE(refusal_of(bytes + '\0').starts_with("signature: "));
        ASSERT_TRUE(refusal_of(bytes + bytes).starts_with("signature: "));
    }
}

TEST(SignatureBytes, SayWhatIsWrongWithThem) {
    const auto bytes = example({.slots = 2}, 4).serialise();
    EXPECT_EQ(refusal_of("oops"), "signature: it does not begin with \"wcsignat\"");
    EXPECT_EQ(refusal_of(bytes.substr(0, 20)),
              "signature: it ends inside its header, after 20 bytes");
    EXPECT_EQ(refusal_of(bytes.substr(0, 50)),
              "signature: it has 50 bytes where its header says 52");
    EXPECT_EQ(refusal_of(forged(bytes, 8, "\2")),
              "signature: its version is 2, this program reads version 1");
    auto damaged = bytes;
    damaged[40] = static_cast<char>(damaged[40] ^ 1);
    EXPECT_EQ(refusal_of(damaged), "signature: its checksum does not match: it is damaged");
}

TEST(SignatureBytes, AreCheckedBehindARightChecksumToo) {
    const auto bytes = example({.slots = 2}, 4).serialise();
    const auto header = [&](std::size_t at, const std::string& with) {
        return refusal_of(forged(bytes, at, with));
    };
    EXPECT_EQ(header(16, "\3"),
              "signature: its header is not valid (sketch: method must be minhash, "
              "one_permutation or one_permutation_densified)");
    EXPECT_EQ(header(17, "\2"),
              "signature: its header is not valid (sketch: unit must be word or character)");
    EXPECT_EQ(header(18, "\3"),
              "signature: its header is not valid (sketch: bits must be 1, 2, 4, 8, 16 or 32, "
              "not 3)");
    EXPECT_EQ(header(20, std::string(1, '\0')),
              "signature: its header is not valid (sketch: slots must be at least 1)");
    EXPECT_EQ(header(20, "\xff\xff\xff\xff"),
              "signature: its header is not valid (sketch: slots must be at most 65536, not "
              "4294967295)");
    EXPECT_EQ(header(24, std::string(1, '\0')),
              "signature: its header is not valid (sketch: width must be from 1 to 65536, not 0)");
    const std::string contradiction = "signature: its slots contradict its header";
    EXPECT_EQ(header(19, "\1"), contradiction);
    EXPECT_EQ(header(19, "\2"), contradiction);
    EXPECT_EQ(header(36, std::string(8, '\xff')), contradiction);
    const auto stray = forged(example({.slots = 5, .bits = 1}, 4).serialise(), 36, "\xff");
    EXPECT_EQ(refusal_of(stray), contradiction);
}

TEST(SignatureBytes, OfOtherHashFunctionsAreReadButNeverCompared) {
    const auto ours = example({.slots = 2}, 4);
    const auto theirs = Signature::parse(forged(ours.serialise(), 12, "\2"));
    EXPECT_EQ(theirs.parameters().hash_id, 2U);
    EXPECT_THROW((void)estimate_jaccard(ours, theirs), Error);
}

}  // namespace
}  // namespace wirecopy
