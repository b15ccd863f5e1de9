// Compression for tests: what gzip and zstd write.

#pragma once

#define ZLIB_CONST
#include <zlib.h>
#include <zstd.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace wirecopy::read {

/// One gzip member.
inline std::string gzip(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("deflateInit2");
    }
    std::string packed(deflateBound(&stream, bytes.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// One zstd frame with a check sum.
inline std::string zstd(std::string_view bytes, int window_log = 0) {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window_log);
    if (window_log > 0) {
        // A frame that states its size would shrink the window to it.
        ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    }
    std::string packed(ZSTD_compressBound(bytes.size()) + 32, '\0');
    ZSTD_outBuffer out{packed.data(), packed.size(), 0};
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    if (window_log > 0) {
        // Likewise when the size is known because everything comes in one call.
        ZSTD_compressStream2(context, &out, &in, ZSTD_e_continue);
    }
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_end);
    packed.resize(out.pos);
    ZSTD_freeCCtx(context);
    return packed;
}

enum class Packing { plain, gzip, zstd };

inline std::string pack(std::string_view bytes, Packing packing) {
    switch (packing) {
        case Packing::gzip:
            return gzip(bytes);
        case Packing::zstd:
            return zstd(bytes);
        case Packing::plain:
            break;
    }
    return std::string(bytes);
}

}  // namespace wirecopy::read
