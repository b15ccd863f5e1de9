#include "engine/kept_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "engine/articles.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/copies.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {
namespace {

using engine::KeptRun;
namespace files = std::filesystem;

std::string fresh_folder(const std::string& name) {
    const auto folder = files::path(::testing::TempDir()) / ("kept_run_" + name);
    files::remove_all(folder);
    return folder.string();
}

template <typename Action>
ErrorKind kind_of_error(const Action& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.kind();
    }
    ADD_FAILURE() << "no error";
    return ErrorKind::stopped;
}

TEST(KeptRun, HasWhatWasWritten) {
    const auto folder = fresh_folder("written");
    {
        const KeptRun run(folder, "a run");
        EXPECT_EQ(run.read("words", 3, 7), std::nullopt);
        run.write("words", 3, 7, "some bytes");
        run.write("words", 4, 7, "");
    }
    const KeptRun again(folder, "a run");
    EXPECT_EQ(again.read("words", 3, 7), "some bytes");
    EXPECT_EQ(again.read("words", 4, 7), "");
    EXPECT_EQ(again.read("words", 5, 7), std::nullopt);
    EXPECT_EQ(again.read("other", 3, 7), std::nullopt);
}

TEST(KeptRun, RefusesAnotherRunAndOtherArticles) {
    const auto folder = fresh_folder("another");
    {
        const KeptRun run(folder, "a run");
        run.write("words", 3, 7, "some bytes");
        EXPECT_EQ(kind_of_error([&] { static_cast<void>(run.read("words", 3, 8)); }),
                  ErrorKind::option);
    }
    EXPECT_EQ(kind_of_error([&] { const KeptRun other(folder, "another run"); }),
              ErrorKind::option);
}

TEST(KeptRun, IsOfOneProcessAtATime) {
    const auto folder = fresh_folder("one");
    const KeptRun run(folder, "a run");
    EXPECT_EQ(kind_of_error([&] { const KeptRun other(folder, "a run"); }), ErrorKind::input);
}

TEST(KeptRun, TakesNoBlockWithAFlippedBitOrCutShort) {
    const auto folder = fresh_folder("damage");
    const std::string bytes = "some bytes that were kept";
    {
        const KeptRun run(folder, "a run");
        run.write("words", 0, 7, bytes);
    }
    std::string path;
    for (const auto& entry : files::directory_iterator(folder)) {
        path = entry.path().extension() == ".block" ? entry.path().string() : path;
    }
    std::string whole(files::file_size(path), '\0');
    std::ifstream(path, std::ios::binary).read(whole.data(), std::ssize(whole));
    const auto found = [&](const std::string& content) {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
        const KeptRun run(folder, "a run");
        return run.read("words", 0, 7);
    };
    ASSERT_EQ(found(whole), bytes);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 4);
        EXPECT_EQ(found(damaged), std::nullopt) << i;
        EXPECT_EQ(found(whole.substr(0, i)), std::nullopt) << i;
    }
    EXPECT_EQ(found(whole + "x"), std::nullopt);
}

TEST(KeptRun, IsForgottenWithItsFolderUnlessSomethingElseIsThere) {
    const auto folder = fresh_folder("forgotten");
    {
        const KeptRun run(folder, "a run");
        run.write("words", 0, 7, "x");
    }
    std::ofstream(folder + "/notes") << "mine";
    forget_run(folder);
    EXPECT_TRUE(files::exists(folder + "/notes"));
    EXPECT_EQ(std::distance(files::directory_iterator(folder), files::directory_iterator()), 1);
    files::remove(folder + "/notes");
    forget_run(folder);
    EXPECT_FALSE(files::exists(folder));
    forget_run(folder);  // of a folder that is not there nothing is left
}

using Row = std::pair<std::size_t, std::vector<std::pair<std::size_t, PairVerdict>>>;

std::vector<Row> rows_of(const std::vector<Article>& articles, const CompareOptions& options) {
    std::vector<Row> rows;
    Comparison(articles, options)
        .compare_likely([&](std::size_t a, std::span<const Comparison::LikelyPair> later) {
            Row row{a, {}};
            for (const auto& pair : later) {
                row.second.emplace_back(pair.b, pair.verdict);
            }
            rows.push_back(std::move(row));
        });
    return rows;
}

CompareOptions likely_in(const std::string& folder) {
    CompareOptions options;
    options.search = PairSearch::likely;
    options.threads = 2;
    options.kept_run = folder;
    return options;
}

// More than two blocks of prepared articles.
const std::vector<Article>& corpus() {
    static const auto articles = testing::planted(200);
    return articles;
}

