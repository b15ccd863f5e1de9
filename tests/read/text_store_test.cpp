#include "wirecopy/read.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

namespace fs = std::filesystem;

// A folder that is gone with the test.
class Folder {
public:
    Folder() : path_(fs::path(testing::TempDir()) / ("texts" + std::to_string(::getpid()))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name, const std::string& bytes) const {
        const auto path = path_ / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    fs::path path_;
};

struct Stored {
    TextStore store;
    std::vector<std::string> texts;
};

Stored store_of(const std::vector<std::string>& paths, const std::string& folder = {}) {
    const ReadOptions options;
    Stored made{TextStore(options, folder), {}};
    read_records(
        paths, options,
        [&](Article&& article, const ArticleRecord& record) {
            made.store.add(article, record);
            made.texts.push_back(article.text);
        },
        [](Rejected&& rejected) { ADD_FAILURE() << rejected.reason; });
    made.store.finish();
    return made;
}

void expect_all(const Stored& stored) {
    ASSERT_EQ(stored.store.size(), stored.texts.size());
    TextStore::Reader reader(stored.store);
    std::string text;
    for (std::size_t i = stored.texts.size(); i-- > 0;) {
        reader.read(i, text);
        EXPECT_EQ(text, stored.texts[i]) << i;
    }
    for (std::size_t i = 0; i < stored.texts.size(); i += 7) {
        reader.read(i, text);
        EXPECT_EQ(text, stored.texts[i]) << i;
    }
}

// Escapes, a byte order mark, blank lines, both line endings, no last one.
std::string many_lines(std::size_t count) {
    std::string bytes = "\xef\xbb\xbf";
    for (std::size_t i = 0; i < count; ++i) {
        bytes += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"line \\u00e9 \\n \\\"of\\\" " +
                 std::string(i % 400, 'x') + "\"}" + (i % 3 == 0 ? "\r\n" : "\n") +
                 (i % 5 == 0 ? "\n" : "");
    }
    return bytes + "{\"id\":\"last\",\"text\":\"end\"}";
}

TEST(TextStore, ReadsLinesOfAPlainFileBack) {
    const Folder folder;
    expect_all(store_of({folder.file("a.jsonl", many_lines(3000)),
                         folder.file("b.jsonl", "{\"id\":\"b\",\"text\":\"another\"}\n")}));
}

TEST(TextStore, PacksTablesInMemoryOrInAFolder) {
    const Folder folder;
    std::string table = "id,text\n";
    for (int i = 0; i < 3000; ++i) {
        table += std::to_string(i) + ",\"text, of " + std::string(i % 300, 'y') + "\nrow\"\n";
    }
    const auto path = folder.file("a.csv", table);
    expect_all(store_of({path}));
    expect_all(store_of({path}, folder.path()));
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(folder.path())) {
        files += entry.is_regular_file() ? 1U : 0U;
    }
    EXPECT_EQ(files, 1U) << "nothing is left there";
}

TEST(TextStore, PacksAnArticleLargerThanABlock) {
    const Folder folder;
    expect_all(
        store_of({folder.file("a.txt", std::string(300'000, 'a')), folder.file("b.txt", "short")}));
}

TEST(TextStore, SaysThatAFileChanged) {
    const Folder folder;
    const auto path = folder.file("a.jsonl", "{\"id\":\"1\",\"text\":\"as it was\"}\n");
    const auto stored = store_of({path});
    static_cast<void>(folder.file("a.jsonl", "{\"id\":\"1\",\"text\":\"as it is!\"}\n"));
    TextStore::Reader reader(stored.store);
    std::string text;
    try {
        reader.read(0, text);
        FAIL() << text;
    } catch (const Error& error) {
        EXPECT_EQ(std::string(error.what()), path + ": changed while it was worked on");
    }
}

TEST(TextStore, SaysThatAFileIsGoneOrWasCut) {
    const Folder folder;
    const auto path = folder.file("a.jsonl", many_lines(10));
    const auto stored = store_of({path});
    std::string text;
    static_cast<void>(folder.file("a.jsonl", "{"));
    EXPECT_THROW(TextStore::Reader(stored.store).read(10, text), Error);
    fs::remove(path);
    EXPECT_THROW(TextStore::Reader(stored.store).read(10, text), Error);
}

TEST(TextStore, RefusesAFolderThatIsNotThere) {
    EXPECT_THROW(TextStore({}, "/no/such/folder"), Error);
}

std::vector<std::string> records_of(const RecordStore& store,
                                    const std::vector<std::uint32_t>& places) {
    std::vector<std::string> records;
    store.read(places, [&](std::string_view bytes) { records.emplace_back(bytes); });
    return records;
}

TEST(RecordStore, GivesBackTheVeryBytesOfPlainFilesAndOfAllElse) {
    const Folder folder;
    const std::string lines =
        "{\"id\": \"a\", \"text\": \"One.\"}\r\n{\"id\": \"b\",\"text\":\"Two.\"}";
    const std::string rows = "id,text\nc,\"Three\nlines\"\nd,Four\n";
    const std::vector<std::string> wanted{"{\"id\": \"a\", \"text\": \"One.\"}\r\n",
                                          "{\"id\": \"b\",\"text\":\"Two.\"}",
                                          "c,\"Three\nlines\"\n", "d,Four\n"};
    const std::vector<std::string> paths{folder.file("a.jsonl", lines), folder.file("b.csv", rows)};
    for (const bool is_packed : {false, true}) {
        for (const auto& work : {std::string(), folder.path()}) {
            RecordStore store(work);
            read_records(
                paths, {},
                [&](Article&& /*article*/, const ArticleRecord& record) {
                    auto kept = record;
                    kept.path = is_packed ? std::string_view() : kept.path;
                    store.add(kept);
                },
                [](Rejected&& rejected) { ADD_FAILURE() << rejected.reason; });
            store.finish();
            EXPECT_EQ(store.size(), 4U);
            EXPECT_EQ(records_of(store, {0, 1, 2, 3}), wanted);
            EXPECT_EQ(records_of(store, {3, 1}), (std::vector<std::string>{wanted[3], wanted[1]}));
        }
    }
}

TEST(RecordStore, RefusesAFileThatChanged) {
    const Folder folder;
    const auto path = folder.file("a.csv", "id,text\na,One\nb,Two\n");
    RecordStore store;
    const std::vector<std::string> paths{path};
    read_records(
        paths, {}, [&](Article&& /*article*/, const ArticleRecord& record) { store.add(record); },
        [](Rejected&&) {});
    store.finish();
    (void)folder.file("a.csv", "id,text\na,One\nb,Too\n");
    EXPECT_EQ(records_of(store, {0}), std::vector<std::string>{"a,One\n"});
    EXPECT_THROW((void)records_of(store, {1}), Error);
    (void)folder.file("a.csv", "id,text\na,O");
    EXPECT_THROW((void)records_of(store, {0}), Error);
}

}  // namespace
}  // namespace wirecopy
