#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/articles.hpp"
#include "error_kind.hpp"
#include "read/temp_folder.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/index.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy {
namespace {

IndexOptions small_epochs() {
    IndexOptions options;
    options.epoch_articles = 40;
    return options;
}

void expect_same(const IndexAnswer& a, const IndexAnswer& b) {
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.story, b.story) << a.id;
    EXPECT_EQ(a.origin, b.origin) << a.id;
    EXPECT_EQ(a.grade, b.grade) << a.id;
    EXPECT_EQ(a.novel, b.novel) << a.id;
    EXPECT_EQ(a.unchanged, b.unchanged) << a.id;
    EXPECT_EQ(a.events.size(), b.events.size()) << a.id;
    EXPECT_EQ(a.credits.size(), b.credits.size()) << a.id;
    ASSERT_EQ(a.matches.size(), b.matches.size()) << a.id;
    for (std::size_t i = 0; i < a.matches.size(); ++i) {
        EXPECT_EQ(a.matches[i].id, b.matches[i].id) << a.id;
        EXPECT_EQ(a.matches[i].verdict, b.matches[i].verdict) << a.id;
    }
}

using testing::families;
using testing::kind_of;

using Close = std::function<void(Index& index, const std::string& folder, std::size_t turn)>;

// One index stays open, another is closed and opened anew again and again, and has so much memory.
void expect_lasting(const IndexOptions& options, std::size_t turn, const Close& close,
                    std::uint64_t memory_bytes = 0) {
    const read::TempFolder folder;
    const auto path = folder / "index";
    const auto articles = families({"tuning"});
    Index stayed(options);
    std::optional<Index> lasting;
    lasting.emplace(path, IndexAccess::write, &options, memory_bytes);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (i % turn == turn - 1) {
            close(*lasting, path, i / turn);
            lasting.reset();
            lasting.emplace(path, IndexAccess::write, nullptr, memory_bytes);
        }
        if (i % 7 == 6) {
            const auto& gone = articles[i - 3].id;
            EXPECT_EQ(lasting->remove(gone), stayed.remove(gone));
        }
        if (i % 11 == 10) {  // another text in the place of one
            auto changed = articles[i - 5];
            changed.text += "\n\nMore is to come, the paper says.";
            expect_same(lasting->add(changed), stayed.add(changed));
        }
        expect_same(lasting->add(articles[i]), stayed.add(articles[i]));
    }
    close(*lasting, path, 0);
    lasting.reset();
    for (const auto access : {IndexAccess::read, IndexAccess::check}) {
        Index reader(path, access, nullptr, memory_bytes);
        EXPECT_EQ(reader.misplaced(), 0U);
        EXPECT_EQ(reader.size(), stayed.size());
        EXPECT_EQ(reader.info().epoch, stayed.info().epoch);
        EXPECT_GT(reader.info().epoch, 1U);
        for (const auto& article : articles) {
            ASSERT_EQ(reader.contains(article.id), stayed.contains(article.id));
            if (reader.contains(article.id)) {
                expect_same(*reader.query(std::string_view(article.id)),
                            *stayed.query(std::string_view(article.id)));
            }
            expect_same(reader.query(article), stayed.query(article));
        }
    }
}

std::vector<std::string> lookup_files(const std::string& folder) {
    std::vector<std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().filename().string().starts_with("lookup-")) {
            files.push_back(file.path().string());
        }
    }
    return files;
}

TEST(LastingIndex, ThatIsOpenedAnewAnswersAsIfItHadStayedOpen) {
    expect_lasting(small_epochs(), 30, [](Index& index, const std::string& folder, std::size_t) {
        index.commit();
        EXPECT_TRUE(lookup_files(folder).empty());
    });
}

TEST(LastingIndex, ThatIsOpenedWithALookupFileAnswersAsIfItHadStayedOpen) {
    std::size_t written = 0;
    expect_lasting(small_epochs(), 23, [&](Index& index, const std::string& folder, std::size_t) {
        index.checkpoint();
        written = lookup_files(folder).size();
    });
    EXPECT_EQ(written, 1U);  // the last one alone stays
}

