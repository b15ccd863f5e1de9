#include "record_keeper.hpp"

#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Files differ in how lines end, which makes no other header.
std::string_view without_frame(std::string_view header) {
    if (header.starts_with(byte_order_mark)) {
        header.remove_prefix(byte_order_mark.size());
    }
    while (header.ends_with('\n') || header.ends_with('\r')) {
        header.remove_suffix(1);
    }
    return header;
}

}  // namespace

void RecordKeeper::check_format(const Article& article, const ArticleRecord& record) {
    if (format_ == InputFormat::automatic) {
        format_ = record.format;
        header_ = record.header;
    }
    if (record.format != format_) {
        throw Error(ErrorKind::input, "dedup: " + printable(article.id) +
                                          " is of another format than the articles before it: text "
                                          "files, JSON Lines, CSV and TSV cannot be one output");
    }
    if (without_frame(record.header) != without_frame(header_)) {
        throw Error(ErrorKind::input, "dedup: the table with " + printable(article.id) +
                                          " has another header than the one before it: they "
                                          "cannot be one output");
    }
}

void RecordKeeper::add(const Article& article, const ArticleRecord& record) {
    check_format(article, record);
    auto kept = record;
    std::string line;
    if (format_ == InputFormat::text) {
        line = article.id + '\n';
        kept.bytes = line;
        kept.path = {};
    } else if (records_.size() > 0 && kept.bytes.starts_with(byte_order_mark)) {
        // Of a later file: the output has one begin.
        kept.bytes.remove_prefix(byte_order_mark.size());
        kept.offset += byte_order_mark.size();
    }
    records_.add(kept);
}

void RecordKeeper::write(std::span<const std::uint32_t> articles,
                         const std::function<void(std::string_view)>& sink) const {
    constexpr std::size_t block_bytes = std::size_t{64} << 10U;
    std::string block = header_;
    records_.read(articles, [&](std::string_view record) {
        if (!block.empty() && !block.ends_with('\n')) {
            block += '\n';
        }
        if (block.size() >= block_bytes) {
            sink(block);
            block.clear();
        }
        block += record;
    });
    sink(block);
}

}  // namespace wirecopy::cli
