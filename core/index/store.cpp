#include "index/store.hpp"

#include <fcntl.h>
#include <lmdb.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/hash.hpp"
#include "base/printable.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::index {

namespace {

constexpr std::array<const char*, Store::table_count> table_names{"settings", "articles", "places",
                                                                  "aliases", "epochs"};
constexpr std::size_t checksum_bytes = 8;

// Numbers in the order of their bytes.
std::array<char, 8> key_bytes(std::uint64_t key) noexcept {
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(key >> (56U - 8 * i));
    }
    return bytes;
}

std::uint64_t key_of(const MDB_val& bytes) noexcept {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < bytes.mv_size; ++i) {
        key = key << 8U | static_cast<const unsigned char*>(bytes.mv_data)[i];
    }
    return key;
}

std::uint64_t checksum(Store::Table table, std::uint64_t key, std::string_view value) {
    return base::hash_bytes(value, base::mix(key + 1) + static_cast<std::uint64_t>(table));
}

// A lock on the folder itself, so that it needs no file and no right to write: shared by those that
// open what is in it, held alone by who replaces it. Waits; where there are no locks, goes through.
class Door {
public:
    Door(const std::string& folder, int how)
        : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        while (folder_ >= 0 && ::flock(folder_, how) != 0 && errno == EINTR) {
        }
    }
    ~Door() {
        if (folder_ >= 0) {
            ::close(folder_);
        }
    }
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

private:
    int folder_;
};

// Less address space than this is asked of no process.
constexpr std::uint64_t least_limit_bytes = std::uint64_t{1} << 30U;

}  // namespace

struct Store::State {
    ~State() {
        if (transaction != nullptr) {
            mdb_txn_abort(transaction);
        }
        if (environment != nullptr) {
            mdb_env_close(environment);
        }
        if (lock >= 0) {
            ::close(lock);
        }
    }

    [[noreturn]] void fail(const char* what, int code) const {
        const bool is_full = code == ENOSPC || code == EDQUOT;
        const bool is_format = code == MDB_CORRUPTED || code == MDB_PAGE_NOTFOUND ||
                               code == MDB_INVALID || code == MDB_VERSION_MISMATCH ||
                               code == MDB_BAD_TXN || code == MDB_NOTFOUND;
        const auto kind = is_format                 ? ErrorKind::format
                          : access == Access::write ? ErrorKind::output
                                                    : ErrorKind::input;
        const std::string why =
            is_full ? "the disk is full"
            : code == MDB_MAP_FULL
                ? "its file has grown to its limit of " + std::to_string(limit_bytes >> 20U) + " MB"
            : code == MDB_INVALID ? "its file is no index, or damaged"
            : code == EIO         ? "input or output failed; the disk may be full"
            : code == EACCES && access == Access::read
                ? "who reads it must be allowed to write lock.mdb in it"
                : mdb_strerror(code);
        throw Error(kind, "index: " + name + ": " + what + ": " + why);
    }
    void check(const char* what, int code) const {
        if (code != MDB_SUCCESS) {
            fail(what, code);
        }
    }

    // A page behind the end of the file would end the process when it is read.
    void require_all_pages() const {
        MDB_envinfo info{};
        MDB_stat page{};
        check("cannot open", mdb_env_info(environment, &info));
        check("cannot open", mdb_env_stat(environment, &page));
        std::error_code ignored;
        const auto size = std::filesystem::file_size(folder + "/data.mdb", ignored);
        if (ignored || size / page.ms_psize <= info.me_last_pgno) {
            throw Error(ErrorKind::format, "index: " + name + ": its file is cut short");
        }
    }

    // The table of readers is mapped: where the disk has no room for it, touching it would end the
    // process. Its size is LMDB's own for as many readers as it takes unless asked.
    void make_room_for_readers() const {
        constexpr off_t table_bytes = 8192;
        const auto path = folder + "/lock.mdb";
        struct stat status {};
        if (::stat(path.c_str(), &status) == 0 && status.st_size >= table_bytes) {
            return;  // to open and close it would give up the locks of a reader in this process
        }
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        const int code = file < 0 ? errno : ::posix_fallocate(file, 0, table_bytes);
        if (file >= 0) {
            ::close(file);
        }
        check("cannot open", code);
    }

