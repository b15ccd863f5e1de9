// Zstandard stream: undoes zstd piece by piece, frame after frame.
//
//   in      compressed bytes, cut anywhere; skippable frames hold nothing for us
//   out     the bytes of all frames, one after the other, as `zstd -d` writes them
//   cost    one pass; the window that the frame asks for, 128 MiB at most (the library's own
//           limit, which `zstd --long=27` just meets)
//   error   a bad frame, a bad check sum, garbage between frames: `failure`, and no more bytes
//
// Format: Collet and Kucherawy, "Zstandard compression", RFC 8878.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "read/gzip_stream.hpp"

struct ZSTD_DCtx_s;

namespace wirecopy::read {

class ZstdStream {
public:
    /// Throws std::bad_alloc when there is no memory for a decoder.
    ZstdStream();

    /// Decodes what fits. No progress means that more input is needed, or that it failed.
    [[nodiscard]] DecodeStep decode(std::span<const char> packed, std::span<char> into);

    /// True where the input may end: after a whole frame.
    [[nodiscard]] bool at_frame_end() const noexcept { return at_frame_end_; }

    /// What is wrong with the bytes, if anything was.
    [[nodiscard]] const std::optional<std::string>& failure() const noexcept { return failure_; }

private:
    void fail(std::size_t code);

    std::unique_ptr<ZSTD_DCtx_s, void (*)(ZSTD_DCtx_s*)> context_;
    bool at_frame_end_ = false;
    bool first_frame_ = true;
    std::optional<std::string> failure_;
};

}  // namespace wirecopy::read
