#include "index/store.hpp"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "error_kind.hpp"
#include "index/packed_text.hpp"
#include "read/temp_folder.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::index {
namespace {

using Access = Store::Access;
using Table = Store::Table;

using testing::kind_of;

std::map<std::uint64_t, std::string> all_of(const Store& store, Table table) {
    std::map<std::uint64_t, std::string> found;
    std::uint64_t last = 0;
    store.for_each(table, [&](std::uint64_t key, std::string_view value) {
        EXPECT_TRUE(found.empty() || key > last);
        last = key;
        found.emplace(key, value);
    });
    EXPECT_EQ(store.count(table), found.size());
    return found;
}

TEST(Store, GivesBackWhatWasCommittedAndNothingElse) {
    const read::TempFolder folder;
    {
        Store store(folder / "index", Access::write);
        store.put(Table::articles, 300, "three hundred");
        store.put(Table::articles, 2, "two");
        store.put(Table::places, 2, std::string(10000, 'x'));
        store.erase(Table::places, 7);
        store.commit();
        store.put(Table::articles, 2, "lost");
        store.erase(Table::articles, 300);
        EXPECT_EQ(store.get(Table::articles, 2), "lost");
        EXPECT_EQ(store.get(Table::articles, 300), std::nullopt);
    }
    const Store store(folder / "index", Access::read);
    EXPECT_EQ(all_of(store, Table::articles),
              (std::map<std::uint64_t, std::string>{{2, "two"}, {300, "three hundred"}}));
    EXPECT_EQ(store.get(Table::places, 2), std::string(10000, 'x'));
    EXPECT_EQ(store.count(Table::epochs), 0U);
}

TEST(Store, IsReadWhileItIsWrittenAsItWasCommitted) {
    const read::TempFolder folder;
    Store writer(folder / "index", Access::write);
    writer.put(Table::articles, 1, "first");
    writer.commit();
    EXPECT_EQ(kind_of([&] { const Store second(folder / "index", Access::write); }),
              ErrorKind::output);
}

TEST(Store, ThatIsFullSaysSoAndKeepsWhatWasCommitted) {
    const read::TempFolder folder;
    constexpr std::uint64_t limit = std::uint64_t{1} << 20U;
    const std::string value(3000, 'v');
    std::uint64_t committed = 0;
    {
        Store store(folder / "index", Access::write, limit);
        EXPECT_EQ(kind_of([&] {
                      for (std::uint64_t key = 0;; ++key) {
                          store.put(Table::articles, key, value);
                          if (key % 10 == 9) {
                              store.commit();
                              committed = key + 1;
                          }
                      }
                  }),
                  ErrorKind::output);
    }
    ASSERT_GT(committed, 50U);
    Store store(folder / "index", Access::write);
    EXPECT_EQ(all_of(store, Table::articles).size(), committed);
    store.put(Table::articles, committed, value);
    store.commit();
}

// What the process may map from now on, as long as it lives.
class AddressSpace {
public:
    explicit AddressSpace(std::uint64_t bytes) {
        std::uint64_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        ::getrlimit(RLIMIT_AS, &before_);
        rlimit bound = before_;
        bound.rlim_cur = pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) + bytes;
        is_bound_ = ::setrlimit(RLIMIT_AS, &bound) == 0;
    }
    ~AddressSpace() { ::setrlimit(RLIMIT_AS, &before_); }
    AddressSpace(const AddressSpace&) = delete;
    AddressSpace& operator=(const AddressSpace&) = delete;
    [[nodiscard]] bool is_bound() const noexcept { return is_bound_; }

private:
    rlimit before_{};
    bool is_bound_ = false;
};

TEST(Store, OpensInWhatAddressSpaceThereIs) {
    const read::TempFolder folder;
    constexpr std::uint64_t gib = std::uint64_t{1} << 30U;
    const AddressSpace bound(5 * gib);
    ASSERT_TRUE(bound.is_bound());
    {
        Store store(folder / "index", Access::write);
        store.put(Table::articles, 1, "one");
        store.commit();
    }
    EXPECT_EQ(Store(folder / "index", Access::read).get(Table::articles, 1), "one");
    const AddressSpace hardly_any(gib / 2);
    EXPECT_EQ(kind_of([&] { Store(folder / "index", Access::read); }), ErrorKind::input);
}

TEST(Store, CompactedHoldsTheSameInFewerBytes) {
    const read::TempFolder folder;
    const auto path = folder / "index";
    {
        Store store(path, Access::write);
        for (std::uint64_t key = 0; key < 2000; ++key) {
            store.put(Table::articles, key, std::string(1500, static_cast<char>(key)));
        }
        store.commit();
        for (std::uint64_t key = 0; key < 1900; ++key) {
            store.erase(Table::articles, key);
        }
        store.commit();
    }
    const auto before = Store(path, Access::read).disk_bytes();
    Store::compact(path);
    const Store store(path, Access::read);
    EXPECT_LT(store.disk_bytes(), before / 5);
    EXPECT_EQ(all_of(store, Table::articles).size(), 100U);
    EXPECT_EQ(store.get(Table::articles, 1950), std::string(1500, static_cast<char>(1950)));
}

