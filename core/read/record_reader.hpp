// Record reader: cuts a stream of bytes into lines or rows and numbers them.
//
//   in      a byte source, what ends a record, the longest record that is kept
//   out     each record as a view, with the line it starts on; of one too long only the fact
//   cost    one pass, two over the lines behind a stray quote; memory limit_bytes + two chunks at
//           most, even while the buffer grows
//   error   a source that fails ends the records before the one it cut; a decompression bomb also
//
// A quote that is never closed must not take the rest of the file with it. A row of several lines
// that the input or the limit ends inside a quoted cell, or in which text follows a closing quote,
// is its first line alone, and the next line is looked at anew. All its lines but the last one end
// inside the quoted cell; so a row that starts on one of them and opens a quote of its own stays
// open as far as the first did, and is its first line too, without another look at the rest.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/byte_source.hpp"
#include "read/record_end.hpp"

namespace wirecopy::read {

/// This many readable bytes follow every record, for parsers that read whole vectors. The first is
/// always that of a line ending, so that no parser's answer depends on what was there before.
inline constexpr std::size_t padding_bytes = 64;

struct Record {
    std::string_view bytes;    ///< without its line ending; empty when too long
    std::string_view whole;    ///< with its line ending, where it has one; empty when too long
    std::uint64_t line = 0;    ///< the line it starts on, from 1
    std::uint64_t offset = 0;  ///< bytes of the input before it
    bool too_long = false;
    bool open_quote = false;  ///< a line that a stray quote leaves open, taken for the row
};

class RecordReader {
public:
    /// Requires: the source outlives this object; chunk_bytes > 0.
    RecordReader(ByteSource& source, RecordEnd end, std::uint64_t limit_bytes,
                 std::size_t chunk_bytes);

    /// Moves to the next record; false when there is none. Its bytes hold until the next call.
    [[nodiscard]] bool next(Record& record);

    /// Why the records ended early, if they did.
    [[nodiscard]] const std::optional<std::string>& failure() const noexcept { return failure_; }

    /// The line on which the next record starts, or the one that the failure cut.
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }

private:
    [[nodiscard]] bool fill();
    void reserve(std::size_t needed);
    void take(std::size_t count, Record& record);
    [[nodiscard]] bool take_within_stray(Record& record);
    [[nodiscard]] bool take_stray(std::size_t seen, Record& record);
    [[nodiscard]] bool pass_over(std::size_t seen, Record& record);
    [[nodiscard]] bool finish_input(std::size_t seen, Record& record);
    [[nodiscard]] bool is_bomb(std::uint64_t expanded, const Record& record);
    void drop(std::size_t count) noexcept;
    [[nodiscard]] std::string_view unread() const noexcept;

    ByteSource& source_;
    RecordEnd end_;
    std::uint64_t limit_bytes_;
    std::size_t chunk_bytes_;
    std::size_t full_size_;  ///< the largest the buffer can become
    std::unique_ptr<char[]> buffer_;
    std::size_t size_ = 0;
    std::size_t unread_begin_ = 0;
    std::size_t unread_end_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t offset_ = 0;       ///< of the unread bytes in the input
    std::uint64_t stray_until_ = 0;  ///< up to here a stray quote leaves every line in quotes
    std::uint64_t packed_before_fill_ = 0;
    std::uint64_t packed_before_stray_ = 0;
    std::uint64_t packed_at_record_ = 0;
    std::optional<std::string> failure_;
};

}  // namespace wirecopy::read
