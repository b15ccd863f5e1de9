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
    record = {.bytes = {}, .whole = {}, .line = line_};
    if (failure_) {
        return false;
    }
    end_.restart();
    packed_at_record_ = offset_ < stray_until_ ? packed_before_stray_ : packed_before_fill_;
    if (take_within_stray(record)) {
        return true;
    }
    // What is decided at the limit is decided on the same bytes whatever the chunks.
    const auto most = static_cast<std::size_t>(limit_bytes_) + longest_line_ending;
    std::size_t seen = 0;  // bytes of this record that were looked through
    while (true) {
        const auto kept = unread().substr(0, most);
        const auto end = end_.find(kept.substr(seen));
        if (end != RecordEnd::not_here) {
            const auto count = seen + end;
            if (!end_.broken() || !take_stray(count, record)) {
                take(count, record);
            }
            return true;
        }
        seen = kept.size();
        if (seen == most) {
            return pass_over(seen, record);
        }
        if (!fill()) {
            return finish_input(seen, record);
        }
    }
}

// Takes a whole record, of which `count` bytes with its line ending are in the buffer.
void RecordReader::take(std::size_t count, Record& record) {
    const auto whole = unread().substr(0, count);
    record.offset = offset_;
    drop(count);
    line_ += end_.spans_lines() ? count_newlines(whole) : 1;
    record.bytes = without_line_ending(whole);
    record.whole = whole;
    if (record.too_long || record.bytes.size() > limit_bytes_) {
        record.too_long = true;
        record.bytes = {};
        record.whole = {};
    }
}

// Takes the line on which a row begins behind a stray quote, if that quote leaves it open.
bool RecordReader::take_within_stray(Record& record) {
    if (offset_ >= stray_until_) {
        return false;
    }
    const auto known = unread().substr(0, static_cast<std::size_t>(stray_until_ - offset_));
    const auto newline = known.find('\n');
    if (newline == std::string_view::npos) {
        return false;
    }
    record.open_quote = end_.find(known.substr(0, newline + 1)) == RecordEnd::not_here;
    take(newline + 1, record);
    return true;
}

// Takes the first line of the row alone if the `seen` bytes of it are several lines.
bool RecordReader::take_stray(std::size_t seen, Record& record) {
    const auto row = unread().substr(0, seen);
    const auto first = row.find('\n');
    const auto last = row.substr(0, seen - 1).rfind('\n');
    if (first == std::string_view::npos || last == std::string_view::npos) {
        return false;
    }
    // Of a broken row the last line is not in quotes, of an open one it is.
    stray_until_ = offset_ + (end_.broken() ? last + 1 : seen);
    packed_before_stray_ = packed_at_record_;
    record.open_quote = true;
    take(first + 1, record);
    return true;
}

// The record is over the limit: the rest of its line is dropped as it comes.
bool RecordReader::pass_over(std::size_t seen, Record& record) {
    if (is_bomb(seen, record)) {
        return false;
    }
    if ((end_.in_quotes() || end_.broken()) && take_stray(seen, record)) {
        return true;
    }
    record.too_long = true;
    line_ += end_.spans_lines() ? count_newlines(unread().substr(0, seen)) : 0;
    drop(seen);
    for (std::uint64_t dropped = seen;;) {
        const auto newline = unread().find('\n');
        if (newline != std::string_view::npos) {
            take(newline + 1, record);
            return true;
        }
        dropped += unread().size();
        drop(unread().size());
        if (is_bomb(dropped, record)) {
            return false;
        }
        if (!fill()) {
            return finish_input(0, record);
        }
    }
}

bool RecordReader::is_bomb(std::uint64_t expanded, const Record& record) {
    failure_ = source_.bomb(expanded, source_.packed_bytes() - packed_at_record_);
    if (failure_) {
        line_ = record.line;
    }
    return failure_.has_value();
}

void RecordReader::drop(std::size_t count) noexcept {
    unread_begin_ += count;
    offset_ += count;
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
    // Every other record is followed by its line ending. What old bytes stand here must not matter,
    // and for simdjson a closing bracket just after a line does.
    buffer_[unread_end_] = '\n';
    const bool stray = !record.too_long && (end_.in_quotes() || end_.broken());
    if (!stray || !take_stray(seen, record)) {
        record.open_quote = stray && end_.in_quotes();
        take(seen, record);
    }
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
