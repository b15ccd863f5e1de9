#include "read/record_reader.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <limits>
#include <utility>

namespace wirecopy::read {

namespace {

constexpr std::size_t longest_line_ending = 2;
// No memory holds more; a larger limit means none, and sums with this one cannot overflow.
constexpr std::uint64_t most_bytes = std::numeric_limits<std::size_t>::max() / 4;

std::string_view without_line_ending(std::string_view record) {
    if (record.ends_with('\n')) {
        record.remove_suffix(1);
    }
    if (record.ends_with('\r')) {
        record.remove_suffix(1);
    }
    return record;
}

std::uint64_t count_newlines(std::string_view bytes) {
    return static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

// The largest buffer: a record at the limit, its ending, the chunk that follows and the padding.
std::size_t full_buffer_size(std::uint64_t limit_bytes, std::size_t chunk_bytes) {
    return static_cast<std::size_t>(limit_bytes) + longest_line_ending + 2 * chunk_bytes +
           padding_bytes;
}

}  // namespace

RecordReader::RecordReader(ByteSource& source, RecordEnd end, std::uint64_t limit_bytes,
                           std::size_t chunk_bytes)
    : source_(source),
      end_(end),
      limit_bytes_(std::min(limit_bytes, most_bytes)),
      chunk_bytes_(chunk_bytes),
      full_size_(full_buffer_size(limit_bytes_, chunk_bytes)) {
    assert(chunk_bytes_ > 0);
}

std::string_view RecordReader::unread() const noexcept {
    return {buffer_.get() + unread_begin_, unread_end_ - unread_begin_};
}

bool RecordReader::next(Record& record) {
    record = {.bytes = {}, .line = line_};
    if (failure_) {
        return false;
    }
    end_.restart();
    packed_at_record_ = packed_before_fill_;
    std::size_t seen = 0;       // bytes of this record that are kept and were looked through
    std::uint64_t dropped = 0;  // bytes of it that are gone
    while (true) {
        const auto end = end_.find(unread().substr(seen));
        if (end != RecordEnd::not_here) {
            take(seen + end, record);
            return true;
        }
        seen = unread().size();
        if (record.too_long || seen > limit_bytes_ + longest_line_ending) {
            record.too_long = true;
            line_ += count_newlines(unread());
            unread_begin_ = unread_end_;
            dropped += seen;
            seen = 0;
            failure_ = source_.bomb(dropped, source_.packed_bytes() - packed_at_record_);
            if (failure_) {
                line_ = record.line;
                return false;
            }
        }
        if (!fill()) {
            return finish_input(seen, record);
        }
    }
}

// Takes a whole record, of which `count` bytes with its line ending are in the buffer.
void RecordReader::take(std::size_t count, Record& record) {
    const auto whole = unread().substr(0, count);
    unread_begin_ += count;
    line_ += end_.spans_lines() ? count_newlines(whole) : 1;
    record.bytes = without_line_ending(whole);
    if (record.too_long || record.bytes.size() > limit_bytes_) {
        record.too_long = true;
        record.bytes = {};
    }
}

// The source has no more: what is left is a last record without a newline, or was cut.
bool RecordReader::finish_input(std::size_t seen, Record& record) {
    failure_ = source_.failure();
    if (failure_) {
        // Where the cut record starts, which is what a reader of the message looks for.
        line_ = record.line;
        return false;
    }
    if (seen == 0 && !record.too_long) {
        return false;
    }
    record.open_quote = end_.in_quotes();
    // Every other record is followed by its line ending. What old bytes stand here must not matter,
    // and for simdjson a closing bracket just after a line does.
    buffer_[unread_end_] = '\n';
    take(seen, record);
    return true;
}

// Appends a chunk to the unread bytes.
bool RecordReader::fill() {
    if (unread_begin_ > 0) {
        std::memmove(buffer_.get(), buffer_.get() + unread_begin_, unread_end_ - unread_begin_);
        unread_end_ -= unread_begin_;
        unread_begin_ = 0;
    }
    reserve(unread_end_ + chunk_bytes_ + padding_bytes);
    packed_before_fill_ = source_.packed_bytes();
    const auto count = source_.read({buffer_.get() + unread_end_, chunk_bytes_});
    unread_end_ += count;
    return count > 0;
}

// Sizes are the full size halved and halved again: while the bytes move, the old buffer and the
// used part of the new one are together no larger than the full size. The new buffer is not
// cleared, so its unused part costs no memory.
void RecordReader::reserve(std::size_t needed) {
    if (needed <= size_) {
        return;
    }
    auto size = full_size_;
    while (size / 2 >= std::max(needed, 2 * chunk_bytes_ + padding_bytes)) {
        size /= 2;
    }
    auto larger = std::make_unique_for_overwrite<char[]>(size);
    if (unread_end_ > 0) {
        std::memcpy(larger.get(), buffer_.get(), unread_end_);
    }
    buffer_ = std::move(larger);
    size_ = size;
}

}  // namespace wirecopy::read
