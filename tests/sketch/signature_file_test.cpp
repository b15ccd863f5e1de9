#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "sketch/feature_sets.hpp"
#include "sketch/little_endian.hpp"
#include "sketch/signature_file.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/signatures.hpp"

namespace wirecopy {
namespace {

struct Row {
    SignedArticle article;
    std::vector<std::uint32_t> words;

    friend bool operator==(const Row&, const Row&) = default;
};

const std::vector<SignatureParameters>& kinds() {
    static const std::vector<SignatureParameters> kinds = {
        {.slots = 6},
        {.slots = 5, .bits = 1, .unit = ShingleUnit::character, .width = 9},
        {.slots = 33, .seed = 0xfedcba9876543210U, .bits = 8},
        {.method = SketchMethod::one_permutation, .slots = 20},
        {.method = SketchMethod::one_permutation_densified, .slots = 20, .bits = 2},
    };
    return kinds;
}

// The third has no words.
std::vector<Row> rows_of(const SignatureParameters& parameters, std::size_t count,
                         const std::string& prefix = "id ") {
    const Sketcher sketcher(parameters);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const auto features = i == 2 ? 0 : 3 + i % 50;
        const auto signature = sketcher.sign(testing::random_features(features, i));
        rows.push_back({{.id = prefix + std::to_string(i),
                         .source = i % 2 == 0 ? "" : "The Vale Gazette",
                         .date = i % 3 == 0 ? "" : "2024-02-29",
                         .word_hash = base::mix(i),
                         .shingle_count = static_cast<std::uint32_t>(features)},
                        {signature.words().begin(), signature.words().end()}});
    }
    return rows;
}

std::string file_of(const SignatureParameters& parameters, const std::vector<Row>& rows) {
    std::string bytes;
    SignatureWriter writer(parameters, [&](std::string_view block) { bytes += block; });
    for (const auto& row : rows) {
        writer.write(row.article, row.words);
    }
    writer.finish();
    return bytes;
}

// Gives at most so many bytes a call.
SignatureReader reader_of(std::string_view bytes, std::string name = "a.sketch",
                          std::size_t most = ~std::size_t{0}) {
    return {std::move(name), [bytes, most](std::span<char> buffer) mutable {
                const auto count = std::min({bytes.size(), buffer.size(), most});
                std::copy_n(bytes.begin(), count, buffer.begin());
                bytes.remove_prefix(count);
                return count;
            }};
}

std::vector<Row> rows_in(SignatureReader reader) {
    std::vector<Row> rows;
    Row row;
    while (reader.next(row.article, row.words)) {
        rows.push_back(row);
    }
    EXPECT_FALSE(reader.next(row.article, row.words));
    return rows;
}

template <typename Act>
std::string refusal_of(Act act, ErrorKind kind) {
    try {
        act();
    } catch (const Error& error) {
        return error.kind() == kind ? error.what() : "another kind";
    }
    return "";
}

std::string refusal_of(const std::string& bytes) {
    return refusal_of([&] { (void)rows_in(reader_of(bytes)); }, ErrorKind::format);
}

// Where blocks begin, the end among them.
std::vector<std::size_t> blocks_of(const std::string& bytes) {
    std::vector<std::size_t> begins;
    for (auto at = sketch::file_header_bytes; at < bytes.size();) {
        begins.push_back(at);
        at += sketch::block_header_bytes + sketch::number32_at(bytes, at + 8);
    }
    return begins;
}

// Changes bytes of the first block and signs it again, as a forger would.
std::string forged(std::string bytes, std::size_t at, const std::string& with) {
    const auto blocks = blocks_of(bytes);
    bytes.replace(blocks[0] + at, with.size(), with);
    const auto covered = std::string_view(bytes).substr(blocks[0] + sketch::checksum_bytes,
                                                        blocks[1] - blocks[0] - 8);
    std::string checksum;
    base::append_number(checksum, base::hash_bytes(covered, 0), 8);
    return bytes.replace(blocks[0], 8, checksum);
}

TEST(SignatureFile, HoldsWhatWasWritten) {
    for (const auto& parameters : kinds()) {
        for (const std::size_t count : {0, 1, 5, 200}) {
            const auto rows = rows_of(parameters, count);
            const auto bytes = file_of(parameters, rows);
            EXPECT_EQ(reader_of(bytes).parameters(), parameters);
            EXPECT_EQ(rows_in(reader_of(bytes)), rows);
        }
    }
}

TEST(SignatureFile, IsTheSameHoweverFewBytesComeAtATime) {
    const auto rows = rows_of(kinds()[0], 9);
    const auto bytes = file_of(kinds()[0], rows);
    for (const std::size_t most : {1, 2, 7, 100}) {
        EXPECT_EQ(rows_in(reader_of(bytes, "a", most)), rows);
    }
}

TEST(SignatureFile, IsFrozen) {
    const SignatureParameters parameters{.slots = 2, .seed = 258, .bits = 16, .width = 3};
    const auto bytes = file_of(parameters, rows_of(parameters, 2));
    ASSERT_EQ(bytes.size(), 44U + 16 + (24 + 4 + 4) + (24 + 4 + 26 + 4) + 16 + 8);
    EXPECT_EQ(bytes.substr(0, 36), std::string("wcsigset\1\0\0\0\1\0\0\0\0\0\x10\0\2\0\0\0\3\0\0\0"
                                               "\2\1\0\0\0\0\0\0",
                                               36));
    EXPECT_EQ(base::hash_bytes(bytes), 17173663952038718474ULL);
}

TEST(SignatureFile, WithAFlippedBitAnywhereIsRefusedByItsName) {
    for (const auto& parameters : kinds()) {
        const auto bytes = file_of(parameters, rows_of(parameters, 4));
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                auto damaged = bytes;
                damaged[at] = static_cast<char>(damaged[at] ^ static_cast<char>(1U << bit));
                const auto refusal = refusal_of(damaged);
                ASSERT_TRUE(refusal.starts_with("a.sketch: ")) << "byte " << at << ": " << refusal;
            }
        }
    }
}

