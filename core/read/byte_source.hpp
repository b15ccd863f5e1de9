// Byte source: the bytes of an input with its compression, if any, undone.
//
//   in      a raw input, and its name for the one case where the first bytes do not decide
//   out     plain bytes in pieces of at most `chunk_bytes`
//   cost    plain: none of its own; compressed: one pass of the decoder and one input chunk
//   error   truncated, corrupt or unreadable input ends the bytes; `failure` then says why

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "read/gzip_stream.hpp"
#include "read/raw_input.hpp"
#include "read/zstd_stream.hpp"

namespace wirecopy::read {

/// 31 MB of articles read in 15.1 to 15.8 ms with 64 KiB to 1 MiB, in 17.0 to 18.1 ms with 16 KiB;
/// the middle leaves room on machines with smaller caches.
inline constexpr std::size_t default_chunk_bytes = std::size_t{256} << 10U;

/// Recognises gzip and zstd by their magic bytes, never by the name: a name that lies is common.
class ByteSource {
public:
    /// Reads nothing yet. Requires: chunk_bytes > 0.
    ByteSource(RawInput input, std::string_view name, std::size_t chunk_bytes);

    /// Reads some bytes, at least one unless the input is over or has failed: then 0.
    [[nodiscard]] std::size_t read(std::span<char> into);

    /// The next bytes without taking them: `wanted` or more, fewer only when the input ends. The
    /// view holds until the next call.
    [[nodiscard]] std::string_view peek(std::size_t wanted);

    /// Why the bytes ended early, if they did.
    [[nodiscard]] const std::optional<std::string>& failure() const noexcept { return failure_; }

    /// The reason to stop when `expanded` bytes came from so few compressed ones that nobody wrote
    /// them: a decompression bomb. `packed` is the growth of `packed_bytes` over them.
    [[nodiscard]] std::optional<std::string> bomb(std::uint64_t expanded,
                                                  std::uint64_t packed) const;

    /// Compressed bytes that the decoder has used up so far.
    [[nodiscard]] std::uint64_t packed_bytes() const noexcept { return packed_bytes_; }

    /// Whether the bytes come as they lie in a regular file. Known once some were read or peeked
    /// at.
    [[nodiscard]] bool is_plain_file() const noexcept {
        return opened_ && std::holds_alternative<std::monostate>(decoder_) &&
               input_.is_regular_file();
    }

    /// How many bytes a plain file has, 0 when unknown: for reserving, not for trust.
    [[nodiscard]] std::uint64_t expected_bytes() const noexcept;

private:
    void open();
    [[nodiscard]] bool is_cut_magic(std::string_view head) const;
    [[nodiscard]] std::size_t read_decoded(std::span<char> into);
    [[nodiscard]] std::size_t read_raw(std::span<char> into);
    [[nodiscard]] bool refill();
    [[nodiscard]] DecodeStep decode(std::span<char> into);
    [[nodiscard]] const std::optional<std::string>& decoder_failure() const;
    [[nodiscard]] bool may_end() const noexcept;

    RawInput input_;
    std::string name_;
    std::size_t chunk_bytes_;
    bool opened_ = false;
    std::variant<std::monostate, GzipStream, ZstdStream> decoder_;
    std::vector<char> packed_;  ///< raw bytes that were read and not yet used, from packed_begin_
    std::size_t packed_begin_ = 0;
    std::uint64_t packed_bytes_ = 0;
    std::string ahead_;  ///< decoded bytes that were peeked at and not yet taken
    std::optional<std::string> failure_;
};

}  // namespace wirecopy::read
