#include "read/raw_input.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "read/temp_folder.hpp"

namespace wirecopy::read {
namespace {

std::string drain(RawInput& input, std::size_t piece) {
    std::string all;
    std::string buffer(piece, '\0');
    while (const auto count = input.read(buffer)) {
        all.append(buffer, 0, count);
    }
    return all;
}

TEST(RawInput, ReadsMemoryAndFilesAlike) {
    const TempFolder folder;
    const std::string bytes = "The ferry to Norholm sank.";
    const auto path = folder.write("a.txt", bytes);
    for (const std::size_t piece : {1U, 7U, 100U}) {
        RawInput memory{std::string_view(bytes)};
        RawInput file(::open(path.c_str(), O_RDONLY), true);
        EXPECT_EQ(memory.expected_bytes(), bytes.size());
        EXPECT_EQ(file.expected_bytes(), bytes.size());
        EXPECT_EQ(drain(memory, piece), bytes);
        EXPECT_EQ(drain(file, piece), bytes);
        EXPECT_FALSE(file.failure());
    }
}

TEST(RawInput, ClosesOnlyWhatItOwns) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    { const RawInput borrowed(ends[0], false); }
    EXPECT_NE(::fcntl(ends[0], F_GETFD), -1);
    {
        RawInput owner(ends[0], true);
        const RawInput moved(std::move(owner));
    }
    EXPECT_EQ(::fcntl(ends[0], F_GETFD), -1);
    EXPECT_EQ(errno, EBADF);
    ::close(ends[1]);
}

TEST(RawInput, SaysThatItWouldWait) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    RawInput input(ends[0], true);
    int paused = 0;
    input.when_waiting([&] {
        ++paused;
        ASSERT_EQ(::write(ends[1], "late", 4), 4);
    });
    ASSERT_EQ(::write(ends[1], "early", 5), 5);
    std::array<char, 8> buffer{};
    EXPECT_EQ(input.read(buffer), 5U);
    EXPECT_EQ(paused, 0);
    EXPECT_EQ(input.read(buffer), 4U);
    EXPECT_EQ(paused, 1);
    ::close(ends[1]);
    EXPECT_EQ(input.read(buffer), 0U);  // an end is nothing to wait for
    EXPECT_EQ(paused, 1);
}

TEST(RawInput, SaysWhyAReadFailed) {
    const TempFolder folder;
    RawInput input(::open(folder.path().c_str(), O_RDONLY), true);
    std::array<char, 8> buffer{};
    EXPECT_EQ(input.read(buffer), 0U);
    ASSERT_TRUE(input.failure());
    EXPECT_EQ(*input.failure(), "cannot be read: Is a directory");
    EXPECT_EQ(input.expected_bytes(), 0U);
}

}  // namespace
}  // namespace wirecopy::read