TEST(ResumedComparison, IsTheSameWhereverItWasEnded) {
    const auto expected = rows_of(corpus(), likely_in(""));
    base::Random random(3);
    for (int run = 0; run < 8; ++run) {
        const auto folder = fresh_folder("ended");
        int ended = 0;
        for (;; ++ended) {
            auto options = likely_in(folder);
            options.threads = run % 3 + 1;
            options.memory = {least_memory(corpus().size(), options.threads), ::testing::TempDir()};
            // The first time before anything is kept, then at any step of a run.
            auto steps = ended == 0 ? 1 : random.below(40);
            options.progress = [&](const RunStep& /*step*/) { return steps-- > 0; };
            if (ended == 6) {
                options.progress = {};
            }
            try {
                EXPECT_EQ(rows_of(corpus(), options), expected) << run;
                break;
            } catch (const Error& error) {
                ASSERT_EQ(error.kind(), ErrorKind::stopped) << error.what();
            }
        }
        EXPECT_GT(ended, 0);
    }
}

TEST(ResumedComparison, PreparesNothingTwice) {
    const auto folder = fresh_folder("once");
    const auto expected = rows_of(corpus(), likely_in(folder));
    std::vector<std::string> before;
    for (const auto& entry : files::directory_iterator(folder)) {
        before.push_back(entry.path().filename().string());
        files::last_write_time(entry.path(), files::file_time_type{});
    }
    EXPECT_GE(before.size(), 6U);
    EXPECT_EQ(rows_of(corpus(), likely_in(folder)), expected);
    for (const auto& name : before) {
        EXPECT_EQ(files::last_write_time(folder + "/" + name), files::file_time_type{}) << name;
    }
}

TEST(ResumedComparison, DoesAnewWhatIsDamaged) {
    const auto folder = fresh_folder("anew");
    const auto expected = rows_of(corpus(), likely_in(folder));
    std::vector<std::string> kept;
    for (const auto& entry : files::directory_iterator(folder)) {
        kept.push_back(entry.path().string());
    }
    for (const auto& path : kept) {
        const auto bytes = files::file_size(path);
        files::resize_file(path, bytes / 2);
        EXPECT_EQ(rows_of(corpus(), likely_in(folder)), expected) << path;
        EXPECT_TRUE(path.ends_with("/lock") || files::file_size(path) == bytes) << path;
    }
}

TEST(ResumedComparison, RefusesOtherOptionsAndOtherArticles) {
    const auto folder = fresh_folder("refused");
    static_cast<void>(rows_of(corpus(), likely_in(folder)));
    auto options = likely_in(folder);
    options.least_grade = Grade::rewrite;
    EXPECT_EQ(kind_of_error([&] { static_cast<void>(rows_of(corpus(), options)); }),
              ErrorKind::option);
    auto changed = corpus();
    changed.back().text += " changed";
    EXPECT_EQ(kind_of_error([&] { static_cast<void>(rows_of(changed, likely_in(folder))); }),
              ErrorKind::option);
    changed = corpus();
    changed.front().date = "2026-03-01";
    EXPECT_EQ(kind_of_error([&] { static_cast<void>(rows_of(changed, likely_in(folder))); }),
              ErrorKind::option);
}

TEST(ResumedComparison, MakesTheSameClustersOnAnyNumberOfThreads) {
    const auto folder = fresh_folder("clusters");
    const auto expected = cluster_articles(corpus(), {}).articles;
    for (const unsigned threads : {1U, 2U, 8U}) {
        ClusterOptions options;
        options.compare.kept_run = folder;
        options.compare.threads = threads;
        EXPECT_EQ(cluster_articles(corpus(), options).articles, expected);
    }
}

std::vector<CopyPair> copies_in(const std::string& folder, const std::vector<Article>& articles,
                                CopyOptions options = {}) {
    options.kept_run = folder;
    std::vector<CopyPair> pairs;
    find_copies(articles, options, [&](const CopyPair& pair) { pairs.push_back(pair); });
    return pairs;
}

std::vector<std::string> blocks_in(const std::string& folder) {
    std::vector<std::string> blocks;
    for (const auto& entry : files::directory_iterator(folder)) {
        if (entry.path().extension() == ".block") {
            blocks.push_back(entry.path().string());
        }
    }
    std::ranges::sort(blocks);
    return blocks;
}

// Three blocks of signatures, and two of verified pairs: each of the last is paired with the first.
const std::vector<Article>& with_many_copies() {
    static const auto articles = [] {
        auto made = testing::planted(400);
        made.resize(made.size() + 18'000,
                    testing::article_of("", "Subscribe to our newsletter to read this story"));
        return made;
    }();
    return articles;
}

