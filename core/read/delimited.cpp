#include "read/delimited.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/delimited_row.hpp"
#include "read/missing_field.hpp"
#include "read/record_reader.hpp"
#include "read/utf8_check.hpp"

namespace wirecopy::read {

namespace {

// A bound on what a header of nothing but delimiters can cost; no table of articles is near it.
constexpr std::size_t most_columns = 10000;

constexpr std::size_t no_column = std::string_view::npos;

// The parts of an article that a column can fill; the first two must be filled.
constexpr std::array<std::string Article::*, 5> targets = {
    &Article::id, &Article::text, &Article::title, &Article::source, &Article::date};
constexpr std::size_t needed_targets = 2;

std::array<std::string_view, 5> wanted_names(const ReadOptions& options) {
    return {options.id_field, options.text_field, options.title_field, options.source_field,
            options.date_field};
}

constexpr std::array<std::string_view, needed_targets> roles = {"id", "text"};

// What parts the cells of a row that was taken for one cell.
std::string_view other_delimiter(std::string_view cell) {
    constexpr std::array<std::pair<char, std::string_view>, 4> delimiters = {
        {{';', "semicolons"}, {'\t', "tabs"}, {',', "commas"}, {'|', "vertical bars"}}};
    for (const auto& [mark, name] : delimiters) {
        if (cell.find(mark) != std::string_view::npos) {
            return name;
        }
    }
    return {};
}

// Why a header has no column for a needed part of the article.
std::string no_column_reason(std::string_view wanted, std::string_view role,
                             std::span<const std::string> names) {
    const auto parted_by = names.size() == 1 ? other_delimiter(names[0]) : std::string_view();
    if (!parted_by.empty()) {
        return "no column " + std::string(wanted) + ": the cells seem to be parted by " +
               std::string(parted_by);
    }
    return missing_reason("column", wanted, role,
                          std::vector<std::string_view>(names.begin(), names.end()));
}

std::string too_long_reason(std::uint64_t limit_bytes) {
    return "row is longer than the limit of " + std::to_string(limit_bytes) + " bytes";
}

class DelimitedReader {
public:
    DelimitedReader(ByteSource& source, char delimiter, const ReadOptions& options,
                    std::size_t chunk_bytes, ArticleSink& sink);

    void read_rows();

private:
    [[nodiscard]] bool next(Record& record);
    [[nodiscard]] std::optional<std::string> read_header(const Record& record);
    [[nodiscard]] std::optional<std::string> choose_columns();
    void read_row(const Record& record);
    [[nodiscard]] std::optional<std::string> fill(std::string_view row, Article& article);

