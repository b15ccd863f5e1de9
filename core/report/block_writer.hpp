// The one way out: gathers text into blocks for the sink, so that a report of any size streams.
//
//   in      pieces of text and rows of scores
//   out     blocks of at least 64 KiB, and the rest on finish
//   cost    one copy of the text; 128 KiB

#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "wirecopy/report.hpp"

namespace wirecopy::report {

class BlockWriter {
public:
    /// `sink` must outlive the writer.
    explicit BlockWriter(const ReportSink& sink) : sink_(sink), buffer_(buffer_bytes) {}

    void text(std::string_view text);

    /// Scores with `separator` between them.
    void scores(std::span<const float> scores, char separator);

    /// Hands the rest to the sink. Not left to the destructor: the sink may throw.
    void finish();

private:
    // Below a block the text waits; above it there is room for a run of scores unchecked.
    static constexpr std::size_t block_bytes = std::size_t{64} << 10U;
    static constexpr std::size_t buffer_bytes = 2 * block_bytes;

    void flush_full_block();

    const ReportSink& sink_;
    std::vector<char> buffer_;
    std::size_t used_bytes_ = 0;
};

}  // namespace wirecopy::report