    // A new file must not take the place of one that was lost, whatever else is left of it.
    void require_data() const {
        const auto data = folder + "/data.mdb";
        struct stat status {};
        const bool is_there = ::stat(data.c_str(), &status) == 0;
        if (is_there ? status.st_size > 0 : access == Access::read) {
            return;
        }
        const char* what = is_there ? "data.mdb is empty" : "data.mdb is missing";
        if (access == Access::read) {
            throw Error(ErrorKind::format, "index: " + name + ": " + what);
        }
        std::error_code ignored;
        for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
            const auto file = entry.path().filename().string();
            if (file.starts_with("lookup-")) {
                throw Error(ErrorKind::format, "index: " + name + ": " + what + ", though " + file +
                                                   " lies beside it: what it held is lost");
            }
        }
    }

    // The file and its table of readers are opened one after the other, and must be of one state of
    // the folder: compact() keeps everybody out for as long as it changes both.
    void open_environment(unsigned flags) {
        const Door door(folder, LOCK_SH);
        // What the file may grow to is an address range that the process must be allowed to have.
        for (;; limit_bytes /= 2) {
            check("cannot open", mdb_env_create(&environment));
            check("cannot open", mdb_env_set_mapsize(environment, limit_bytes));
            check("cannot open", mdb_env_set_maxdbs(environment, table_count));
            const int code = mdb_env_open(environment, folder.c_str(), flags, 0666);
            if ((code != ENOMEM && code != EINVAL) || limit_bytes < 2 * least_limit_bytes) {
                check("cannot open", code);
                break;
            }
            mdb_env_close(std::exchange(environment, nullptr));
        }
        require_all_pages();
    }

    void begin() {
        if (transaction == nullptr) {
            check("cannot begin",
                  mdb_txn_begin(environment, nullptr, access == Access::read ? MDB_RDONLY : 0U,
                                &transaction));
        }
    }

    [[nodiscard]] std::string_view checked(Table table, std::uint64_t key,
                                           const MDB_val& found) const {
        const std::string_view all(static_cast<const char*>(found.mv_data), found.mv_size);
        if (all.size() >= checksum_bytes) {
            const auto value = all.substr(checksum_bytes);
            std::uint64_t sum = 0;
            std::memcpy(&sum, all.data(), checksum_bytes);
            if (sum == checksum(table, key, value)) {
                return value;
            }
        }
        throw Error(ErrorKind::format, "index: " + name + ": record " + std::to_string(key) +
                                           " of " + table_names[static_cast<std::size_t>(table)] +
                                           " is damaged");
    }

    std::string name;
    std::string folder;
    Access access = Access::read;
    std::uint64_t limit_bytes = 0;
    int lock = -1;
    MDB_env* environment = nullptr;
    MDB_txn* transaction = nullptr;  // of the changes so far, or of a reader all along
    std::array<MDB_dbi, table_count> tables{};
};

