#include "wirecopy/read.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "base/printable.hpp"
#include "read/json_line.hpp"
#include "read/raw_input.hpp"
#include "read/record_reader.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

// Of texts in a row. Copies among 100,000 articles from a pipe, 15,000 texts asked for again, with
// 16, 32, 64, 256 kB: 4.0, 3.5, 3.5, 7.2 CPU seconds and 277, 273, 259, 236 MB.
constexpr std::size_t block_bytes = std::size_t{64} << 10U;
constexpr int pack_level = -1;

[[noreturn]] void fail(const std::string& what, const std::string& why) {
    throw Error(ErrorKind::input, base::printable(what) + ": " + why);
}

// A descriptor of our own.
class File {
public:
    File() = default;
    explicit File(int descriptor) : descriptor_(descriptor) {}
    File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    File& operator=(File&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }

    [[nodiscard]] bool is_open() const noexcept { return descriptor_ >= 0; }

    // The bytes at a place; fewer where the file ends. Answers with the error number, or 0.
    [[nodiscard]] int read_at(std::uint64_t offset, char* bytes, std::size_t& count) const {
        std::size_t got = 0;
        while (got < count) {
            const auto more =
                ::pread(descriptor_, bytes + got, count - got, static_cast<off_t>(offset + got));
            if (more < 0 && errno == EINTR) {
                continue;
            }
            if (more < 0) {
                return errno;
            }
            if (more == 0) {
                break;
            }
            got += static_cast<std::size_t>(more);
        }
        count = got;
        return 0;
    }

    [[nodiscard]] int append(const char* bytes, std::size_t count) const {
        while (count > 0) {
            const auto done = ::write(descriptor_, bytes, count);
            if (done < 0 && errno != EINTR) {
                return errno;
            }
            const auto step = static_cast<std::size_t>(std::max<ssize_t>(done, 0));
            bytes += step;
            count -= step;
        }
        return 0;
    }

private:
    int descriptor_ = -1;
};

constexpr std::uint32_t packed_source = std::numeric_limits<std::uint32_t>::max();

// Where a text is to be had: in a plain file, the line at an offset; else in a block.
struct Position {
    std::uint64_t offset = 0;  // of the line; or the block above the offset in it
    std::uint32_t source = packed_source;
    std::uint32_t bytes = 0;  // of the line, or of the text
};

}  // namespace

struct TextStore::State {
    struct Block {
        std::uint64_t offset = 0;  // in the file
        std::uint32_t packed_bytes = 0;
        std::uint32_t bytes = 0;
        std::string packed;  // where there is no file
    };

    void pack_block() {
        if (open_block.empty()) {
            return;
        }
        Block block;
        block.bytes = static_cast<std::uint32_t>(open_block.size());
        std::string packed(ZSTD_compressBound(open_block.size()), '\0');
        const auto size = ZSTD_compress(packed.data(), packed.size(), open_block.data(),
                                        open_block.size(), pack_level);
        if (ZSTD_isError(size) != 0) {
            fail("texts", std::string("cannot be packed: ") + ZSTD_getErrorName(size));
        }
        block.packed_bytes = static_cast<std::uint32_t>(size);
        if (spool.is_open()) {
            block.offset = spooled;
            spooled += size;
            if (const int error = spool.append(packed.data(), size); error != 0) {
                fail(folder, "texts cannot be written: " + read::system_message(error));
            }
        } else {
            block.packed.assign(packed.data(), size);
        }
        blocks.push_back(std::move(block));
        open_block.clear();
    }

    std::uint32_t source_of(std::string_view path) {
        if (paths.empty() || paths.back() != path) {
            paths.emplace_back(path);
        }
        return static_cast<std::uint32_t>(paths.size() - 1);
    }

    ReadOptions options;
    std::string folder;
    std::vector<Position> positions;
    std::vector<std::uint32_t> checks;  // of each text
    std::vector<std::string> paths;     // of plain files, by source
    std::vector<Block> blocks;
    std::string open_block;
    File spool;
    std::uint64_t spooled = 0;
};

TextStore::TextStore(const ReadOptions& options, const std::string& folder)
    : state_(std::make_unique<State>()) {
    state_->options = options;
    state_->folder = folder;
    if (!folder.empty()) {
        const auto descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
        if (descriptor < 0) {
            fail(folder, "no file can be made there: " + read::system_message(errno));
        }
        state_->spool = File(descriptor);
    }
}
TextStore::~TextStore() = default;
TextStore::TextStore(TextStore&&) noexcept = default;
TextStore& TextStore::operator=(TextStore&&) noexcept = default;

