#include "base/kept_memory.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <utility>

#include "base/printable.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::base {

namespace {

// Pieces lie one behind the other in chunks; a larger piece has a chunk of its own.
constexpr std::size_t chunk_bytes = std::size_t{4} << 20U;
constexpr std::size_t large_bytes = chunk_bytes / 4;
constexpr std::size_t page_bytes = 4096;

std::size_t rounded_up(std::size_t bytes, std::size_t unit) noexcept {
    return (bytes + unit - 1) / unit * unit;
}

}  // namespace

struct KeptMemory::State {
    struct Chunk {
        std::size_t bytes = 0;
        std::size_t used = 0;
        std::size_t pieces = 0;  // that are not freed
        std::uint64_t offset = 0;
        bool is_in_file = false;
    };
    using Chunks = std::map<char*, Chunk>;

    std::uint64_t limit_bytes;
    std::string folder;
    mutable std::mutex mutex;
    Chunks chunks;
    // Where small pieces go, and those that go soon.
    std::array<Chunks::iterator, 2> open{chunks.end(), chunks.end()};
    // Chunks of the usual size in which nothing is kept; they count as own or of the file.
    Chunks own_spares;
    Chunks file_spares;
    std::uint64_t own_bytes = 0;
    int file = -1;
    std::uint64_t file_end = 0;
    std::multimap<std::size_t, std::uint64_t> holes;  // of the file, by size
    std::uint64_t file_bytes = 0;
    std::uint64_t most_file_bytes = 0;
    bool is_at_end = false;

    State(std::uint64_t limit, std::string where) : limit_bytes(limit), folder(std::move(where)) {}
    ~State() {
        for (const auto& [place, chunk] : chunks) {
            ::munmap(place, chunk.bytes);
        }
        for (const auto* spares : {&own_spares, &file_spares}) {
            for (const auto& [place, chunk] : *spares) {
                ::munmap(place, chunk.bytes);
            }
        }
        if (file >= 0) {
            ::close(file);
        }
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[noreturn]] void fail(const char* what, int reason) const {
        throw Error(ErrorKind::input, printable(folder) + ": " + what +
                                          " what --memory leaves no " +
                                          "room for: " + std::strerror(reason));
    }

    void open_file() {
        constexpr mode_t mine_alone = 0600;
        file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, mine_alone);
        if (file >= 0) {
            return;
        }
        // Not every file system has files that never had a name.
        auto name = folder + "/wirecopy-XXXXXX";
        file = ::mkostemp(name.data(), O_CLOEXEC);
        if (file < 0) {
            fail("cannot keep", errno);
        }
        ::unlink(name.c_str());
    }

    // Room on the disk is taken now: a page that finds none later would end the process.
    std::uint64_t room_in_file(std::size_t bytes) {
        if (file < 0) {
            open_file();
        }
        std::uint64_t offset = file_end;
        const auto hole = holes.find(bytes);
        if (hole != holes.end()) {
            offset = hole->second;
        }
        const int trouble =
            ::posix_fallocate(file, static_cast<off_t>(offset), static_cast<off_t>(bytes));
        if (trouble != 0) {
            fail("no room for", trouble);
        }
        if (hole != holes.end()) {
            holes.erase(hole);
        } else {
            file_end += bytes;
        }
        return offset;
    }

    Chunks::iterator take_spare(Chunks& spares) {
        return chunks.insert(spares.extract(spares.begin())).position;
    }

    // Touched before, a spare costs no new pages.
    Chunks::iterator add_chunk(std::size_t bytes) {
        if (bytes == chunk_bytes && !own_spares.empty()) {
            return take_spare(own_spares);
        }
        while (own_bytes + bytes > limit_bytes && !own_spares.empty()) {
            ::munmap(own_spares.begin()->first, chunk_bytes);
            own_spares.erase(own_spares.begin());
            own_bytes -= chunk_bytes;
        }
        Chunk chunk{.bytes = bytes};
        chunk.is_in_file = own_bytes + bytes > limit_bytes;
        if (chunk.is_in_file && bytes == chunk_bytes && !file_spares.empty()) {
            return take_spare(file_spares);
        }
        void* place = MAP_FAILED;
        if (chunk.is_in_file) {
            chunk.offset = room_in_file(bytes);
            place = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file,
                           static_cast<off_t>(chunk.offset));
        } else {
            place =
                ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        }
        if (place == MAP_FAILED) {
            throw std::bad_alloc();
        }
        if (chunk.is_in_file) {
            file_bytes += bytes;
            most_file_bytes = std::max(most_file_bytes, file_bytes);
        } else {
            own_bytes += bytes;
        }
        return chunks.emplace(static_cast<char*>(place), chunk).first;
    }

    void drop(Chunks::iterator found) noexcept {
        if (found->second.bytes == chunk_bytes) {
            found->second.used = 0;
            auto& spares = found->second.is_in_file ? file_spares : own_spares;
            spares.insert(chunks.extract(found));
            return;
        }
        const auto [place, chunk] = *found;
        ::munmap(place, chunk.bytes);
        if (chunk.is_in_file) {
            // Where the file system knows no holes, the room is used again all the same.
            ::fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
                        static_cast<off_t>(chunk.offset), static_cast<off_t>(chunk.bytes));
            file_bytes -= chunk.bytes;
            holes.emplace(chunk.bytes, chunk.offset);
        } else {
            own_bytes -= chunk.bytes;
        }
        chunks.erase(found);
    }
};

KeptMemory::KeptMemory(std::uint64_t limit_bytes, std::string folder)
    : state_(std::make_shared<State>(limit_bytes, std::move(folder))),
      brief_(new KeptMemory(state_, Brief{})) {}
KeptMemory::KeptMemory(const std::shared_ptr<State>& state, Brief /*unused*/)
    : state_(state), lane_(1) {}
KeptMemory::~KeptMemory() = default;

void* KeptMemory::allocate(std::size_t bytes) {
    bytes = rounded_up(std::max<std::size_t>(bytes, 1), alignof(std::max_align_t));
    const std::lock_guard lock(state_->mutex);
    auto& open = state_->open[lane_];
    auto chunk = open;
    if (bytes > large_bytes) {
        chunk = state_->add_chunk(rounded_up(bytes, page_bytes));
    } else if (open == state_->chunks.end() || open->second.bytes - open->second.used < bytes) {
        chunk = state_->add_chunk(chunk_bytes);
        if (open != state_->chunks.end() && open->second.pieces == 0) {
            state_->drop(open);
        }
        open = chunk;
    }
    auto* const place = chunk->first + chunk->second.used;
    chunk->second.used += bytes;
    ++chunk->second.pieces;
    return place;
}

void KeptMemory::end() noexcept {
    state_->is_at_end = true;
}

void KeptMemory::deallocate(void* place) noexcept {
    if (state_->is_at_end) {
        return;
    }
    const std::lock_guard lock(state_->mutex);
    const auto chunk = std::prev(state_->chunks.upper_bound(static_cast<char*>(place)));
    if (--chunk->second.pieces > 0) {
        return;
    }
    if (std::ranges::find(state_->open, chunk) != state_->open.end()) {
        chunk->second.used = 0;
    } else {
        state_->drop(chunk);
    }
}

std::uint64_t KeptMemory::file_bytes() const {
    const std::lock_guard lock(state_->mutex);
    return state_->file_bytes;
}

std::uint64_t KeptMemory::most_file_bytes() const {
    const std::lock_guard lock(state_->mutex);
    return state_->most_file_bytes;
}

}  // namespace wirecopy::base