Store::Store(const std::string& folder, Access access, std::uint64_t limit_bytes)
    : state_(std::make_unique<State>()) {
    auto& state = *state_;
    state.name = base::printable(folder);
    state.folder = folder;
    state.access = access;
    state.limit_bytes = limit_bytes;
    const bool writes = access == Access::write;
    const auto system_error = [&](const char* what) {
        throw Error(
            writes ? ErrorKind::output : ErrorKind::input,
            "index: " + state.name + ": " + what + ": " + std::generic_category().message(errno));
    };
    if (writes && ::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) {
        system_error("cannot make the folder");
    }
    if (writes) {
        // Held as long as the store is open, and let go by the system when the process dies.
        state.lock = ::open((folder + "/writer.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (state.lock < 0) {
            system_error("cannot be written");
        }
        if (::flock(state.lock, LOCK_EX | LOCK_NB) != 0) {
            throw Error(ErrorKind::output, "index: " + state.name + ": another process writes it");
        }
    } else if (::access((folder + "/data.mdb").c_str(), R_OK) != 0) {
        if (errno == ENOENT) {
            throw Error(ErrorKind::input, "index: " + state.name + " holds no index");
        }
        system_error("cannot be read");
    }
    state.require_data();
    if (writes) {
        state.make_room_for_readers();
    }
    state.open_environment(MDB_NOTLS | MDB_NORDAHEAD | (writes ? 0U : MDB_RDONLY));
    state.begin();
    for (std::size_t i = 0; i < table_count; ++i) {
        state.check("is no index", mdb_dbi_open(state.transaction, table_names[i],
                                                writes ? MDB_CREATE : 0U, &state.tables[i]));
    }
    if (writes) {
        commit();
    }
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

std::optional<std::string_view> Store::get(Table table, std::uint64_t key) const {
    state_->begin();
    auto bytes = key_bytes(key);
    MDB_val name{bytes.size(), bytes.data()};
    MDB_val found{};
    const auto code = mdb_get(state_->transaction, state_->tables[static_cast<std::size_t>(table)],
                              &name, &found);
    if (code == MDB_NOTFOUND) {
        return std::nullopt;
    }
    state_->check("cannot read", code);
    return state_->checked(table, key, found);
}

void Store::for_each(Table table,
                     const std::function<void(std::uint64_t key, std::string_view value)>& visit,
                     std::uint64_t from) const {
    state_->begin();
    MDB_cursor* opened = nullptr;
    state_->check("cannot read",
                  mdb_cursor_open(state_->transaction,
                                  state_->tables[static_cast<std::size_t>(table)], &opened));
    const std::unique_ptr<MDB_cursor, decltype(&mdb_cursor_close)> cursor(opened,
                                                                          &mdb_cursor_close);
    auto first = key_bytes(from);
    MDB_val key{first.size(), first.data()};
    MDB_val found{};
    auto code = mdb_cursor_get(cursor.get(), &key, &found, MDB_SET_RANGE);
    for (; code == MDB_SUCCESS; code = mdb_cursor_get(cursor.get(), &key, &found, MDB_NEXT)) {
        visit(key_of(key), state_->checked(table, key_of(key), found));
    }
    if (code != MDB_NOTFOUND) {
        state_->fail("cannot read", code);
    }
}

std::size_t Store::count(Table table) const {
    state_->begin();
    MDB_stat found{};
    state_->check("cannot read", mdb_stat(state_->transaction,
                                          state_->tables[static_cast<std::size_t>(table)], &found));
    return found.ms_entries;
}

void Store::put(Table table, std::uint64_t key, std::string_view value) {
    state_->begin();
    auto bytes = key_bytes(key);
    MDB_val name{bytes.size(), bytes.data()};
    MDB_val place{checksum_bytes + value.size(), nullptr};
    state_->check("cannot write",
                  mdb_put(state_->transaction, state_->tables[static_cast<std::size_t>(table)],
                          &name, &place, MDB_RESERVE));
    const auto sum = checksum(table, key, value);
    std::memcpy(place.mv_data, &sum, checksum_bytes);
    std::memcpy(static_cast<char*>(place.mv_data) + checksum_bytes, value.data(), value.size());
}

void Store::erase(Table table, std::uint64_t key) {
    state_->begin();
    auto bytes = key_bytes(key);
    MDB_val name{bytes.size(), bytes.data()};
    const auto code = mdb_del(state_->transaction, state_->tables[static_cast<std::size_t>(table)],
                              &name, nullptr);
    if (code != MDB_NOTFOUND) {
        state_->check("cannot write", code);
    }
}

void Store::commit() {
    if (state_->transaction != nullptr) {
        auto* const transaction = std::exchange(state_->transaction, nullptr);
        state_->check("cannot write", mdb_txn_commit(transaction));
    }
}

void Store::abandon() noexcept {
    if (state_->transaction != nullptr) {
        mdb_txn_abort(std::exchange(state_->transaction, nullptr));
    }
}

// Who reads goes on with the old file and the old table of readers: both are replaced.
void Store::compact(const std::string& folder) {
    const Store store(folder, Access::write);
    const auto& state = *store.state_;
    const auto data = folder + "/data.mdb";
    const auto copied = folder + "/compacted.mdb";
    ::unlink(copied.c_str());
    const int copy = ::open(copied.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (copy < 0) {
        state.fail("cannot compact", errno);
    }
    auto code = mdb_env_copyfd2(state.environment, copy, MDB_CP_COMPACT);
    if (code == MDB_SUCCESS && ::fsync(copy) != 0) {
        code = errno;
    }
    ::close(copy);
    if (code == MDB_SUCCESS) {
        const Door door(folder, LOCK_EX);
        ::unlink((folder + "/lock.mdb").c_str());
        std::error_code renamed;
        std::filesystem::rename(copied, data, renamed);
        code = renamed.value();
    }
    if (code != MDB_SUCCESS) {
        ::unlink(copied.c_str());
        state.fail("cannot compact", code);
    }
    const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory >= 0) {
        ::fsync(directory);
        ::close(directory);
    }
}

const std::string& Store::folder() const noexcept {
    return state_->folder;
}

std::uint64_t Store::disk_bytes() const {
    struct stat status {};
    return ::stat((state_->folder + "/data.mdb").c_str(), &status) == 0
               ? static_cast<std::uint64_t>(status.st_size)
               : 0;
}

}  // namespace wirecopy::index