TEST(LastingIndex, WithLittleMemoryAnswersAsIfItHadAll) {
    // Some twenty articles, and less than one.
    for (const std::uint64_t memory_bytes : {200'000U, 1U}) {
        expect_lasting(
            small_epochs(), 150,
            [](Index& index, const std::string& /*folder*/, std::size_t turn) {
                turn % 2 == 0 ? index.commit() : index.checkpoint();
            },
            memory_bytes);
    }
}

TEST(LastingIndex, ThatExpiresIsOpenedWithALookupFileAsIfItHadStayedOpen) {
    auto options = small_epochs();
    options.most_articles = 90;
    std::size_t turns = 0;
    expect_lasting(options, 20, [&](Index& index, const std::string&, std::size_t turn) {
        // Some of the time much comes and leaves after the lookup file.
        turn % 3 == 1 ? index.commit() : index.checkpoint();
        ++turns;
    });
    EXPECT_GT(turns, 4U);
}

// What is left of their pairs is counted anew, without the texts of those that left with them.
TEST(LastingIndex, FromWhichManyLeftSinceItsLookupFileIsAsIfItHadStayedOpen) {
    const read::TempFolder folder;
    const auto path = folder / "index";
    const auto articles = families();
    const auto options = small_epochs();
    Index stayed(options);
    {
        Index index(path, IndexAccess::write, &options);
        for (const auto& article : articles) {
            index.add(article);
            stayed.add(article);
        }
        index.checkpoint();
        for (std::size_t i = 0; i < articles.size(); ++i) {
            if (i % 5 != 0) {
                index.remove(articles[i].id);
                stayed.remove(articles[i].id);
            }
        }
        index.commit();
        ASSERT_EQ(lookup_files(path).size(), 1U);
    }
    for (const auto access : {IndexAccess::read, IndexAccess::check}) {
        Index index(path, access);
        ASSERT_EQ(index.size(), stayed.size());
        for (const auto& article : articles) {
            expect_same(index.query(article), stayed.query(article));
        }
    }
}

TEST(LastingIndex, WhoseLookupFileIsDamagedAnswersWithoutIt) {
    std::size_t damaged = 0;
    const auto damage = [&](const std::string& file) {
        const auto size = std::filesystem::file_size(file);
        if (damaged % 3 == 0) {
            std::filesystem::remove(file);
        } else if (damaged % 3 == 1) {
            std::filesystem::resize_file(file, size / 2);
        } else {
            std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
            bytes.seekg(static_cast<std::streamoff>(size / 3));
            const auto byte = static_cast<char>(bytes.get() ^ 4);
            bytes.seekp(static_cast<std::streamoff>(size / 3));
            bytes.put(byte);
        }
        ++damaged;
    };
    expect_lasting(small_epochs(), 19,
                   [&](Index& index, const std::string& folder, std::size_t turn) {
                       index.checkpoint();
                       if (turn != 0) {  // the last one stays, since a check refuses a damaged one
                           for (const auto& file : lookup_files(folder)) {
                               damage(file);
                           }
                       }
                   });
    EXPECT_GT(damaged, 2U);
}

TEST(LastingIndex, WhoseLookupFileIsDamagedFailsACheck) {
    const read::TempFolder folder;
    const auto path = folder / "index";
    const auto options = small_epochs();
    {
        Index index(path, IndexAccess::write, &options);
        for (const auto& article : families({"tuning"})) {
            index.add(article);
        }
        index.checkpoint();
    }
    for (const auto& file : lookup_files(path)) {
        std::filesystem::resize_file(file, 100);
    }
    EXPECT_EQ(kind_of([&] { const Index index(path, IndexAccess::check); }), ErrorKind::format);
    {
        Index index(path, IndexAccess::write);
        index.checkpoint();
    }
    const Index whole(path, IndexAccess::check);
    EXPECT_EQ(whole.misplaced(), 0U);
}

TEST(LastingIndex, KnowsNothingThatWasNotCommitted) {
    const read::TempFolder folder;
    const auto path = folder / "index";
    const auto articles = families({"tuning"});
    {
        Index index(path, IndexAccess::write);
        index.add(articles[0]);
        index.commit();
        index.add(articles[1]);
        index.remove(articles[0].id);
    }
    const Index index(path, IndexAccess::read);
    EXPECT_TRUE(index.contains(articles[0].id));
    EXPECT_FALSE(index.contains(articles[1].id));
}

TEST(LastingIndex, AnArticleTwiceChangesNothing) {
    Index index;
    const auto articles = families({"tuning"});
    std::vector<std::vector<StoryEvent>> events;
    for (const auto& article : articles) {
        events.push_back(index.add(article).events);
    }
    const auto size = index.size();
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto& article = articles[i];
        auto before = *index.query(std::string_view(article.id));
        before.events = events[i];
        auto again = index.add(article);
        EXPECT_TRUE(again.unchanged);
        again.unchanged = false;
        expect_same(again, before);
    }
    EXPECT_EQ(index.size(), size);
}

