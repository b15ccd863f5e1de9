// Line writer: rows of named cells as tsv or csv under a header, or as JSON objects.
//
//   in      the names of the columns, then row by row the cells in their order
//   out     lines
//   cost    one copy of the text; 128 KiB

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "report/block_writer.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::report {

class LineWriter {
public:
    /// `columns` and `sink` must outlive the writer; writes the header.
    LineWriter(PairFormat format, std::span<const std::string_view> columns,
               const ReportSink& sink);

    void text(std::string_view cell);
    void number(std::uint64_t cell);
    void score(float cell);
    /// A value in the way of the format, for cells that no other function writes.
    void raw(std::string_view cell);

    [[nodiscard]] bool is_json() const noexcept { return format_ == PairFormat::jsonl; }

    /// Hands the rest to the sink.
    void finish() { out_.finish(); }

private:
    void before_cell();
    void after_cell();

    PairFormat format_;
    std::span<const std::string_view> columns_;
    BlockWriter out_;
    std::size_t column_ = 0;
};

}  // namespace wirecopy::report
