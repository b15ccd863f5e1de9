#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <string>

#include "report/sample.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {
namespace {

std::string npy(const Matrix& matrix) {
    return sample::text_of([&](const ReportSink& sink) { write_npy(matrix, sink); });
}

TEST(Npy, HeaderAndCellsAreWhatNumPyWrites) {
    const auto file = npy(sample::two_by_three());
    const std::string magic("\x93NUMPY\x01\x00\x76\x00", 10);
    const std::string dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
    ASSERT_EQ(file.size(), 128U + 6U * 4U);
    EXPECT_EQ(file.substr(0, 10), magic);
    EXPECT_EQ(file.substr(10, dictionary.size()), dictionary);
    EXPECT_EQ(file.substr(10 + dictionary.size(), 128 - 11 - dictionary.size()),
              std::string(128 - 11 - dictionary.size(), ' '));
    EXPECT_EQ(file[127], '\n');
    const std::string cells(
        "\x00\x00\x00\x3f\x00\x00\x00\x00\x00\x00\x80\x3f"
        "\x00\x00\x00\x3e\x00\x00\x40\x3f\xbd\x37\x86\x35",
        24);
    EXPECT_EQ(file.substr(128), cells);
}

TEST(Npy, HeadersOfEverySizeEndAtAMultipleOf64) {
    for (std::size_t count : {0U, 1U, 9U, 10U, 99U, 100U}) {
        const auto matrix = sample::square(count, [](auto, auto) { return 0.5F; });
        const auto file = npy(matrix);
        const auto length =
            static_cast<unsigned char>(file[8]) + 256U * static_cast<unsigned char>(file[9]);
        EXPECT_EQ((10 + length) % 64, 0U);
        EXPECT_EQ(file.size(), 10 + length + 4 * count * count);
        EXPECT_EQ(file[9 + length], '\n');
    }
}

}  // namespace
}  // namespace wirecopy