TEST(ResumedCopies, AreTheSameWhereverTheyWereEnded) {
    const auto expected = copies_in("", corpus());
    ASSERT_FALSE(expected.empty());
    base::Random random(5);
    for (int run = 0; run < 6; ++run) {
        const auto folder = fresh_folder("copies_ended");
        for (int ended = 0;; ++ended) {
            CopyOptions options;
            options.threads = run % 3 + 1;
            options.memory = {least_copy_memory(corpus().size(), options.threads),
                              ::testing::TempDir()};
            auto steps = ended == 6 ? 1000 : random.below(6);
            options.progress = [&](const RunStep& /*step*/) { return steps-- > 0; };
            try {
                EXPECT_EQ(copies_in(folder, corpus(), options), expected) << run;
                break;
            } catch (const Error& error) {
                ASSERT_EQ(error.kind(), ErrorKind::stopped) << error.what();
            }
        }
    }
}

TEST(ResumedCopies, SignAndVerifyNothingTwice) {
    const auto& articles = with_many_copies();
    const auto folder = fresh_folder("copies_once");
    const auto expected = copies_in("", articles);
    EXPECT_EQ(copies_in(folder, articles), expected);
    const auto blocks = blocks_in(folder);
    EXPECT_GE(blocks.size(), 18U + 2 + 1);
    for (const auto& path : blocks) {
        files::last_write_time(path, files::file_time_type{});
    }
    for (const unsigned threads : {1U, 2U}) {
        CopyOptions options;
        options.threads = threads;
        EXPECT_EQ(copies_in(folder, articles, options), expected);
    }
    for (const auto& path : blocks) {
        EXPECT_EQ(files::last_write_time(path), files::file_time_type{}) << path;
    }
}

TEST(ResumedCopies, MakeAnewWhatIsDamagedOrGone) {
    const auto folder = fresh_folder("copies_anew");
    const auto& articles = with_many_copies();
    const auto expected = copies_in(folder, articles);
    const auto blocks = blocks_in(folder);
    base::Random random(8);
    for (int round = 0; round < 6; ++round) {
        std::vector<std::pair<std::string, std::uintmax_t>> hurt;
        for (const auto& path : blocks) {
            const auto bytes = files::file_size(path);
            switch (random.below(4)) {
                case 0:
                    files::remove(path);
                    break;
                case 1:
                    files::resize_file(path, random.below(bytes));
                    break;
                case 2: {
                    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
                    const auto place = static_cast<std::streamoff>(random.below(bytes));
                    file.seekg(place);
                    const auto byte = static_cast<char>(file.get() ^ 16);
                    file.seekp(place);
                    file.put(byte);
                    break;
                }
                default:
                    continue;
            }
            hurt.emplace_back(path, bytes);
        }
        CopyOptions options;
        options.threads = round % 2 + 1;
        EXPECT_EQ(copies_in(folder, articles, options), expected) << round;
        for (const auto& [path, bytes] : hurt) {
            EXPECT_EQ(files::file_size(path), bytes) << path;
        }
    }
}

TEST(ResumedCopies, RefuseOtherOptionsOtherArticlesAndOtherGroups) {
    const auto folder = fresh_folder("copies_refused");
    const auto expected = copies_in(folder, corpus());
    const auto refuses = [&](const std::vector<Article>& articles, const auto& change) {
        CopyOptions options;
        change(options);
        return kind_of_error([&] { static_cast<void>(copies_in(folder, articles, options)); }) ==
               ErrorKind::option;
    };
    EXPECT_TRUE(refuses(corpus(), [](CopyOptions& options) { options.threshold = .71; }));
    EXPECT_TRUE(refuses(corpus(), [](CopyOptions& options) { options.width_words = 4; }));
    EXPECT_TRUE(refuses(corpus(), [](CopyOptions& options) { options.seed = 1; }));
    EXPECT_TRUE(refuses(corpus(), [](CopyOptions& options) { options.bands = options.rows = 4; }));
    const std::vector<std::uint32_t> groups(corpus().size());
    EXPECT_TRUE(refuses(corpus(), [&](CopyOptions& options) { options.groups = groups; }));
    const auto none = [](CopyOptions& /*options*/) {};
    auto changed = corpus();
    changed.back().text += " changed";
    EXPECT_TRUE(refuses(changed, none));
    changed = corpus();
    changed.pop_back();
    EXPECT_TRUE(refuses(changed, none));
    // What was refused changed nothing.
    EXPECT_EQ(copies_in(folder, corpus()), expected);
}

TEST(ResumedCopies, OfNoArticlesLeaveNothing) {
    const auto folder = fresh_folder("copies_none");
    EXPECT_TRUE(copies_in(folder, {}).empty());
    EXPECT_FALSE(files::exists(folder));
}

}  // namespace
}  // namespace wirecopy
