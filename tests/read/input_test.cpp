#include "read/input.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>

#include "read/articles.hpp"
#include "read/compress.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::read {
namespace {

constexpr std::array packings = {Packing::plain, Packing::gzip, Packing::zstd};

/// Packs in up to three members or frames, cut anywhere.
std::string pack_in_pieces(std::string_view bytes, Packing packing, base::Random& random) {
    if (packing == Packing::plain) {
        return std::string(bytes);
    }
    const auto first = random.below(bytes.size() + 1);
    const auto second = first + random.below(bytes.size() - first + 1);
    return pack(bytes.substr(0, first), packing) +
           pack(bytes.substr(first, second - first), packing) + pack(bytes.substr(second), packing);
}

class InputRoundTrip : public testing::TestWithParam<InputFormat> {
protected:
    static std::string write(const std::vector<Article>& articles, base::Random& random) {
        switch (GetParam()) {
            case InputFormat::csv:
                return write_delimited(articles, ',', random);
            case InputFormat::tsv:
                return write_delimited(articles, '\t', random);
            default:
                return write_json_lines(articles, random);
        }
    }
};

TEST_P(InputRoundTrip, ReadsBackWhatWasWrittenWhateverTheChunksAndPacking) {
    base::Random random(41);
    ReadOptions options;
    options.format = GetParam();
    for (int round = 0; round < 150; ++round) {
        auto articles = random_articles(random, random.below(12));
        if (GetParam() == InputFormat::jsonl && !articles.empty()) {
            articles.back().extra = {{"url", "\"u\""}, {"n", "[1, {\"é\": null}]"}, {"f", "-1.50"}};
        }
        auto bytes = write(articles, random);
        if (random.below(3) == 0 && !articles.empty()) {
            bytes.pop_back();  // the last newline may be missing
        }
        if (random.below(4) == 0) {
            bytes.insert(0, "\xef\xbb\xbf");
        }
        for (const auto packing : packings) {
            const auto packed = pack_in_pieces(bytes, packing, random);
            const auto corpus = read_memory(packed, "-", options, 1 + random.below(200));
            ASSERT_EQ(corpus.articles, articles) << round;
            ASSERT_TRUE(corpus.rejected.empty()) << testing::PrintToString(corpus.rejected);
        }
    }
}

// A cut file yields a beginning of the articles and one rejection, never another article. The last
// article may be whole: the cut then fell into the check sum, or the file was plain.
TEST_P(InputRoundTrip, YieldsNoWrongArticleWhereverAPackedFileIsCut) {
    base::Random random(43);
    ReadOptions options;
    options.format = GetParam();
    const auto articles = random_articles(random, 6);
    const auto bytes = write(articles, random);
    for (const auto packing : {Packing::gzip, Packing::zstd}) {
        const auto packed = pack(bytes.substr(0, bytes.size() / 2), packing) +
                            pack(bytes.substr(bytes.size() / 2), packing);
        const auto first_end = pack(bytes.substr(0, bytes.size() / 2), packing).size();
        for (std::size_t cut = 1; cut < packed.size(); ++cut) {
            if (cut == first_end) {
                continue;  // a whole file; what it ends with is a cut line, not a cut file
            }
            const auto name = packing == Packing::gzip ? "a.gz" : "a.zst";
            for (const std::size_t chunk : {16U, 4096U}) {
                const auto corpus =
                    read_memory(std::string_view(packed).substr(0, cut), name, options, chunk);
                ASSERT_EQ(corpus.rejected.size(), 1U) << cut;
                ASSERT_TRUE(corpus.rejected[0].reason.starts_with("truncated"))
                    << corpus.rejected[0].reason;
                ASSERT_LE(corpus.articles.size(), articles.size());
                for (std::size_t i = 0; i < corpus.articles.size(); ++i) {
                    ASSERT_EQ(corpus.articles[i], articles[i]) << cut;
                }
            }
        }
    }
}

// Any single byte may be wrong: check sums may come too late to hold back articles that streamed
// through before them, but the reader always ends, and says so when the bytes are not the same.
TEST_P(InputRoundTrip, EndsWhateverByteOfAPackedFileIsWrong) {
    base::Random random(47);
    ReadOptions options;
    options.format = GetParam();
    const auto articles = random_articles(random, 4);
    const auto bytes = write(articles, random);
    for (const auto packing : {Packing::gzip, Packing::zstd}) {
        const auto packed = pack(bytes, packing);
        for (std::size_t at = 0; at < packed.size(); ++at) {
            auto wrong = packed;
            wrong[at] = static_cast<char>(wrong[at] ^ static_cast<char>(1 + random.below(255)));
            const auto corpus = read_memory(wrong, "a", options, 64);
            ASSERT_TRUE(!corpus.rejected.empty() || corpus.articles == articles) << at;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, InputRoundTrip,
                         testing::Values(InputFormat::jsonl, InputFormat::csv, InputFormat::tsv));

TEST(Input, ACutTextFileIsNoArticle) {
    const std::string story = "Ferry sinks\nAll were saved, said Pia Lund, harbour master.\n";
    for (const auto packing : {Packing::gzip, Packing::zstd}) {
        const auto packed = pack(story, packing);
        for (std::size_t cut = 0; cut < packed.size(); ++cut) {
            const auto name = packing == Packing::gzip ? "a.txt.gz" : "a.txt.zst";
            const auto corpus = read_memory(std::string_view(packed).substr(0, cut), name, {}, 16);
            ASSERT_TRUE(corpus.articles.empty()) << cut;
            ASSERT_EQ(corpus.rejected.size(), 1U) << cut;
        }
        EXPECT_EQ(read_memory(packed, "a", {}, 16).articles.at(0).text, story);
    }
}

TEST(Input, ChoosesTheFormatByNameThenByBytes) {
    const std::string line = R"({"id":"a","text":"t"})";
    EXPECT_EQ(read_memory(line, "x.jsonl", {}).articles.at(0).text, "t");
    EXPECT_EQ(read_memory(line, "x.txt", {}).articles.at(0).text, line);
    EXPECT_EQ(read_memory(line, "x", {}).articles.at(0).text, "t");
    EXPECT_EQ(read_memory(gzip("\n " + line), "-", {}).articles.at(0).text, "t");
    EXPECT_EQ(read_memory("{ " + line, "x", {}).articles.at(0).text, "{ " + line);
    EXPECT_EQ(read_memory("id\ttext\n1\tt\n", "x.tsv.gz", {}).articles.at(0).text, "t");
    ReadOptions asked;
    asked.format = InputFormat::text;
    EXPECT_EQ(read_memory(line, "x.jsonl", asked).articles.at(0).text, line);
}

TEST(Input, ATableIsKnownByItsHeader) {
    for (const auto* name : {"-", "dump", "dump.bak"}) {
        for (const std::size_t chunk : {1U, 4096U}) {
            const auto csv = read_memory("id,text\n1,\"a\nb\"\n2,c\n", name, {}, chunk);
            ASSERT_EQ(csv.articles.size(), 2U);
            EXPECT_EQ(csv.articles[0].text, "a\nb");
            const auto tsv = read_memory(gzip("text\tid\na\t1\n"), name, {}, chunk);
            ASSERT_EQ(tsv.articles.size(), 1U);
            EXPECT_EQ(tsv.articles[0].id, "1");
        }
    }
    EXPECT_EQ(read_memory("id,text\n1,a\n", "x.txt", {}).articles.at(0).text, "id,text\n1,a\n");
}

TEST(Input, JsonThatLiesInNoLinesIsOneRejection) {
    const std::string array = "[{\"id\":\"a\",\"text\":\"t\"},{\"id\":\"b\",\"text\":\"u\"}]\n";
    const std::string spread = "{\n  \"id\": \"a\",\n  \"text\": \"t\"\n}\n";
    for (const auto* name : {"-", "x.json", "x.jsonl.gz"}) {
        for (const std::size_t chunk : {1U, 4096U}) {
            for (const auto& bytes : {array, spread, gzip(spread)}) {
                const auto corpus = read_memory(bytes, name, {}, chunk);
                EXPECT_TRUE(corpus.articles.empty());
                ASSERT_EQ(corpus.rejected.size(), 1U);
                EXPECT_EQ(corpus.rejected[0].line, 0U);
                EXPECT_EQ(corpus.rejected[0].reason,
                          bytes == array
                              ? "is a JSON array: one object a line is expected (jq -c '.[]' "
                                "writes them so)"
                              : "is JSON over several lines: one object a line is expected (jq "
                                "-c . writes them so)");
            }
        }
    }
    EXPECT_EQ(read_memory(array, "x.txt", {}).articles.size(), 1U);
}

TEST(Input, AFileOfAnotherKindIsOneRejectionThatNamesIt) {
    const auto reason_of = [](std::string_view bytes, const ReadOptions& options = {}) {
        const auto corpus = read_memory(bytes, "x", options, 3);
        EXPECT_EQ(corpus.rejected.size(), 1U);
        return corpus.rejected.empty() ? "" : corpus.rejected[0].reason;
    };
    ReadOptions asked;
    asked.format = InputFormat::csv;
    const std::string pdf = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    EXPECT_EQ(reason_of(pdf), "is a PDF: turn it into text first");
    EXPECT_EQ(reason_of(pdf, asked), "is a PDF: turn it into text first");
    auto zip = "PK\3\4" + std::string(26, '\0') + "word/document.xml";
    EXPECT_EQ(reason_of(zip), "is an office document: save it as text first");
    std::string tar = "wire/a.txt";
    tar.resize(257, '\0');
    tar += "ustar" + std::string(250, '\0');
    EXPECT_EQ(reason_of(tar), "is a tar archive: unpack it, and read the folder");
    EXPECT_EQ(reason_of(gzip(tar)), "is a tar archive: unpack it, and read the folder");
}

// A reader of a pipe must not wait for the second line before it delivers the first.
TEST(Input, TheFirstLineIsDeliveredBeforeTheSecondIsThere) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const std::string_view line = "{\"id\":\"a\",\"text\":\"t\"}\n";
    ASSERT_EQ(::write(ends[1], line.data(), line.size()), static_cast<::ssize_t>(line.size()));
    std::size_t accepted = 0;
    const Accept accept = [&](Article&&) {
        if (++accepted == 1) {
            ::close(ends[1]);  // the pipe ends only now: until then another read would not return
        }
    };
    const Reject reject = [](Rejected&&) {};
    ArticleSink sink(accept, reject);
    read_input(RawInput(ends[0], true), "-", {}, default_chunk_bytes, sink);
    EXPECT_EQ(accepted, 1U);
}

TEST(Input, ATextFileNeedsANameThatCanBeAnId) {
    const auto corpus = read_memory("text", "caf\xe9.txt", {});
    ASSERT_EQ(corpus.rejected.size(), 1U);
    EXPECT_EQ(corpus.rejected[0].source, "caf\\xe9.txt");
    EXPECT_EQ(corpus.rejected[0].reason,
              "the file name, which would be the id, is not UTF-8: rename it");
    EXPECT_EQ(read_memory(R"({"id":"a","text":"t"})", "caf\xe9.jsonl", {}).articles.size(), 1U);
}

TEST(Input, NoNameOfAFileCanSteerATerminal) {
    const auto source_of = [](const std::string& name) {
        return read_memory("", name + ".txt", {}).rejected.at(0).source;
    };
    EXPECT_EQ(source_of("a\x1b[2J\x7f\r"), "a\\x1b[2J\\x7f\\r.txt");
    EXPECT_EQ(source_of("\u009b2J \u202egpj"), "\\u009b2J \\u202egpj.txt");
    EXPECT_EQ(source_of("\u2028\u200b\U000e0001"), "\\u2028\\u200b\\U000e0001.txt");
    EXPECT_EQ(source_of("平原 é 👨‍👩‍👧"), "平原 é 👨‍👩‍👧.txt");
    EXPECT_EQ(source_of("\\x1b"), "\\\\x1b.txt");
}

TEST(Input, OptionsThatCannotWorkAreErrors) {
    const auto kind_of = [](const ReadOptions& options) {
        try {
            static_cast<void>(read_memory("", "-", options));
        } catch (const Error& error) {
            return error.kind() == ErrorKind::option ? std::string(error.what()) : "other kind";
        }
        return std::string("no error");
    };
    ReadOptions options;
    options.limit_bytes = 0;
    EXPECT_EQ(kind_of(options), "read: limit_bytes must be at least 1");
    options = {};
    options.id_field = "";
    EXPECT_EQ(kind_of(options), "read: the name of the id field must not be empty");
    options = {};
    options.text_field = "";
    EXPECT_EQ(kind_of(options), "read: the name of the text field must not be empty");
}

}  // namespace
}  // namespace wirecopy::read
