#include "read/byte_store.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <utility>
#include <vector>

#include "base/printable.hpp"
#include "read/raw_input.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::read {

namespace {

// Of pieces in a row. Copies among 100,000 articles from a pipe, 15,000 texts asked for again, with
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

// Where a piece is to be had: in a plain file at an offset; else in a block.
struct Position {
    std::uint64_t offset = 0;  // in the file; or the block above the offset in it
    std::uint32_t source = packed_source;
    std::uint32_t bytes = 0;
};

}  // namespace

struct ByteStore::State {
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
                fail(folder, "texts cannot be written: " + system_message(error));
            }
        } else {
            block.packed.assign(packed.data(), size);
        }
        blocks.push_back(std::move(block));
        open_block.clear();
    }

    std::string folder;
    std::vector<Position> positions;
    std::vector<std::string> paths;  // of plain files, by source
    std::vector<Block> blocks;
    std::string open_block;
    File spool;
    std::uint64_t spooled = 0;
};

ByteStore::ByteStore(std::string folder) : state_(std::make_unique<State>()) {
    state_->folder = std::move(folder);
    if (!state_->folder.empty()) {
        const auto descriptor =
            ::open(state_->folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
        if (descriptor < 0) {
            fail(state_->folder, "no file can be made there: " + system_message(errno));
        }
        state_->spool = File(descriptor);
    }
}
ByteStore::~ByteStore() = default;

void ByteStore::add(std::string_view bytes) {
    auto& state = *state_;
    if (state.open_block.size() + bytes.size() > block_bytes) {
        state.pack_block();
    }
    state.positions.push_back(
        {.offset = std::uint64_t{state.blocks.size()} << 32U | state.open_block.size(),
         .bytes = static_cast<std::uint32_t>(bytes.size())});
    state.open_block += bytes;
}

void ByteStore::add_place(std::string_view path, std::uint64_t offset, std::size_t bytes) {
    auto& paths = state_->paths;
    if (paths.empty() || paths.back() != path) {
        paths.emplace_back(path);
    }
    state_->positions.push_back({.offset = offset,
                                 .source = static_cast<std::uint32_t>(paths.size() - 1),
                                 .bytes = static_cast<std::uint32_t>(bytes)});
}

void ByteStore::finish() {
    state_->pack_block();
    std::string().swap(state_->open_block);
}

std::size_t ByteStore::size() const noexcept {
    return state_->positions.size();
}

bool ByteStore::is_packed(std::size_t piece) const noexcept {
    return state_->positions[piece].source == packed_source;
}

const std::string& ByteStore::holder(std::size_t piece) const noexcept {
    return is_packed(piece) ? state_->folder : state_->paths[state_->positions[piece].source];
}

struct ByteStore::Reader::State {
    explicit State(const ByteStore::State& all) : store(all), files(all.paths.size()) {}

    void read_place(const Position& position, std::string& bytes) {
        auto& file = files[position.source];
        const auto& path = store.paths[position.source];
        if (!file.is_open()) {
            file = File(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
            if (!file.is_open()) {
                fail(path, "cannot be opened again: " + system_message(errno));
            }
        }
        bytes.resize(position.bytes);
        std::size_t count = position.bytes;
        if (const int error = file.read_at(position.offset, bytes.data(), count); error != 0) {
            fail(path, "cannot be read again: " + system_message(error));
        }
        bytes.resize(count);
    }

    void read_packed(const Position& position, std::string& bytes) {
        const auto number = static_cast<std::size_t>(position.offset >> 32U);
        if (number != unpacked_block) {
            unpack(store.blocks[number]);
            unpacked_block = number;
        }
        bytes.assign(unpacked, static_cast<std::uint32_t>(position.offset), position.bytes);
    }

    void unpack(const ByteStore::State::Block& block) {
        std::string_view packed = block.packed;
        if (store.spool.is_open()) {
            read_back.resize(block.packed_bytes);
            std::size_t count = block.packed_bytes;
            if (const int error = store.spool.read_at(block.offset, read_back.data(), count);
                error != 0 || count != block.packed_bytes) {
                fail(store.folder,
                     "texts cannot be read back: " +
                         (error != 0 ? system_message(error) : std::string("the file was cut")));
            }
            packed = read_back;
        }
        unpacked_block = ~std::size_t{0};
        unpacked.resize(block.bytes);
        const auto size =
            ZSTD_decompress(unpacked.data(), unpacked.size(), packed.data(), packed.size());
        if (ZSTD_isError(size) != 0 || size != block.bytes) {
            fail(store.folder, "texts cannot be unpacked");
        }
    }

    const ByteStore::State& store;
    std::vector<File> files;
    std::string read_back;
    std::string unpacked;
    std::size_t unpacked_block = ~std::size_t{0};
};

ByteStore::Reader::Reader(const ByteStore& store)
    : state_(std::make_unique<State>(*store.state_)) {}
ByteStore::Reader::~Reader() = default;

void ByteStore::Reader::read(std::size_t piece, std::string& bytes) {
    const auto& position = state_->store.positions[piece];
    if (position.source == packed_source) {
        state_->read_packed(position, bytes);
    } else {
        state_->read_place(position, bytes);
    }
}

}  // namespace wirecopy::read