    const ReadOptions& options_;
    ArticleSink& sink_;
    InputFormat format_;
    bool has_byte_order_mark_;
    RecordReader records_;
    DelimitedRow row_;
    std::vector<std::string> names_;
    std::array<std::size_t, targets.size()> columns_{};  ///< of each target, or no_column
    std::vector<std::size_t> extra_columns_;
};

DelimitedReader::DelimitedReader(ByteSource& source, char delimiter, const ReadOptions& options,
                                 std::size_t chunk_bytes, ArticleSink& sink)
    : options_(options),
      sink_(sink),
      format_(delimiter == '\t' ? InputFormat::tsv : InputFormat::csv),
      has_byte_order_mark_(take_byte_order_mark(source)),
      records_(source, RecordEnd(delimiter), options.limit_bytes, chunk_bytes),
      row_(delimiter, most_columns) {}

bool DelimitedReader::next(Record& record) {
    while (records_.next(record)) {
        if (record.too_long || !record.bytes.empty()) {
            return true;
        }
    }
    return false;
}

void DelimitedReader::read_rows() {
    Record record;
    if (next(record)) {
        if (auto problem = read_header(record)) {
            sink_.reject(record.line, {}, "header: " + *problem);
            return;
        }
        while (next(record)) {
            read_row(record);
        }
    } else if (!records_.failure()) {
        sink_.reject(0, {}, "has no header row");
    }
    if (const auto& failure = records_.failure()) {
        sink_.reject(records_.line(), {}, *failure);
    }
}

std::optional<std::string> DelimitedReader::read_header(const Record& record) {
    if (record.too_long) {
        return too_long_reason(options_.limit_bytes);
    }
    // Places in messages are those in the file, so the mark is put back for them.
    const auto begin = has_byte_order_mark_ ? byte_order_mark.size() : 0;
    const auto whole = std::string(byte_order_mark.substr(0, begin)) + std::string(record.bytes);
    sink_.enter_format(format_,
                       std::string(byte_order_mark.substr(0, begin)) + std::string(record.whole));
    if (auto problem = text_problem(whole)) {
        return problem;
    }
    if (auto problem = row_.split(whole, begin)) {
        return problem;
    }
    if (row_.count() > most_columns) {
        return "more than " + std::to_string(most_columns) + " columns";
    }
    names_.assign(row_.cells().begin(), row_.cells().end());
    return choose_columns();
}

std::optional<std::string> DelimitedReader::choose_columns() {
    const auto wanted = wanted_names(options_);
    for (std::size_t target = 0; target < targets.size(); ++target) {
        const auto found = std::find(names_.begin(), names_.end(), wanted[target]);
        const bool present = found != names_.end() && !wanted[target].empty();
        columns_[target] = present ? static_cast<std::size_t>(found - names_.begin()) : no_column;
        const auto name = std::string(wanted[target]);
        if (!present && target < needed_targets) {
            return no_column_reason(name, roles[target], names_);
        }
        if (present && std::find(found + 1, names_.end(), name) != names_.end()) {
            return "column " + name + " appears twice";
        }
    }
    for (std::size_t column = 0; column < names_.size(); ++column) {
        if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) {
            extra_columns_.push_back(column);
        }
    }
    return std::nullopt;
}

void DelimitedReader::read_row(const Record& record) {
    if (record.too_long) {
        sink_.reject(record.line, {}, too_long_reason(options_.limit_bytes));
        return;
    }
    Article article;
    if (auto problem = fill(record.bytes, article)) {
        if (record.open_quote) {
            *problem += ": this line is taken for the whole row";
        }
        sink_.reject(record.line, std::move(article.id), std::move(*problem));
        return;
    }
    const auto before = has_byte_order_mark_ ? byte_order_mark.size() : 0;
    sink_.enter_record(record.whole, before + record.offset);
    sink_.deliver(std::move(article), record.line);
}

std::optional<std::string> DelimitedReader::fill(std::string_view row, Article& article) {
    if (auto problem = text_problem(row)) {
        return problem;
    }
    if (auto problem = row_.split(row)) {
        return problem;
    }
    if (row_.count() != names_.size()) {
        return "row has " + std::to_string(row_.count()) + " cells, the header has " +
               std::to_string(names_.size());
    }
    const auto& cells = row_.cells();
    for (std::size_t target = 0; target < targets.size(); ++target) {
        if (columns_[target] != no_column) {
            article.*targets[target] = cells[columns_[target]];
        }
    }
    for (const auto column : extra_columns_) {
        article.extra.push_back({names_[column], std::string(cells[column])});
    }
    if (article.id.empty()) {
        return "column " + options_.id_field + " is empty";
    }
    return std::nullopt;
}

}  // namespace

bool take_byte_order_mark(ByteSource& source) {
    std::array<char, byte_order_mark.size()> mark{};
    if (!source.peek(mark.size()).starts_with(byte_order_mark)) {
        return false;
    }
    return source.read(mark) > 0;
}

void read_delimited(ByteSource& source, char delimiter, const ReadOptions& options,
                    std::size_t chunk_bytes, ArticleSink& sink) {
    DelimitedReader(source, delimiter, options, chunk_bytes, sink).read_rows();
}

}  // namespace wirecopy::read
