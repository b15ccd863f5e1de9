#include "report/block_writer.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "report/score_text.hpp"

namespace wirecopy::report {

void BlockWriter::text(std::string_view text) {
    while (!text.empty()) {
        const auto part = std::min(text.size(), buffer_.size() - used_bytes_);
        std::memcpy(buffer_.data() + used_bytes_, text.data(), part);
        used_bytes_ += part;
        text.remove_prefix(part);
        flush_full_block();
    }
}

void BlockWriter::scores(std::span<const float> scores, char separator) {
    constexpr std::size_t run = 2048;
    static_assert(run * (longest_score + 1) <= buffer_bytes - block_bytes);
    bool first = true;
    while (!scores.empty()) {
        const auto now = scores.first(std::min(run, scores.size()));
        char* out = buffer_.data() + used_bytes_;
        for (const float score : now) {
            assert(std::isfinite(score) && score >= 0.0F && score <= 4e9F);
            if (!first) {
                *out++ = separator;
            }
            first = false;
            out = write_score(millionths(score), out);
        }
        used_bytes_ = static_cast<std::size_t>(out - buffer_.data());
        flush_full_block();
        scores = scores.subspan(now.size());
    }
}

void BlockWriter::finish() {
    if (used_bytes_ > 0) {
        sink_({buffer_.data(), used_bytes_});
        used_bytes_ = 0;
    }
}

void BlockWriter::flush_full_block() {
    if (used_bytes_ >= block_bytes) {
        finish();
    }
}

}  // namespace wirecopy::report