void TextStore::add(const Article& article, const ArticleRecord& record) {
    auto& state = *state_;
    Position position;
    if (record.format == InputFormat::jsonl && !record.path.empty() &&
        record.bytes.size() < packed_source) {
        position.offset = record.offset;
        position.source = state.source_of(record.path);
        position.bytes = static_cast<std::uint32_t>(record.bytes.size());
    } else {
        if (state.open_block.size() + article.text.size() > block_bytes) {
            state.pack_block();
        }
        position.offset = std::uint64_t{state.blocks.size()} << 32U | state.open_block.size();
        position.bytes = static_cast<std::uint32_t>(article.text.size());
        state.open_block += article.text;
    }
    state.positions.push_back(position);
    state.checks.push_back(static_cast<std::uint32_t>(base::hash_bytes(article.text)));
}

void TextStore::finish() {
    state_->pack_block();
}

std::size_t TextStore::size() const noexcept {
    return state_->positions.size();
}

struct TextStore::Reader::State {
    explicit State(const TextStore::State& texts)
        : store(texts), parser(texts.options), files(texts.paths.size()) {}

    void read_line(const Position& position, std::string& text) {
        auto& file = files[position.source];
        const auto& path = store.paths[position.source];
        if (!file.is_open()) {
            file = File(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
            if (!file.is_open()) {
                fail(path, "cannot be opened again: " + read::system_message(errno));
            }
        }
        line.assign(position.bytes + read::padding_bytes, '\n');
        std::size_t count = position.bytes;
        if (const int error = file.read_at(position.offset, line.data(), count); error != 0) {
            fail(path, "cannot be read again: " + read::system_message(error));
        }
        auto end = position.bytes;
        while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            --end;
        }
        Article article;
        if (count == position.bytes &&
            !parser.parse(std::string_view(line).substr(0, end), article)) {
            text = std::move(article.text);
        } else {
            text.clear();
        }
    }

    void read_packed(const Position& position, std::string& text) {
        const auto number = static_cast<std::size_t>(position.offset >> 32U);
        if (number != unpacked_block) {
            const auto& block = store.blocks[number];
            std::string_view packed = block.packed;
            if (store.spool.is_open()) {
                line.resize(block.packed_bytes);
                std::size_t count = block.packed_bytes;
                if (const int error = store.spool.read_at(block.offset, line.data(), count);
                    error != 0 || count != block.packed_bytes) {
                    fail(store.folder, "texts cannot be read back: " +
                                           (error != 0 ? read::system_message(error)
                                                       : std::string("the file was cut")));
                }
                packed = line;
            }
            unpacked.resize(block.bytes);
            const auto size =
                ZSTD_decompress(unpacked.data(), unpacked.size(), packed.data(), packed.size());
            if (ZSTD_isError(size) != 0 || size != block.bytes) {
                fail(store.folder, "texts cannot be unpacked");
            }
            unpacked_block = number;
        }
        text.assign(unpacked, static_cast<std::uint32_t>(position.offset), position.bytes);
    }

    const TextStore::State& store;
    read::JsonLineParser parser;
    std::vector<File> files;
    std::string line;
    std::string unpacked;
    std::size_t unpacked_block = ~std::size_t{0};
};

TextStore::Reader::Reader(const TextStore& store)
    : state_(std::make_unique<State>(*store.state_)) {}
TextStore::Reader::~Reader() = default;
TextStore::Reader::Reader(Reader&&) noexcept = default;
TextStore::Reader& TextStore::Reader::operator=(Reader&&) noexcept = default;

void TextStore::Reader::read(std::size_t article, std::string& text) {
    const auto& position = state_->store.positions[article];
    if (position.source == packed_source) {
        state_->read_packed(position, text);
    } else {
        state_->read_line(position, text);
    }
    if (static_cast<std::uint32_t>(base::hash_bytes(text)) != state_->store.checks[article]) {
        fail(position.source == packed_source ? state_->store.folder
                                              : state_->store.paths[position.source],
             "changed while it was worked on");
    }
}

}  // namespace wirecopy