TEST(SignatureFile, CutOrLengthenedAnywhereIsRefusedByItsName) {
    for (const auto& parameters : kinds()) {
        const auto bytes = file_of(parameters, rows_of(parameters, 4));
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            ASSERT_TRUE(refusal_of(bytes.substr(0, size)).starts_with("a.sketch: ")) << size;
        }
        EXPECT_TRUE(refusal_of(bytes + '\0').starts_with("a.sketch: there is more behind its end"));
        EXPECT_TRUE(refusal_of(bytes + bytes).starts_with("a.sketch: there is more behind"));
    }
}

TEST(SignatureFile, OfManyArticlesIsInBlocksThatMayNotMove) {
    const auto rows = rows_of({}, 5000);
    const auto bytes = file_of({}, rows);
    EXPECT_EQ(rows_in(reader_of(bytes)), rows);
    const auto begins = blocks_of(bytes);
    ASSERT_EQ(begins.size(), 4U);  // three, and the end
    const auto part = [&](std::size_t from, std::size_t to) {
        return bytes.substr(begins[from], begins[to] - begins[from]);
    };
    const auto head = bytes.substr(0, begins[0]);
    const auto end = bytes.substr(begins[3]);
    EXPECT_EQ(head + part(0, 1) + part(1, 2) + part(2, 3) + end, bytes);
    EXPECT_EQ(refusal_of(head + part(1, 2) + part(0, 1) + part(2, 3) + end),
              "a.sketch: it is damaged: the checksum of the block at byte 44 does not match");
    EXPECT_NE(refusal_of(head + part(0, 1) + part(2, 3) + end), "");
    EXPECT_NE(refusal_of(head + part(0, 2) + end), "");
    EXPECT_NE(refusal_of(head + part(0, 2) + part(1, 3) + end), "");
}

TEST(SignatureFile, SaysWhatIsWrongWithIt) {
    const auto bytes = file_of(kinds()[0], rows_of(kinds()[0], 4));
    EXPECT_EQ(refusal_of("oops"),
              "a.sketch: it is no file of signatures: it does not begin with \"wcsigset\"");
    EXPECT_EQ(refusal_of(bytes.substr(0, 20)),
              "a.sketch: it is cut short: it ends at byte 20, inside its header");
    EXPECT_EQ(refusal_of(bytes.substr(0, 44)),
              "a.sketch: it is cut short or damaged: it ends at byte 44, where a block should "
              "begin");
    EXPECT_EQ(refusal_of(bytes.substr(0, 99)),
              "a.sketch: it is cut short or damaged: it ends at byte 99, inside the block at byte "
              "44");
    auto damaged = bytes;
    damaged[8] = 2;
    EXPECT_EQ(refusal_of(damaged), "a.sketch: its version is 2, this program reads version 1");
    damaged = bytes;
    damaged[28] = 1;
    EXPECT_EQ(refusal_of(damaged),
              "a.sketch: it is damaged: the checksum of its header, bytes 0 to 35, does not match");
    EXPECT_EQ(refusal_of([&] { (void)reader_of("", "a\x1b[2J"); }, ErrorKind::format),
              "a\\x1b[2J: it is no file of signatures: it does not begin with \"wcsigset\"");
}

