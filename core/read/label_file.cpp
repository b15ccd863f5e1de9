#include "read/label_file.hpp"
#include "base/printable.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <utility>
#include <variant>

#include "read/delimited.hpp"
#include "read/delimited_row.hpp"
#include "read/input_format.hpp"
#include "read/label_columns.hpp"
#include "read/record_reader.hpp"
#include "read/utf8_check.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace read {

namespace {

// Wide tables of labels have dozens of columns; what is beyond is counted, not kept.
constexpr std::size_t most_columns = 10000;

// The separator that the name promises, else the one that the first line has.
char choose_delimiter(ByteSource& source, const std::string& name) {
    const auto format = format_by_name(name);
    if (format == InputFormat::csv || format == InputFormat::tsv) {
        return format == InputFormat::csv ? ',' : '\t';
    }
    constexpr std::size_t longest_look = std::size_t{64} << 10U;
    std::size_t wanted = 1;
    while (true) {
        const auto head = source.peek(wanted);
        const auto line = head.substr(0, head.find('\n'));
        if (line.find('\t') != std::string_view::npos) {
            return '\t';
        }
        if (line.size() < head.size() || head.size() < wanted || head.size() >= longest_look) {
            return ',';
        }
        wanted = head.size() + 1;
    }
}

class LabelReader {
public:
    LabelReader(ByteSource& source, std::string name, char delimiter, const LabelOptions& options,
                std::size_t chunk_bytes)
        : options_(options),
          records_(source, RecordEnd(delimiter), options.limit_bytes, chunk_bytes),
          row_(delimiter, most_columns) {
        labels_.source = std::move(name);
    }

    Labels read() {
        Record record;
        while (records_.next(record)) {
            if (record.too_long || !record.bytes.empty()) {
                read_row(record);
            }
        }
        if (const auto& failure = records_.failure()) {
            fail(columns_ ? records_.line() : 0, *failure);
        }
        if (!columns_) {
            fail(0, "holds no labels");
        }
        return std::move(labels_);
    }

private:
    [[noreturn]] void fail(std::uint64_t line, const std::string& reason) const {
        const auto place = line == 0 ? "" : ":" + std::to_string(line);
        throw Error(ErrorKind::input, labels_.source + place + ": " + reason);
    }

    void reject(std::uint64_t line, std::string reason) {
        labels_.rejected.push_back(
            {.source = labels_.source, .line = line, .id = {}, .reason = std::move(reason)});
    }

    // The first row says where the columns are: without it nothing can be read.
    void read_row(const Record& record) {
        if (auto problem = split(record)) {
            return columns_ ? reject(record.line, std::move(*problem))
                            : fail(record.line, *problem);
        }
        const auto& cells = row_.cells();
        if (!columns_) {
            auto chosen = choose_label_columns(cells, options_);
            if (const auto* reason = std::get_if<std::string>(&chosen)) {
                fail(record.line, *reason);
            }
            columns_ = std::get<LabelColumns>(chosen);
            labels_.kind = columns_->kind;
            cell_count_ = row_.count();
            if (columns_->has_header) {
                return;
            }
        }
        if (row_.count() != cell_count_) {
            return reject(record.line, "row has " + std::to_string(row_.count()) +
                                           " cells, the first has " + std::to_string(cell_count_));
        }
        take(record.line);
    }

    [[nodiscard]] std::optional<std::string> split(const Record& record) {
        if (record.too_long) {
            return "row is longer than the limit of " + std::to_string(options_.limit_bytes) +
                   " bytes" + (record.open_quote ? ": a quote in it is never closed" : "");
        }
        if (auto problem = text_problem(record.bytes)) {
            return problem;
        }
        return row_.split(record.bytes);
    }

    void take(std::uint64_t line) {
        const auto& cells = row_.cells();
        const bool is_pair = columns_->kind == LabelKind::pairs;
        LabelRow label{.id_a = std::string(cells[columns_->id_a]),
                       .id_b = is_pair ? std::string(cells[columns_->id_b]) : std::string(),
                       .label = std::string(cells[columns_->label]),
                       .line = line};
        if (label.id_a.empty() || (is_pair && label.id_b.empty())) {
            return reject(line, "an id is empty");
        }
        if (label.label.empty()) {
            return reject(line, is_pair ? "the label is empty" : "the cluster is empty");
        }
        labels_.rows.push_back(std::move(label));
    }

    const LabelOptions& options_;
    RecordReader records_;
    DelimitedRow row_;
    Labels labels_;
    std::optional<LabelColumns> columns_;
    std::size_t cell_count_ = 0;
};

}  // namespace

Labels read_label_file(RawInput raw, const std::string& name, const LabelOptions& options,
                       std::size_t chunk_bytes) {
    if (options.limit_bytes == 0) {
        throw Error(ErrorKind::option, "labels: limit_bytes must be at least 1");
    }
    const auto said = name == "-" ? std::string("standard input") : base::printable(name);
    ByteSource source(std::move(raw), name, chunk_bytes);
    constexpr std::size_t longest_mark = 4;
    if (const auto problem = wide_encoding(source.peek(longest_mark))) {
        throw Error(ErrorKind::input, said + ": " + *problem);
    }
    (void)take_byte_order_mark(source);
    const auto delimiter = choose_delimiter(source, name);
    return LabelReader(source, said, delimiter, options, chunk_bytes).read();
}

}  // namespace read

Labels read_labels(const std::string& path, const LabelOptions& options) {
    if (path == "-") {
        return read::read_label_file(read::RawInput(STDIN_FILENO, false), path, options);
    }
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        throw Error(ErrorKind::input,
                    base::printable(path) + ": cannot be opened: " + read::system_message(errno));
    }
    return read::read_label_file(read::RawInput(descriptor, true), path, options);
}

}  // namespace wirecopy