// A process that opens a store again and again until one time not all is there.
class Reader {
public:
    Reader(const std::string& path, std::size_t records) : process_(::fork()) {
        if (process_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            while (finds(path, records)) {
            }
            ::_exit(1);
        }
    }
    ~Reader() {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    [[nodiscard]] bool still_reads() const { return ::waitpid(process_, nullptr, WNOHANG) == 0; }

private:
    static bool finds(const std::string& path, std::size_t records) {
        try {
            const Store store(path, Access::read);
            return store.count(Table::articles) >= records;
        } catch (const Error& error) {
            std::cerr << error.what() << "\n";
            return false;
        }
    }

    pid_t process_;
};

// One that opened the old file held it to be cut short when it saw the size of the new one; with
// the new table of readers it would have told the next writer a state that the new file never had:
// it was empty to it.
TEST(Store, ThatIsCompactedIsWholeToThoseWhoOpenItMeanwhile) {
    const read::TempFolder folder;
    const auto path = folder / "index";
    constexpr std::size_t records = 20;
    {
        Store store(path, Access::write);
        for (std::size_t key = 0; key < records; ++key) {
            store.put(Table::articles, key, "text");
            store.commit();
        }
    }
    const Reader one(path, records);
    const Reader two(path, records);
    for (std::size_t round = 0; round < 60; ++round) {
        Store::compact(path);
        Store store(path, Access::write);
        ASSERT_EQ(store.count(Table::articles), records + round);
        store.put(Table::articles, records + round, "more");
        store.commit();
    }
    EXPECT_TRUE(one.still_reads());
    EXPECT_TRUE(two.still_reads());
}

TEST(Store, WithAFlippedBitInARecordSaysWhichIsDamaged) {
    const read::TempFolder folder;
    const auto path = folder / "index";
    const std::string value = "a value that stands in the file as it is";
    {
        Store store(path, Access::write);
        store.put(Table::articles, 77, value);
        store.commit();
    }
    const auto file = path + "/data.mdb";
    std::string bytes;
    {
        std::ifstream in(file, std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    const auto at = bytes.find(value);
    ASSERT_NE(at, std::string::npos);
    bytes[at + 5] = static_cast<char>(bytes[at + 5] ^ 4);
    std::ofstream(file, std::ios::binary) << bytes;
    const Store store(path, Access::read);
    try {
        static_cast<void>(store.get(Table::articles, 77));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::format);
        EXPECT_NE(std::string(error.what()).find("record 77 of articles is damaged"),
                  std::string::npos);
    }
}

TEST(Store, ThatIsCutShortSaysSo) {
    const read::TempFolder folder;
    const auto path = folder / "index";
    {
        Store store(path, Access::write);
        for (std::uint64_t key = 0; key < 50; ++key) {
            store.put(Table::articles, key, std::string(3000, 'x'));
        }
        store.commit();
    }
    const auto file = path + "/data.mdb";
    const auto size = std::filesystem::file_size(file);
    for (const auto left : {size - 1, size / 2, size / 10}) {
        std::filesystem::resize_file(file, left);
        EXPECT_EQ(kind_of([&] { const Store store(path, Access::read); }), ErrorKind::format)
            << left;
    }
}

TEST(Store, WhoseFileIsLostIsNotBegunAnew) {
    const read::TempFolder folder;
    {
        Store store(folder / "index", Access::write);
        store.put(Table::articles, 1, "one");
        store.commit();
    }
    const auto data = folder / "index/data.mdb";
    std::filesystem::resize_file(data, 0);
    EXPECT_EQ(kind_of([&] { Store(folder / "index", Access::read); }), ErrorKind::format);
    { const std::ofstream lookup(folder / "index/lookup-3"); }
    EXPECT_EQ(kind_of([&] { Store(folder / "index", Access::write); }), ErrorKind::format);
    std::filesystem::remove(data);
    EXPECT_EQ(kind_of([&] { Store(folder / "index", Access::write); }), ErrorKind::format);
    // Killed while it was made, it holds nothing.
    std::filesystem::remove(folder / "index/lookup-3");
    { const std::ofstream empty(data); }
    const Store made(folder / "index", Access::write);
    EXPECT_EQ(made.count(Table::articles), 0U);
}

TEST(Store, ThatIsNoneIsRefused) {
    const read::TempFolder folder;
    EXPECT_EQ(kind_of([&] { const Store store(folder / "nowhere", Access::read); }),
              ErrorKind::input);
    { const Store made(folder / "index", Access::write); }
    std::ofstream((folder / "index") + "/data.mdb") << std::string(20000, 'n');
    EXPECT_EQ(kind_of([&] { const Store store(folder / "index", Access::read); }),
              ErrorKind::format);
    std::ofstream(folder / "file") << "a file";
    EXPECT_EQ(kind_of([&] { const Store store(folder / "file", Access::write); }),
              ErrorKind::output);
}

TEST(PackedText, IsTheTextAgain) {
    for (const std::string text : {"", "a", "one text one text one text one text"}) {
        EXPECT_EQ(unpack(pack(text)), text);
    }
    EXPECT_EQ(kind_of([] { static_cast<void>(unpack("no packed text")); }), ErrorKind::format);
    auto packed = pack(std::string(5000, 'x'));
    packed.resize(packed.size() - 3);
    EXPECT_EQ(kind_of([&] { static_cast<void>(unpack(packed)); }), ErrorKind::format);
}

}  // namespace
}  // namespace wirecopy::index