TEST(SignatureFile, IsCheckedBehindARightChecksumToo) {
    const auto bytes = file_of(kinds()[0], rows_of(kinds()[0], 4));
    const auto first = sketch::block_header_bytes;
    const std::string contradicts = "a.sketch: the article at byte 60 contradicts its block";
    EXPECT_EQ(forged(bytes, first, "\4"), bytes);
    EXPECT_EQ(refusal_of(forged(bytes, first, "\xff\xff\xff\xff")), contradicts);
    EXPECT_EQ(refusal_of(forged(bytes, first + 12, std::string(4, '\0'))), contradicts);
    // A source a byte longer moves all that follows.
    EXPECT_NE(refusal_of(forged(bytes, first + 4, "\1")), "");
    // One article more or fewer than there are.
    EXPECT_NE(refusal_of(forged(bytes, 12, "\5")), "");
    EXPECT_NE(refusal_of(forged(bytes, 12, "\3")), "");
    EXPECT_NE(refusal_of(forged(bytes, 12, std::string(1, '\0'))), "");
    // A bit that no slot has.
    const auto packed = file_of(kinds()[1], rows_of(kinds()[1], 1));
    EXPECT_EQ(refusal_of(forged(packed, first + 24 + 4 + 3, "\1")), contradicts);
}

TEST(SignatureFile, IsNotWrittenWithAnotherNumberOfWords) {
    SignatureWriter writer({.slots = 6}, [](std::string_view) {});
    const std::vector<std::uint32_t> words(7);
    EXPECT_EQ(refusal_of([&] { writer.write({.id = "a"}, words); }, ErrorKind::option),
              "signatures: one of 7 words was given where the parameters say 6");
}

std::string merged(const std::vector<std::string>& files) {
    std::vector<SignatureReader> readers;
    for (const auto& bytes : files) {
        readers.push_back(
            reader_of(bytes, std::string(1, static_cast<char>('a' + readers.size()))));
    }
    std::string bytes;
    (void)merge_signatures(readers, [&](std::string_view block) { bytes += block; });
    return bytes;
}

TEST(MergeSignatures, GivesTheBytesOfAllArticlesWrittenAtOnce) {
    for (const auto& parameters : kinds()) {
        auto first = rows_of(parameters, 70, "a");
        const auto second = rows_of(parameters, 3, "b");
        const auto third = rows_of(parameters, 5000, "c");
        const std::vector files{file_of(parameters, first), file_of(parameters, second),
                                file_of(parameters, {}), file_of(parameters, third)};
        first.insert(first.end(), second.begin(), second.end());
        first.insert(first.end(), third.begin(), third.end());
        EXPECT_EQ(merged(files), file_of(parameters, first));
    }
}

TEST(MergeSignatures, RefusesAnIdThatComesTwiceNamingBothFiles) {
    const auto bytes = file_of(kinds()[0], rows_of(kinds()[0], 4));
    EXPECT_EQ(refusal_of([&] { (void)merged({bytes, bytes}); }, ErrorKind::input),
              "b: the id id 0 is in a too");
    auto rows = rows_of(kinds()[0], 4);
    rows[3].article.id = rows[1].article.id;
    const auto doubled = file_of(kinds()[0], rows);
    EXPECT_EQ(refusal_of([&] { (void)merged({doubled}); }, ErrorKind::input),
              "a: the id id 1 is in it twice");
    EXPECT_NE(refusal_of([&] { (void)merged({}); }, ErrorKind::option), "");
}

TEST(MergeSignatures, RefusesOtherParametersNamingTheFirstThatDiffers) {
    const auto bytes = [](const SignatureParameters& parameters) {
        return file_of(parameters, rows_of(parameters, 1));
    };
    const auto refusal = [&](const SignatureParameters& a, const SignatureParameters& b) {
        return refusal_of([&] { (void)merged({bytes(a), bytes(b)}); }, ErrorKind::parameters);
    };
    EXPECT_EQ(refusal({.slots = 6}, {.slots = 7, .seed = 1}),
              "a and b: signatures differ in slots: 6 and 7");
    EXPECT_EQ(refusal({.seed = 6}, {.seed = 7}), "a and b: signatures differ in seed: 6 and 7");
    EXPECT_EQ(refusal({.width = 3}, {.width = 5}), "a and b: signatures differ in width: 3 and 5");
}

TEST(ReadSignatures, PutsFilesAndSidesTogether) {
    const auto first = rows_of(kinds()[2], 9, "a");
    const auto second = rows_of(kinds()[2], 5, "b");
    const std::vector files{file_of(kinds()[2], first), file_of(kinds()[2], second)};
    std::vector<SignatureReader> both;
    both.push_back(reader_of(files[0]));
    both.push_back(reader_of(files[1], "b.sketch"));
    auto set = read_signatures(both);
    ASSERT_EQ(set.articles.size(), 14U);
    EXPECT_EQ(set.parameters, kinds()[2]);
    EXPECT_EQ(set.articles[9], second[0].article);
    EXPECT_EQ(std::vector(set.words.begin() + 9 * 9, set.words.begin() + 10 * 9), second[0].words);
    std::vector<SignatureReader> again;
    again.push_back(reader_of(files[1]));
    append(set, read_signatures(again));  // of two sides the ids may be the same
    EXPECT_EQ(set.articles.size(), 19U);
    EXPECT_EQ(set.words.size(), 19U * 9);
    EXPECT_EQ(refusal_of([&] { append(set, {}); }, ErrorKind::parameters),
              "signatures differ in slots: 33 and 128");
}

}  // namespace
}  // namespace wirecopy
