#include "read/json_lines.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "read/json_line.hpp"
#include "read/record_reader.hpp"
#include "read/utf8_check.hpp"

namespace wirecopy::read {

namespace {

// simdjson counts in 32 bits.
constexpr std::uint64_t longest_json_line = 0xffffffffULL - padding_bytes;

bool is_blank_line(std::string_view line) {
    if (line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

void read_json_lines(ByteSource& source, const ReadOptions& options, std::size_t chunk_bytes,
                     ArticleSink& sink) {
    const auto limit_bytes = std::min(options.limit_bytes, longest_json_line);
    RecordReader lines(source, RecordEnd(), limit_bytes, chunk_bytes);
    JsonLineParser parser(options);
    sink.enter_format(InputFormat::jsonl);
    Record record;
    while (lines.next(record)) {
        if (record.too_long) {
            sink.reject(
                record.line, {},
                "line is longer than the limit of " + std::to_string(limit_bytes) + " bytes");
            continue;
        }
        if (is_blank_line(record.bytes)) {
            continue;
        }
        Article article;
        if (auto reason = parser.parse(record.bytes, article)) {
            sink.reject(record.line, std::move(article.id), std::move(*reason));
        } else {
            sink.enter_record(record.whole, record.offset);
            sink.deliver(std::move(article), record.line);
        }
    }
    if (const auto& failure = lines.failure()) {
        sink.reject(lines.line(), {}, *failure);
    }
}

}  // namespace wirecopy::read