// Whoever lost the answers must still learn which stories are one.
TEST(LastingIndex, SaysEventsAgainToWhoDeliversAgainThoughItWasOpenedAnew) {
    const read::TempFolder folder;
    const auto path = folder / "index";
    const auto articles = families({"tuning"});
    std::vector<IndexAnswer> first;
    {
        Index index(path, IndexAccess::write);
        for (const auto& article : articles) {
            first.push_back(index.add(article));
            if (first.size() % 60 == 0) {
                index.checkpoint();
            }
        }
        index.commit();
    }
    Index index(path, IndexAccess::write);
    std::size_t said = 0;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto again = index.add(articles[i]);
        EXPECT_TRUE(again.unchanged);
        ASSERT_EQ(again.events.size(), first[i].events.size()) << again.id;
        for (std::size_t event = 0; event < again.events.size(); ++event) {
            EXPECT_EQ(again.events[event].is_merge, first[i].events[event].is_merge);
            EXPECT_EQ(again.events[event].from, first[i].events[event].from);
            EXPECT_EQ(again.events[event].into, first[i].events[event].into);
            ++said;
        }
    }
    EXPECT_GT(said, 0U);
}

TEST(LastingIndex, IsRefusedWithOtherOptionsAndToASecondWriter) {
    const read::TempFolder folder;
    const auto path = folder / "index";
    auto options = small_epochs();
    {
        Index index(path, IndexAccess::write, &options);
        index.add(families({"tuning"})[0]);
        index.commit();
        EXPECT_EQ(kind_of([&] { Index second(path, IndexAccess::write); }), ErrorKind::output);
        Index reader(path, IndexAccess::read);
        EXPECT_EQ(reader.size(), 1U);
        EXPECT_EQ(kind_of([&] { reader.add(families({"tuning"})[1]); }), ErrorKind::option);
    }
    options.epoch_articles = 41;
    EXPECT_EQ(kind_of([&] { Index index(path, IndexAccess::write, &options); }),
              ErrorKind::parameters);
    EXPECT_EQ(kind_of([&] { Index index(folder / "none", IndexAccess::read); }), ErrorKind::input);
}

TEST(LastingIndex, LetsOldArticlesGo) {
    IndexOptions options;
    options.window_days = 3;
    options.expires = true;
    Index index(options);
    auto article = families({"tuning"})[0];
    article.id = "old";
    article.date = "2024-05-01";
    index.add(article);
    article.id = "near";
    article.date = "2024-05-04";
    EXPECT_EQ(index.add(article).matches.size(), 1U);
    article.id = "later";
    article.date = "2024-05-05";
    const auto answer = index.add(article);
    ASSERT_EQ(answer.matches.size(), 1U);
    EXPECT_EQ(answer.matches[0].id, "near");
    EXPECT_FALSE(index.contains("old"));
    EXPECT_EQ(index.expire_before(*day_of_date("2024-05-05")), 1U);
    EXPECT_EQ(index.size(), 1U);
}

}  // namespace
}  // namespace wirecopy
