#include "read/gzip_stream.hpp"

// Without it zlib takes its input as not const.
#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace wirecopy::read {

namespace {

// 15 bits of window, the most deflate knows; 16 more ask for the gzip wrapper and its check sums.
constexpr int gzip_window_bits = 15 + 16;

uInt clamp_size(std::size_t size) {
    return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

void end_stream(z_stream* stream) {
    inflateEnd(stream);
    std::default_delete<z_stream>()(stream);
}

}  // namespace

// zlib keeps the address of the stream, so it lives on the heap and never moves.
GzipStream::GzipStream() : stream_(std::make_unique<z_stream>().release(), end_stream) {
    if (inflateInit2(stream_.get(), gzip_window_bits) != Z_OK) {
        throw std::bad_alloc();
    }
}

DecodeStep GzipStream::decode(std::span<const char> packed, std::span<char> into) {
    if (failure_ || into.empty() || (at_member_end_ && packed.empty())) {
        return {};
    }
    if (at_member_end_) {
        inflateReset(stream_.get());
        at_member_end_ = false;
        first_member_ = false;
    }
    stream_->next_in = reinterpret_cast<const Bytef*>(packed.data());
    stream_->avail_in = clamp_size(packed.size());
    stream_->next_out = reinterpret_cast<Bytef*>(into.data());
    stream_->avail_out = clamp_size(into.size());
    const auto offered = stream_->avail_in;
    const auto room = stream_->avail_out;
    const int code = inflate(stream_.get(), Z_NO_FLUSH);
    if (code == Z_STREAM_END) {
        at_member_end_ = true;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
        // Z_BUF_ERROR only says that there was nothing to do.
        fail(code);
    }
    return {.consumed = offered - stream_->avail_in, .produced = room - stream_->avail_out};
}

void GzipStream::fail(int code) {
    if (code == Z_MEM_ERROR) {
        throw std::bad_alloc();
    }
    // A member opens with two magic bytes. What lacks them was never meant as one.
    constexpr uLong magic_bytes = 2;
    if (!first_member_ && stream_->total_in <= magic_bytes) {
        failure_ = "corrupt gzip: garbage after the compressed data";
        return;
    }
    const char* detail = stream_->msg != nullptr ? stream_->msg : zError(code);
    failure_ = std::string("corrupt gzip: ") + detail;
}

}  // namespace wirecopy::read
