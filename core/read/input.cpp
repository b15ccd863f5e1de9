#include "read/input.hpp"

#include <optional>
#include <utility>

#include "base/printable.hpp"
#include "read/delimited.hpp"
#include "read/foreign_format.hpp"
#include "read/input_format.hpp"
#include "read/json_lines.hpp"
#include "read/text_file.hpp"
#include "read/utf8_check.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::read {

namespace {

InputFormat choose_format(ByteSource& source, const std::string& name, const ReadOptions& options) {
    const auto asked =
        options.format == InputFormat::automatic ? format_by_name(name) : options.format;
    return asked == InputFormat::automatic ? sniff_format(source, options) : asked;
}

// What keeps the whole input from being read, whatever format it should have. No more is looked
// at than the first line of an article has: the second may come much later.
std::optional<std::string> find_problem(ByteSource& source) {
    const auto head = source.peek(longest_magic_bytes);
    if (auto problem = wide_encoding(head)) {
        return problem;
    }
    return foreign_format(head) ? foreign_format(source.peek(zip_head_bytes)) : std::nullopt;
}

// The same of an input in the format that was chosen.
std::optional<std::string> find_problem(ByteSource& source, const std::string& name,
                                        InputFormat format) {
    if (format == InputFormat::jsonl) {
        auto problem = sniff_json_problem(source);
        return problem.empty() ? std::nullopt : std::optional(std::move(problem));
    }
    if (format != InputFormat::text) {
        return std::nullopt;
    }
    if (find_invalid_utf8(name) != std::string::npos) {
        return "the file name, which would be the id, is not UTF-8: rename it";
    }
    return foreign_format(source.peek(tar_head_bytes));
}

}  // namespace

void read_input(RawInput raw, const std::string& name, const ReadOptions& options,
                std::size_t chunk_bytes, ArticleSink& sink) {
    sink.enter_source(base::printable(name));
    ByteSource source(std::move(raw), name, chunk_bytes);
    auto problem = find_problem(source);
    const auto format = problem ? InputFormat::text : choose_format(source, name, options);
    if (!problem) {
        problem = find_problem(source, name, format);
    }
    if (problem) {
        sink.reject(0, {}, std::move(*problem));
        return;
    }
    sink.enter_path(source.is_plain_file() ? name : std::string());
    switch (format) {
        case InputFormat::jsonl:
            read_json_lines(source, options, chunk_bytes, sink);
            break;
        case InputFormat::csv:
            read_delimited(source, ',', options, chunk_bytes, sink);
            break;
        case InputFormat::tsv:
            read_delimited(source, '\t', options, chunk_bytes, sink);
            break;
        case InputFormat::automatic:
        case InputFormat::text:
            read_text_file(source, name, options.limit_bytes, sink);
            break;
    }
}

Corpus read_memory(std::string_view bytes, const std::string& name, const ReadOptions& options,
                   std::size_t chunk_bytes) {
    check_options(options);
    Corpus corpus;
    const Accept accept = [&](Article&& article) { corpus.articles.push_back(std::move(article)); };
    const Reject reject = [&](Rejected&& rejected) {
        corpus.rejected.push_back(std::move(rejected));
    };
    ArticleSink sink(accept, reject);
    read_input(RawInput(bytes), name, options, chunk_bytes, sink);
    return corpus;
}

void check_options(const ReadOptions& options) {
    if (options.limit_bytes == 0) {
        throw Error(ErrorKind::option, "read: limit_bytes must be at least 1");
    }
    if (options.id_field.empty()) {
        throw Error(ErrorKind::option, "read: the name of the id field must not be empty");
    }
    if (options.text_field.empty()) {
        throw Error(ErrorKind::option, "read: the name of the text field must not be empty");
    }
}

}  // namespace wirecopy::read
