// Store: tables of records on disk that are changed together or not at all. The one door to LMDB.
//
//   in      keys and bytes; one writer, any number of readers in other processes
//   out     the bytes as they were last committed
//   cost    2.3 us of CPU to put a record of 1.9 kB, .9 us to get it; 2.7 kB of disk for it; a
//   commit
//           is one synchronised write of the pages that changed
//   error   a record that is not what was put throws Error{format}; a disk that is full or a folder
//           that cannot be written throws Error{output}, and what was committed stays
//
// Every record carries a checksum of its table, its key and its bytes. README.md has what was
// measured beside RocksDB.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace wirecopy::index {

class Store {
public:
    enum class Access : std::uint8_t { read, write };
    enum class Table : std::uint8_t { settings, articles, places, aliases, epochs };
    static constexpr std::size_t table_count = 5;

    /// Opens a folder; to write, makes it where it is not there. `limit_bytes`: what the file may
    /// grow to, less where the process is allowed less address space. Throws Error{input} for a
    /// folder that is no store or cannot be read, Error{output} for one that cannot be written or
    /// has another writer.
    Store(const std::string& folder, Access access,
          std::uint64_t limit_bytes = std::uint64_t{1} << 38U);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    /// Valid until the next change.
    [[nodiscard]] std::optional<std::string_view> get(Table table, std::uint64_t key) const;
    /// By key, ascending, from one key on. Nothing may be changed meanwhile.
    void for_each(Table table,
                  const std::function<void(std::uint64_t key, std::string_view value)>& visit,
                  std::uint64_t from = 0) const;
    [[nodiscard]] std::size_t count(Table table) const;

    void put(Table table, std::uint64_t key, std::string_view value);
    void erase(Table table, std::uint64_t key);

    /// All changes since the last commit are on the disk when it returns.
    void commit();
    /// None of them was made.
    void abandon() noexcept;

    /// Puts a copy without free pages in the place of a folder's file. Throws as the constructor.
    static void compact(const std::string& folder);

    [[nodiscard]] std::uint64_t disk_bytes() const;
    [[nodiscard]] const std::string& folder() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace wirecopy::index
