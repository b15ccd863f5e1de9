#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "base/printable.hpp"
#include "read/byte_store.hpp"
#include "read/json_line.hpp"
#include "read/record_reader.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy {

namespace {

// So few bits of a hash tell that a piece is no longer what it was.
std::uint32_t check_of(std::string_view bytes) {
    return static_cast<std::uint32_t>(base::hash_bytes(bytes));
}

[[noreturn]] void say_changed(const read::ByteStore& store, std::size_t piece) {
    throw Error(ErrorKind::input,
                base::printable(store.holder(piece)) + ": changed while it was worked on");
}

// A file to be read again, and a record short enough for its place to be kept.
bool can_be_read_again(const ArticleRecord& record) {
    return !record.path.empty() && record.bytes.size() < std::numeric_limits<std::uint32_t>::max();
}

}  // namespace

struct TextStore::State {
    State(const ReadOptions& chosen, const std::string& folder) : options(chosen), bytes(folder) {}

    ReadOptions options;
    read::ByteStore bytes;  // lines of plain JSON Lines, of all else texts
    std::vector<std::uint32_t> checks;
};

TextStore::TextStore(const ReadOptions& options, const std::string& folder)
    : state_(std::make_unique<State>(options, folder)) {}
TextStore::~TextStore() = default;
TextStore::TextStore(TextStore&&) noexcept = default;
TextStore& TextStore::operator=(TextStore&&) noexcept = default;

void TextStore::add(const Article& article, const ArticleRecord& record) {
    if (record.format == InputFormat::jsonl && can_be_read_again(record)) {
        state_->bytes.add_place(record.path, record.offset, record.bytes.size());
    } else {
        state_->bytes.add(article.text);
    }
    state_->checks.push_back(check_of(article.text));
}

void TextStore::finish() {
    state_->bytes.finish();
}

std::size_t TextStore::size() const noexcept {
    return state_->bytes.size();
}

struct TextStore::Reader::State {
    explicit State(const TextStore::State& texts)
        : store(texts), bytes(texts.bytes), parser(texts.options) {}

    void parse_line(std::string& text) {
        auto end = line.size();
        while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            --end;
        }
        line.append(read::padding_bytes, '\n');
        Article article;
        if (!parser.parse(std::string_view(line).substr(0, end), article)) {
            text = std::move(article.text);
        } else {
            text.clear();
        }
    }

    const TextStore::State& store;
    read::ByteStore::Reader bytes;
    read::JsonLineParser parser;
    std::string line;
};

TextStore::Reader::Reader(const TextStore& store)
    : state_(std::make_unique<State>(*store.state_)) {}
TextStore::Reader::~Reader() = default;
TextStore::Reader::Reader(Reader&&) noexcept = default;
TextStore::Reader& TextStore::Reader::operator=(Reader&&) noexcept = default;

void TextStore::Reader::read(std::size_t article, std::string& text) {
    const auto& store = state_->store;
    if (store.bytes.is_packed(article)) {
        state_->bytes.read(article, text);
    } else {
        state_->bytes.read(article, state_->line);
        state_->parse_line(text);
    }
    if (check_of(text) != store.checks[article]) {
        say_changed(store.bytes, article);
    }
}

struct RecordStore::State {
    explicit State(const std::string& folder) : bytes(folder) {}
    read::ByteStore bytes;
    std::vector<std::uint32_t> checks;
};

RecordStore::RecordStore(const std::string& folder) : state_(std::make_unique<State>(folder)) {}
RecordStore::~RecordStore() = default;
RecordStore::RecordStore(RecordStore&&) noexcept = default;
RecordStore& RecordStore::operator=(RecordStore&&) noexcept = default;

void RecordStore::add(const ArticleRecord& record) {
    if (can_be_read_again(record)) {
        state_->bytes.add_place(record.path, record.offset, record.bytes.size());
    } else {
        state_->bytes.add(record.bytes);
    }
    state_->checks.push_back(check_of(record.bytes));
}

void RecordStore::finish() {
    state_->bytes.finish();
}

std::size_t RecordStore::size() const noexcept {
    return state_->bytes.size();
}

void RecordStore::read(std::span<const std::uint32_t> records,
                       const std::function<void(std::string_view)>& sink) const {
    read::ByteStore::Reader reader(state_->bytes);
    std::string bytes;
    for (const auto record : records) {
        reader.read(record, bytes);
        if (check_of(bytes) != state_->checks[record]) {
            say_changed(state_->bytes, record);
        }
        sink(bytes);
    }
}

}  // namespace wirecopy
