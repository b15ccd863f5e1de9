#include "read/byte_source.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace wirecopy::read {

namespace {

constexpr std::string_view gzip_magic = "\x1f\x8b";
constexpr std::string_view zstd_magic = "\x28\xb5\x2f\xfd";
constexpr std::size_t longest_magic = 4;

// Frames that decoders skip; some tools (pzstd) open their files with one. The first byte is
// 0x50 to 0x5f, the rest is fixed.
bool is_skippable_frame(std::string_view head) {
    return head.size() >= longest_magic && (static_cast<unsigned char>(head[0]) & 0xf0U) == 0x50U &&
           head.substr(1, 3) == "\x2a\x4d\x18";
}

// News as JSON Lines expands 4.2 times (10,000 articles, zstd), one article repeated for ever
// about 1,000 times with gzip and far more with zstd. No honest line of news comes near 100.
constexpr std::uint64_t bomb_expansion = 100;
// Decoders take in up to a block of 128 KiB before they give out its bytes; without this allowance
// the start of an ordinary line may look as if it came from nothing.
constexpr std::uint64_t decoder_lookahead_bytes = std::uint64_t{128} << 10U;

}  // namespace

ByteSource::ByteSource(RawInput input, std::string_view name, std::size_t chunk_bytes)
    : input_(std::move(input)), name_(name), chunk_bytes_(chunk_bytes) {
    assert(chunk_bytes_ > 0);
}

// The first read of a pipe may bring less than the magic bytes, so it is asked again.
void ByteSource::open() {
    opened_ = true;
    packed_.resize(longest_magic);
    std::size_t have = 0;
    while (have < longest_magic) {
        const auto count = input_.read(std::span(packed_).subspan(have));
        if (count == 0) {
            break;
        }
        have += count;
    }
    packed_.resize(have);
    const std::string_view head(packed_.data(), have);
    if (head.starts_with(gzip_magic)) {
        decoder_.emplace<GzipStream>();
    } else if (head.starts_with(zstd_magic) || is_skippable_frame(head)) {
        decoder_.emplace<ZstdStream>();
    } else if (have < longest_magic && is_cut_magic(head)) {
        failure_ = "truncated: the compressed data ends within its first bytes";
    }
}

// A whole input shorter than a magic number can only be told from text with the help of its name,
// except for the first byte of gzip, which is in no text.
bool ByteSource::is_cut_magic(std::string_view head) const {
    if (name_.ends_with(".gz") && gzip_magic.starts_with(head)) {
        return true;
    }
    if (name_.ends_with(".zst") && zstd_magic.starts_with(head)) {
        return true;
    }
    return head == gzip_magic.substr(0, 1);
}

std::size_t ByteSource::read(std::span<char> into) {
    if (into.empty()) {
        return 0;
    }
    if (!ahead_.empty()) {
        const auto count = std::min(into.size(), ahead_.size());
        std::copy_n(ahead_.data(), count, into.data());
        ahead_.erase(0, count);
        return count;
    }
    return read_decoded(into.first(std::min(into.size(), chunk_bytes_)));
}

std::string_view ByteSource::peek(std::size_t wanted) {
    while (ahead_.size() < wanted) {
        const auto old_size = ahead_.size();
        ahead_.resize(old_size + std::max<std::size_t>(wanted - old_size, 4096));
        const auto room = std::span(ahead_).subspan(old_size);
        const auto count = read_decoded(room.first(std::min(room.size(), chunk_bytes_)));
        ahead_.resize(old_size + count);
        if (count == 0) {
            break;
        }
    }
    return ahead_;
}

std::size_t ByteSource::read_decoded(std::span<char> into) {
    if (!opened_) {
        open();
    }
    if (failure_) {
        return 0;
    }
    if (std::holds_alternative<std::monostate>(decoder_)) {
        return read_raw(into);
    }
    while (true) {
        const auto step = decode(into);
        packed_begin_ += step.consumed;
        packed_bytes_ += step.consumed;
        if (step.produced > 0) {
            return step.produced;
        }
        if (decoder_failure()) {
            failure_ = decoder_failure();
            return 0;
        }
        if (step.consumed == 0 && !refill()) {
            return 0;
        }
    }
}

std::size_t ByteSource::read_raw(std::span<char> into) {
    if (packed_begin_ < packed_.size()) {
        const auto count = std::min(into.size(), packed_.size() - packed_begin_);
        std::copy_n(packed_.data() + packed_begin_, count, into.data());
        packed_begin_ += count;
        return count;
    }
    const auto count = input_.read(into);
    if (count == 0) {
        failure_ = input_.failure();
    }
    return count;
}

// The decoder has used up all it was given and wants more.
bool ByteSource::refill() {
    if (packed_begin_ < packed_.size()) {
        failure_ = "corrupt: the compressed data cannot be decoded further";
        return false;
    }
    packed_.resize(chunk_bytes_);
    packed_.resize(input_.read(packed_));
    packed_begin_ = 0;
    if (!packed_.empty()) {
        return true;
    }
    if (input_.failure()) {
        failure_ = input_.failure();
    } else if (!may_end()) {
        const bool gzip = std::holds_alternative<GzipStream>(decoder_);
        failure_ = std::string("truncated ") + (gzip ? "gzip" : "zstd") +
                   ": the file ends before its data does";
    }
    return false;
}

DecodeStep ByteSource::decode(std::span<char> into) {
    const auto packed = std::span<const char>(packed_).subspan(packed_begin_);
    if (auto* gzip = std::get_if<GzipStream>(&decoder_)) {
        return gzip->decode(packed, into);
    }
    return std::get<ZstdStream>(decoder_).decode(packed, into);
}

const std::optional<std::string>& ByteSource::decoder_failure() const {
    if (const auto* gzip = std::get_if<GzipStream>(&decoder_)) {
        return gzip->failure();
    }
    return std::get<ZstdStream>(decoder_).failure();
}

bool ByteSource::may_end() const noexcept {
    if (const auto* gzip = std::get_if<GzipStream>(&decoder_)) {
        return gzip->at_member_end();
    }
    const auto* zstd = std::get_if<ZstdStream>(&decoder_);
    return zstd != nullptr && zstd->at_frame_end();
}

std::optional<std::string> ByteSource::bomb(std::uint64_t expanded, std::uint64_t packed) const {
    const bool compressed = !std::holds_alternative<std::monostate>(decoder_);
    if (!compressed || expanded / bomb_expansion <= packed + decoder_lookahead_bytes) {
        return std::nullopt;
    }
    return "decompression bomb: " + std::to_string(packed) + " compressed bytes expand to " +
           std::to_string(expanded) + " and more, reading stops here";
}

std::uint64_t ByteSource::expected_bytes() const noexcept {
    return std::holds_alternative<std::monostate>(decoder_) ? input_.expected_bytes() : 0;
}

}  // namespace wirecopy::read
