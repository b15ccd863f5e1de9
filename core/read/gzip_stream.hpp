// Gzip stream: undoes gzip piece by piece, member after member.
//
//   in      compressed bytes, cut anywhere
//   out     the bytes of all members, one after the other, as `gzip -d` writes them
//   cost    one pass; 32 KiB of window and some tables
//   error   a bad header, a bad check sum, garbage between members: `failure`, and no more bytes
//
// Format: Deutsch, "GZIP file format specification", RFC 1952.

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

struct z_stream_s;  // NOLINT(readability-identifier-naming): zlib's name

namespace wirecopy::read {

/// How far one call of a decoder came.
struct DecodeStep {
    std::size_t consumed = 0;
    std::size_t produced = 0;
};

class GzipStream {
public:
    /// Throws std::bad_alloc when there is no memory for the window.
    GzipStream();

    /// Decodes what fits. No progress means that more input is needed, or that it failed.
    [[nodiscard]] DecodeStep decode(std::span<const char> packed, std::span<char> into);

    /// True where the input may end: after a whole member.
    [[nodiscard]] bool at_member_end() const noexcept { return at_member_end_; }

    /// What is wrong with the bytes, if anything was.
    [[nodiscard]] const std::optional<std::string>& failure() const noexcept { return failure_; }

private:
    void fail(int code);

    std::unique_ptr<z_stream_s, void (*)(z_stream_s*)> stream_;
    bool at_member_end_ = false;
    bool first_member_ = true;
    std::optional<std::string> failure_;
};

}  // namespace wirecopy::read
