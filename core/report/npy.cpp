#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "report/block_writer.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

// Magic, version 1.0, the length of what follows in two bytes, a Python dictionary, and spaces up
// to a line feed that ends the header at a multiple of 64.
std::string npy_header(std::size_t rows, std::size_t columns) {
    std::string dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (" +
                             std::to_string(rows) + ", " + std::to_string(columns) + "), }";
    constexpr std::size_t before = 10;
    constexpr std::size_t alignment = 64;
    const auto unpadded = before + dictionary.size() + 1;
    dictionary.append((alignment - unpadded % alignment) % alignment, ' ');
    dictionary += '\n';
    std::string header{'\x93', 'N', 'U', 'M', 'P', 'Y', '\x01', '\0'};
    header += static_cast<char>(dictionary.size() & 0xffU);
    header += static_cast<char>(dictionary.size() >> 8U);
    return header + dictionary;
}

}  // namespace

void write_npy(const Matrix& matrix, const ReportSink& sink) {
    assert(matrix.values.size() == matrix.rows() * matrix.columns());
    report::BlockWriter out(sink);
    out.text(npy_header(matrix.rows(), matrix.columns()));
    if constexpr (std::endian::native == std::endian::little) {
        out.text({reinterpret_cast<const char*>(matrix.values.data()),
                  matrix.values.size() * sizeof(float)});
    } else {
        for (const float score : matrix.values) {
            const auto bits = std::bit_cast<std::uint32_t>(score);
            for (unsigned shift = 0; shift < 32; shift += 8) {
                const char byte = static_cast<char>(bits >> shift & 0xffU);
                out.text({&byte, 1});
            }
        }
    }
    out.finish();
}

}  // namespace wirecopy
