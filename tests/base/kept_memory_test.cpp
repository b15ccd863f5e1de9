#include "base/kept_memory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "wirecopy/error.hpp"

namespace wirecopy::base {
namespace {

constexpr std::uint64_t any = ~std::uint64_t{0};

std::string folder() {
    return ::testing::TempDir();
}

Kept<std::uint32_t> numbers(std::size_t count, KeptMemory& memory) {
    Kept<std::uint32_t> made(count, &memory);
    std::iota(made.begin(), made.end(), 0U);
    return made;
}

bool holds_numbers(const Kept<std::uint32_t>& values, std::size_t count) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] != i) {
            return false;
        }
    }
    return values.size() == count;
}

TEST(KeptMemory, UsesNoFileBelowItsLimit) {
    KeptMemory memory(any, "/a folder that is not there");
    const auto small = numbers(100, memory);
    const auto large = numbers(5'000'000, memory);
    EXPECT_TRUE(holds_numbers(small, 100));
    EXPECT_TRUE(holds_numbers(large, 5'000'000));
    EXPECT_EQ(memory.most_file_bytes(), 0U);
}

TEST(KeptMemory, KeepsWhatIsBeyondItsLimitInAFileWithoutAName) {
    const auto work = folder() + "kept_memory";
    std::filesystem::create_directory(work);
    KeptMemory memory(8'000'000, work);
    std::vector<Kept<std::uint32_t>> kept;
    for (std::size_t i = 0; i < 1000; ++i) {
        kept.push_back(numbers(10'000, memory));
    }
    EXPECT_GE(memory.file_bytes(), 30'000'000U);
    EXPECT_LE(memory.file_bytes(), 44'000'000U);
    EXPECT_TRUE(std::filesystem::is_empty(work));
    for (const auto& values : kept) {
        EXPECT_TRUE(holds_numbers(values, 10'000));
    }
}

TEST(KeptMemory, GivesRoomBackAndUsesItAgain) {
    KeptMemory memory(0, folder());
    for (int round = 0; round < 20; ++round) {
        std::vector<Kept<std::uint32_t>> kept;
        for (std::size_t i = 0; i < 100; ++i) {
            kept.push_back(numbers(i % 10 == 0 ? 1'000'000 : 10'000, memory));
        }
        for (std::size_t i = 0; i < kept.size(); ++i) {
            ASSERT_TRUE(holds_numbers(kept[i], i % 10 == 0 ? 1'000'000 : 10'000));
        }
    }
    EXPECT_LE(memory.most_file_bytes(), 60'000'000U);
    EXPECT_LE(memory.file_bytes(), 8'000'000U);
}

TEST(KeptMemory, SaysWhichFolderTakesNoFile) {
    KeptMemory memory(0, "/a folder that is not there");
    try {
        static_cast<void>(numbers(10, memory));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_NE(std::string(error.what()).find("a folder that is not there"), std::string::npos)
            << error.what();
    }
}

TEST(KeptMemory, ServesManyThreads) {
    KeptMemory memory(4'000'000, folder());
    std::vector<int> wrong(4);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < wrong.size(); ++t) {
        threads.emplace_back([&, t] {
            std::mt19937 random(static_cast<unsigned>(t));
            std::vector<Kept<std::uint32_t>> kept(50);
            for (int i = 0; i < 2000; ++i) {
                auto& place = kept[random() % kept.size()];
                wrong[t] += holds_numbers(place, place.size()) ? 0 : 1;
                place = numbers(random() % 20'000, memory);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(wrong, std::vector<int>(4));
}

TEST(Kept, IsOfTheHeapUnlessGivenAMemory) {
    Kept<std::uint32_t> values{3, 1, 2};
    values.push_back(4);
    keep_in(nullptr, values);
    EXPECT_EQ(values.get_allocator().memory(), nullptr);
    EXPECT_EQ(values, (Kept<std::uint32_t>{3, 1, 2, 4}));
}

TEST(Kept, MovesWithItsMemoryAndIsCopiedToTheHeap) {
    KeptMemory memory(any, folder());
    auto values = numbers(10, memory);
    const auto* const place = values.data();
    Kept<std::uint32_t> moved;
    moved = std::move(values);
    EXPECT_EQ(moved.data(), place);
    EXPECT_EQ(moved.get_allocator().memory(), &memory);
    const auto copied = moved;
    EXPECT_EQ(copied.get_allocator().memory(), nullptr);
    EXPECT_EQ(copied, moved);
    Kept<std::uint32_t> other{7};
    other.swap(moved);
    EXPECT_EQ(other.data(), place);
    EXPECT_EQ(moved, Kept<std::uint32_t>{7});
}

TEST(Kept, GoesToAMemoryAsSmallAsItIs) {
    KeptMemory memory(any, folder());
    Kept<std::uint32_t> values{1, 2, 3};
    values.reserve(1000);
    keep_in(&memory, values);
    EXPECT_EQ(values.get_allocator().memory(), &memory);
    EXPECT_EQ(values.capacity(), 3U);
    EXPECT_EQ(values, (Kept<std::uint32_t>{1, 2, 3}));
}

TEST(KeptMemory, UsesChunksAgainWhereWhatWasBriefLayApart) {
    for (const std::uint64_t limit : {std::uint64_t{0}, std::uint64_t{1} << 30U}) {
        KeptMemory memory(limit, folder());
        std::vector<void*> lasting;
        std::vector<void*> brief;
        std::set<std::uintptr_t> brief_chunks;
        for (int i = 0; i < 3000; ++i) {
            lasting.push_back(memory.allocate(4000));
            brief.push_back(memory.brief().allocate(4000));
        }
        const auto bytes = memory.file_bytes();
        for (auto* const place : brief) {
            brief_chunks.insert(reinterpret_cast<std::uintptr_t>(place));
            memory.deallocate(place);  // by whichever part
        }
        std::size_t again = 0;
        for (int i = 0; i < 3000; ++i) {
            auto* const place = memory.allocate(4000);
            again += brief_chunks.contains(reinterpret_cast<std::uintptr_t>(place)) ? 1U : 0U;
            std::memset(place, i, 4000);
            lasting.push_back(place);
        }
        // The open one of what was brief is not taken.
        EXPECT_LE(memory.file_bytes(), bytes + (std::uint64_t{4} << 20U));
        EXPECT_GT(again, 1900U);  // all but the last chunk of each
        for (auto* const place : lasting) {
            memory.deallocate(place);
        }
    }
}

TEST(KeptMemory, GivesSparesUpForALargePiece) {
    constexpr std::uint64_t limit = std::uint64_t{24} << 20U;
    KeptMemory memory(limit, folder());
    std::vector<void*> places;
    for (int i = 0; i < 5000; ++i) {
        places.push_back(memory.allocate(4000));
    }
    EXPECT_EQ(memory.file_bytes(), 0U);
    for (auto* const place : places) {
        memory.deallocate(place);
    }
    auto* const large = memory.allocate(std::size_t{20} << 20U);
    EXPECT_EQ(memory.file_bytes(), 0U);
    memory.deallocate(large);
}

TEST(KeptMemory, GivesBackAllAtOnceAtItsEnd) {
    KeptMemory memory(0, folder());
    auto values = numbers(600'000, memory);
    const auto bytes = memory.file_bytes();
    EXPECT_GT(bytes, 0U);
    memory.end();
    values = {};
    EXPECT_EQ(memory.file_bytes(), bytes);
}

TEST(KeptRoom, IsOfItsMemoryAndGivenBack) {
    KeptMemory memory(0, folder());
    {
        KeptRoom<std::uint64_t> room(600'000, &memory);
        EXPECT_EQ(room.size(), 600'000U);
        EXPECT_GE(memory.file_bytes(), 600'000U * sizeof(std::uint64_t));
        room[0] = 3;
        room[599'999] = 5;
        KeptRoom<std::uint64_t> moved(std::move(room));
        EXPECT_EQ(*moved.begin(), 3U);
        EXPECT_EQ(*(moved.end() - 1), 5U);
        room = std::move(moved);  // NOLINT(bugprone-use-after-move): may be given another
        EXPECT_EQ(room.size(), 600'000U);
        EXPECT_EQ(room.memory(), &memory);
    }
    EXPECT_EQ(memory.file_bytes(), 0U);
}

TEST(KeptRoom, OfNothingTakesNothing) {
    KeptMemory memory(0, folder());
    const KeptRoom<std::uint64_t> none(0, &memory);
    EXPECT_EQ(none.begin(), none.end());
    EXPECT_EQ(memory.most_file_bytes(), 0U);
    KeptRoom<std::uint64_t> heap(3, nullptr);
    std::fill(heap.begin(), heap.end(), 7U);
    EXPECT_EQ(heap[2], 7U);
}

}  // namespace
}  // namespace wirecopy::base
