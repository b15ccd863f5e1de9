// Hostile inputs: what they cost a reader must not grow faster than they do.

#include "growth.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "read/compress.hpp"
#include "read/id_registry.hpp"
#include "read/input.hpp"

namespace wirecopy::read {
namespace {

/// Ids that a table of any size up to 2^14 slots would put near its beginning if it took the
/// low bits of the hash that everybody knows.
std::vector<std::string> ids_of_few_slots(std::size_t count) {
    std::vector<std::string> ids;
    for (std::uint64_t number = 0; ids.size() < count; ++number) {
        auto id = "article-" + std::to_string(number);
        if (base::hash_bytes(id) % 16384 < 256) {
            ids.push_back(std::move(id));
        }
    }
    return ids;
}

TEST(ReadGrowth, OfIdsChosenToCollideIsLinear) {
    const auto add = [](const std::vector<std::string>& ids) {
        IdRegistry registry;
        registry.enter_source("only");
        for (const auto& id : ids) {
            static_cast<void>(registry.add(id, 1));
        }
    };
    EXPECT_LT(testing::growth(2000, ids_of_few_slots, add), testing::most_growth);
}

// Every line opens a quote, whether it stands alone or in the cell that the line before it opened.
TEST(ReadGrowth, OfLinesThatAllOpenAQuoteIsLinear) {
    const auto read = [](std::uint64_t limit_bytes) {
        const auto lines = [](std::size_t count) {
            std::string text = "id,text\n";
            for (std::size_t line = 0; line < count; ++line) {
                text += "x\",\"y\n";
            }
            return text;
        };
        return testing::growth(4000, lines, [&](const std::string& text) {
            ReadOptions options;
            options.format = InputFormat::csv;
            options.limit_bytes = limit_bytes;
            static_cast<void>(read_memory(text, "-", options));
        });
    };
    EXPECT_LT(read(std::uint64_t{1} << 20U), testing::most_growth);
    EXPECT_LT(read(10000), testing::most_growth);
}

TEST(ReadGrowth, OfWhateverIsRepeatedIsLinear) {
    struct Shape {
        InputFormat format;
        std::string begin;
        std::string piece;
        std::string end;
    };
    const std::string no_articles = gzip("");
    for (const auto& shape : std::vector<Shape>{
             {InputFormat::jsonl, "", "\n", ""},
             {InputFormat::jsonl, "", "{\n", ""},
             {InputFormat::jsonl, "{\"id\":1", ",\"a\":1", "}\n"},
             {InputFormat::jsonl, "{\"id\":1", ",\"id\":1", "}\n"},
             {InputFormat::jsonl, "{\"id\":", "[", "\n"},
             {InputFormat::jsonl, "{\"id\":[", "[],", "1]}\n"},
             {InputFormat::jsonl, "{\"text\":\"", "\\u00e9", "\"}\n"},
             {InputFormat::jsonl, "{\"text\":\"", "\\ud800", "\"}\n"},
             {InputFormat::jsonl, "", "{\"id\":1,\"text\":\"a\"}\n", ""},
             {InputFormat::csv, "id,text\n", "\"", "\n"},
             {InputFormat::csv, "id,text\n", "\"\n", "\n"},
             {InputFormat::csv, "id,text\n", "\"\"\n", "\n"},
             {InputFormat::csv, "id,text\n", "\"a\"b\n", "\n"},
             {InputFormat::csv, "id,text\n", "\"a\"b,\"c\n", "\n"},
             {InputFormat::csv, "id,text\n1,\"", "\n", ""},
             {InputFormat::csv, "id,text\n1,\"", "\"\"", "\"\n"},
             {InputFormat::csv, "id,text\n1", ",", "\n"},
             {InputFormat::csv, "id,text", ",", "\n1,a\n"},
             {InputFormat::csv, "id,text\n", "1,a\n", ""},
             {InputFormat::tsv, "id\ttext\n", "x\"\t\"y\n", ""},
             {InputFormat::text, "", "\u3000", ""},
             {InputFormat::text, "", "\n", "a"},
             {InputFormat::automatic, "", " \n", "{"},
             {InputFormat::automatic, "id,text", ",", ""},
             {InputFormat::automatic, "[", " ", ""},
             {InputFormat::automatic, "", no_articles, ""},
         }) {
        for (const std::uint64_t limit_bytes : {std::uint64_t{1} << 20U, std::uint64_t{1000}}) {
            const auto write = [&](std::size_t n) {
                auto bytes = shape.begin;
                for (std::size_t i = 0; i < n; ++i) {
                    bytes += shape.piece;
                }
                return bytes + shape.end;
            };
            const auto growth = testing::growth(2000, write, [&](const std::string& bytes) {
                ReadOptions options;
                options.format = shape.format;
                options.limit_bytes = limit_bytes;
                static_cast<void>(read_memory(bytes, "-", options));
            });
            EXPECT_LT(growth, testing::most_growth)
                << shape.begin << " + n x " << shape.piece << " + " << shape.end;
        }
    }
}

}  // namespace
}  // namespace wirecopy::read
