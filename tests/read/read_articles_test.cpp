#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <future>
#include <stdexcept>
#include <thread>

#include "read/articles.hpp"
#include "read/compress.hpp"
#include "read/temp_folder.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy {
namespace {

using read::TempFolder;
using Paths = std::vector<std::string>;

Corpus read_paths(const Paths& paths, const ReadOptions& options = {}) {
    return read_corpus(paths, options);
}

Paths ids(const Corpus& corpus) {
    Paths found;
    for (const auto& article : corpus.articles) {
        found.push_back(article.id);
    }
    return found;
}

/// Puts bytes where standard input comes from, for as long as it lives.
class StandardInput {
public:
    explicit StandardInput(const std::string& path) : saved_(::dup(STDIN_FILENO)) {
        const int file = ::open(path.c_str(), O_RDONLY);
        ::dup2(file, STDIN_FILENO);
        ::close(file);
    }
    ~StandardInput() {
        ::dup2(saved_, STDIN_FILENO);
        ::close(saved_);
    }
    StandardInput(const StandardInput&) = delete;
    StandardInput& operator=(const StandardInput&) = delete;

private:
    int saved_;
};

TEST(ReadArticles, TakesTheFiveSeedsFromTheirFolder) {
    const std::string folder = std::string(WIRECOPY_SOURCE_DIR) + "/seeds";
    const auto corpus = read_paths({folder});
    EXPECT_EQ(corpus.articles.size(), 5U);
    EXPECT_TRUE(corpus.rejected.empty());
    EXPECT_TRUE(corpus.articles[0].id.starts_with(folder + "/000_"));
}

TEST(ReadArticles, NamesTextFilesByThePathAsGiven) {
    const TempFolder folder;
    folder.write("s/a.txt", "Text one.");
    folder.write("s/sub/b", "Text two.");
    const auto f = folder.path();
    EXPECT_EQ(ids(read_paths({f + "/s"})), (Paths{f + "/s/a.txt", f + "/s/sub/b"}));
    EXPECT_EQ(ids(read_paths({f + "/s//"})), (Paths{f + "/s/a.txt", f + "/s/sub/b"}));
    EXPECT_EQ(ids(read_paths({f + "//s/./a.txt"})), (Paths{f + "/s/./a.txt"}));
}

TEST(ReadArticles, KeepsRelativePathsRelative) {
    const TempFolder folder;
    folder.write("a.txt", "Text one.");
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    const auto dot = ids(read_paths({"."}));
    const auto file = ids(read_paths({"a.txt"}));
    std::filesystem::current_path(before);
    EXPECT_EQ(dot, (Paths{"./a.txt"}));
    EXPECT_EQ(file, (Paths{"a.txt"}));
}

TEST(ReadArticles, ReadsMixedFoldersFileByFile) {
    const TempFolder folder;
    folder.write("1.jsonl", R"({"id":"j","text":"t"})");
    folder.write("2.csv", "id,text\nc,t\n");
    folder.write("3.tsv.zst", read::zstd("id\ttext\nt\tt\n"));
    folder.write("4", R"({"id":"sniffed","text":"t"})");
    folder.write("5.txt.gz", read::gzip("Text."));
    folder.write(".hidden.jsonl", "not read");
    const auto corpus = read_paths({folder.path()});
    EXPECT_EQ(ids(corpus), (Paths{"j", "c", "t", "sniffed", folder / "5.txt.gz"}));
    EXPECT_TRUE(corpus.rejected.empty());
}

TEST(ReadArticles, RejectsWhatIsNotThereAndGoesOn) {
    const TempFolder folder;
    const auto good = folder.write("a.txt", "Text.");
    const auto corpus = read_paths({folder / "gone.txt", "", std::string("a\0b", 3), good});
    EXPECT_EQ(corpus.articles.size(), 1U);
    ASSERT_EQ(corpus.rejected.size(), 3U);
    EXPECT_EQ(corpus.rejected[0].source, folder / "gone.txt");
    EXPECT_EQ(corpus.rejected[0].line, 0U);
    EXPECT_EQ(corpus.rejected[0].reason, "cannot be opened: No such file or directory");
    EXPECT_EQ(corpus.rejected[1].reason, "cannot be opened: No such file or directory");
    EXPECT_EQ(corpus.rejected[2].reason, "a path cannot hold a NUL byte");
}

TEST(ReadArticles, RejectsALinkThatLeadsToItself) {
    const TempFolder folder;
    std::filesystem::create_symlink("loop", folder / "loop");
    const auto corpus = read_paths({folder.path()});
    ASSERT_EQ(corpus.rejected.size(), 1U);
    EXPECT_EQ(corpus.rejected[0].source, folder / "loop");
    EXPECT_EQ(corpus.rejected[0].reason, "cannot be opened: Too many levels of symbolic links");
}

TEST(ReadArticles, FollowsALinkToAFolderThatIsGiven) {
    const TempFolder folder;
    folder.write("a/b.txt", "Text.");
    std::filesystem::create_directory_symlink("a", folder / "link");
    EXPECT_EQ(ids(read_paths({folder / "link"})), (Paths{folder / "link/b.txt"}));
}

TEST(ReadArticles, RejectsAnIdThatAnotherFileHad) {
    const TempFolder folder;
    const auto first = folder.write("a.jsonl",
                                    "\n"
                                    R"({"id":"x","text":"t"})");
    const auto second = folder.write("b.csv", "id,text\ny,t\nx,t\n");
    const auto corpus = read_paths({first, second, first});
    EXPECT_EQ(ids(corpus), (Paths{"x", "y"}));
    ASSERT_EQ(corpus.rejected.size(), 2U);
    EXPECT_EQ(corpus.rejected[0].source, second);
    EXPECT_EQ(corpus.rejected[0].line, 3U);
    EXPECT_EQ(corpus.rejected[0].reason, "duplicate id, first seen in " + first + ", line 2");
    EXPECT_EQ(corpus.rejected[1].line, 2U);
}

TEST(ReadArticles, TwoCallsKnowNothingOfEachOther) {
    const TempFolder folder;
    const auto path = folder.write("a.txt", "Text.");
    EXPECT_EQ(read_paths({path}).articles.size(), 1U);
    EXPECT_EQ(read_paths({path}).articles.size(), 1U);
}

TEST(ReadArticles, ReadsStandardInput) {
    const TempFolder folder;
    {
        const StandardInput input(folder.write("a", "Text on standard input."));
        EXPECT_EQ(ids(read_paths({"-"})), (Paths{"-"}));
    }
    {
        const StandardInput input(folder.write("b", read::zstd(R"({"id":"x","text":"t"})"
                                                               "\nbad")));
        const auto corpus = read_paths({"-"});
        EXPECT_EQ(ids(corpus), (Paths{"x"}));
        ASSERT_EQ(corpus.rejected.size(), 1U);
        EXPECT_EQ(corpus.rejected[0].source, "-");
        EXPECT_EQ(corpus.rejected[0].line, 2U);
    }
}

// Writes byte by byte into a pipe, so that every read is short.
std::jthread feed(int descriptor, std::string bytes) {
    return std::jthread([descriptor, bytes = std::move(bytes)] {
        for (const char byte : bytes) {
            if (::write(descriptor, &byte, 1) != 1) {
                break;
            }
        }
        ::close(descriptor);
    });
}

TEST(ReadArticles, ReadsAPipeOnce) {
    const std::string lines = R"({"id":"x","text":"t"})"
                              "\n"
                              R"({"id":"y","text":"t"})"
                              "\n";
    for (const auto packing : {read::Packing::plain, read::Packing::gzip, read::Packing::zstd}) {
        std::array<int, 2> ends{};
        ASSERT_EQ(::pipe(ends.data()), 0);
        const auto writer = feed(ends[1], read::pack(lines, packing));
        const auto corpus = read_paths({"/dev/fd/" + std::to_string(ends[0])});
        EXPECT_EQ(ids(corpus), (Paths{"x", "y"}));
        ::close(ends[0]);
    }
}

TEST(ReadArticles, ReadsANamedPipe) {
    const TempFolder folder;
    const auto path = folder / "pipe";
    ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
    const std::jthread writer([&] {
        const int descriptor = ::open(path.c_str(), O_WRONLY);
        feed(descriptor, "Text through a pipe.").join();
    });
    EXPECT_EQ(ids(read_paths({path})), (Paths{path}));
}

// What comes through a pipe is passed on line by line, not when a buffer is full.
TEST(ReadArticles, DeliversALineBeforeTheNextIsWritten) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const Paths paths = {"/dev/fd/" + std::to_string(ends[0])};
    std::promise<void> first_came;
    std::size_t count = 0;
    std::jthread writer([&] {
        const std::string first = R"({"id":"x","text":"t"})"
                                  "\n";
        const std::string second = R"({"id":"y","text":"t"})"
                                   "\n";
        EXPECT_EQ(::write(ends[1], first.data(), first.size()), static_cast<ssize_t>(first.size()));
        const auto status = first_came.get_future().wait_for(std::chrono::seconds(20));
        EXPECT_EQ(status, std::future_status::ready);
        EXPECT_EQ(::write(ends[1], second.data(), second.size()),
                  static_cast<ssize_t>(second.size()));
        ::close(ends[1]);
    });
    read_articles(
        paths, {},
        [&](Article&&) {
            if (++count == 1) {
                first_came.set_value();
            }
        },
        [](Rejected&& rejected) { ADD_FAILURE() << rejected.reason; });
    EXPECT_EQ(count, 2U);
    ::close(ends[0]);
}

TEST(ReadArticles, WhatACallbackThrowsPassesThrough) {
    const TempFolder folder;
    const Paths paths = {folder.write("a.txt", "Text.")};
    EXPECT_THROW(
        read_articles(
            paths, {}, [](Article&&) { throw std::runtime_error("enough"); }, [](Rejected&&) {}),
        std::runtime_error);
}

TEST(ReadArticles, OptionsThatCannotWorkAreErrorsEvenWithoutPaths) {
    ReadOptions options;
    options.limit_bytes = 0;
    EXPECT_THROW(static_cast<void>(read_paths({}, options)), Error);
}

}  // namespace
}  // namespace wirecopy
