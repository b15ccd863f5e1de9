// Files of signatures from any bytes: they are refused as a format error that names the file, or
// give articles that are the same again when they are written and read, whatever they were cut
// into. The same bytes are then tried with right checksums, which random bytes never have.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "fuzz/expect.hpp"
#include "sketch/little_endian.hpp"
#include "sketch/signature_file.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/signatures.hpp"

namespace {

namespace sketch = wirecopy::sketch;
using wirecopy::SignatureReader;
using wirecopy::SignedArticle;
using wirecopy::fuzz::expect;

struct Content {
    wirecopy::SignatureParameters parameters;
    std::vector<SignedArticle> articles;
    std::vector<std::vector<std::uint32_t>> words;

    friend bool operator==(const Content&, const Content&) = default;
};

std::optional<Content> read(std::string_view bytes, std::size_t most) {
    try {
        SignatureReader reader("fuzzed", [&](std::span<char> buffer) {
            const auto count = std::min({bytes.size(), buffer.size(), most});
            std::copy_n(bytes.begin(), count, buffer.begin());
            bytes.remove_prefix(count);
            return count;
        });
        Content content;
        content.parameters = reader.parameters();
        SignedArticle article;
        std::vector<std::uint32_t> words;
        while (reader.next(article, words)) {
            content.articles.push_back(article);
            content.words.push_back(words);
        }
        return content;
    } catch (const wirecopy::Error& error) {
        expect(error.kind() == wirecopy::ErrorKind::format, "a refusal is a format error");
        expect(std::string_view(error.what()).starts_with("fuzzed: "), "it names the file");
        return std::nullopt;
    }
}

std::string written(const Content& content) {
    std::string bytes;
    wirecopy::SignatureWriter writer(content.parameters,
                                     [&](std::string_view block) { bytes += block; });
    for (std::size_t i = 0; i < content.articles.size(); ++i) {
        writer.write(content.articles[i], content.words[i]);
    }
    writer.finish();
    return bytes;
}

void check(std::string_view bytes) {
    const auto content = read(bytes, bytes.size());
    expect(read(bytes, 3) == content, "however few bytes come at a time");
    if (!content) {
        return;
    }
    wirecopy::require_valid(content->parameters);
    expect(read(written(*content), bytes.size()) == content, "the same articles again");
    wirecopy::SignatureSet set;
    set.parameters = content->parameters;
    set.articles = content->articles;
    for (const auto& words : content->words) {
        set.words.insert(set.words.end(), words.begin(), words.end());
    }
    try {
        wirecopy::match_signatures(set, {.threads = 1}, [&](const wirecopy::CopyPair& pair) {
            expect(pair.a < pair.b && pair.b < set.articles.size(), "pairs of articles");
            expect(pair.jaccard >= .7F && pair.jaccard <= 1, "at the threshold");
            expect(pair.containment_a <= 1 && pair.containment_b <= 1, "shares");
        });
    } catch (const wirecopy::Error& error) {
        expect(error.kind() == wirecopy::ErrorKind::option, "few bits do not match many");
    }
}

// Every checksum made right, as far as the sizes of the blocks lead.
std::string forged(std::string bytes) {
    const auto sign = [&](std::size_t place, std::size_t from, std::size_t to, std::uint64_t seed) {
        std::string checksum;
        const auto covered = std::string_view(bytes).substr(from, to - from);
        base::append_number(checksum, wirecopy::base::hash_bytes(covered, seed), 8);
        bytes.replace(place, checksum.size(), checksum);
    };
    if (bytes.size() < sketch::file_header_bytes) {
        return bytes;
    }
    bytes.replace(0, 8, wirecopy::signature_file_magic);
    sign(36, 0, 36, 0);
    std::uint64_t number = 0;
    for (auto at = sketch::file_header_bytes; bytes.size() - at >= sketch::block_header_bytes;) {
        const auto end = at + sketch::block_header_bytes + sketch::number32_at(bytes, at + 8);
        if (end > bytes.size()) {
            break;
        }
        sign(at, at + 8, end, number++);
        at = end;
    }
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check(bytes);
    check(forged(std::string(bytes)));
    return 0;
}
