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
    const bool is_text = format_ == InputFormat::text;
    auto bytes = is_text ? std::string_view(article.id) : record.bytes;
    if (!records_.empty() && bytes.starts_with(byte_order_mark)) {
        bytes.remove_prefix(byte_order_mark.size());  // of a later file: the output has one begin
    }
    records_.emplace_back(bytes);
    if (is_text) {
        records_.back() += '\n';
    }
}

void RecordKeeper::write(std::span<const std::uint32_t> articles,
                         const std::function<void(std::string_view)>& sink) const {
    constexpr std::size_t block_bytes = std::size_t{64} << 10U;
    std::string block = header_;
    for (const auto article : articles) {
        if (!block.empty() && !block.ends_with('\n')) {
            block += '\n';
        }
        if (block.size() >= block_bytes) {
            sink(block);
            block.clear();
        }
        block += records_[article];
    }
    sink(block);
}

}  // namespace wirecopy::cli
