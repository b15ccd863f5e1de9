#include "read/zstd_stream.hpp"

#include <zstd.h>
#include <zstd_errors.h>

#include <new>

namespace wirecopy::read {

ZstdStream::ZstdStream()
    : context_(ZSTD_createDCtx(), [](ZSTD_DCtx* context) { ZSTD_freeDCtx(context); }) {
    if (!context_) {
        throw std::bad_alloc();
    }
}

DecodeStep ZstdStream::decode(std::span<const char> packed, std::span<char> into) {
    if (failure_ || into.empty()) {
        return {};
    }
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{into.data(), into.size(), 0};
    const std::size_t code = ZSTD_decompressStream(context_.get(), &out, &in);
    if (ZSTD_isError(code) != 0U) {
        fail(code);
    } else if (in.pos > 0 || out.pos > 0) {
        // A call without progress answers with a hint for the next frame, which is no news.
        at_frame_end_ = code == 0;
        first_frame_ = first_frame_ && !at_frame_end_;
    }
    return {.consumed = in.pos, .produced = out.pos};
}

void ZstdStream::fail(std::size_t code) {
    switch (ZSTD_getErrorCode(code)) {
        case ZSTD_error_memory_allocation:
            throw std::bad_alloc();
        case ZSTD_error_frameParameter_windowTooLarge:
            failure_ = "zstd frame needs a window of more than 128 MiB, compress it without --long";
            return;
        case ZSTD_error_prefix_unknown:
            if (!first_frame_) {
                failure_ = "corrupt zstd: garbage after the compressed data";
                return;
            }
            break;
        default:
            break;
    }
    failure_ = std::string("corrupt zstd: ") + ZSTD_getErrorName(code);
}

}  // namespace wirecopy::read
