// Kept run: what a comparison has done so far, kept in a folder by blocks, so that another process
// goes on with it.
//
//   in      what the run is, in words; blocks of bytes, each with the key of what it was made from
//   out     the blocks that are there and whole
//   cost    a file a block, written aside and renamed; no waiting for the disk
//   error   Error{option} where the folder holds another run, Error{input} where another process
//           works on it or a file cannot be written. A block that is damaged or cut short is not
//           there
//
// A process that is killed leaves whole blocks; after a loss of power some may be damaged, which
// their checksums tell.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace wirecopy::engine {

/// Const calls are safe from any number of threads, as long as no two write one block.
class KeptRun {
public:
    /// Makes the folder where there is none. `description`: everything that the results depend on
    /// but the articles.
    KeptRun(std::string folder, std::string_view description);
    ~KeptRun();
    KeptRun(const KeptRun&) = delete;
    KeptRun& operator=(const KeptRun&) = delete;

    /// `stage`: letters. Throws Error{option} for a whole block that was made from something else.
    [[nodiscard]] std::optional<std::string> read(std::string_view stage, std::size_t block,
                                                  std::uint64_t key) const;
    void write(std::string_view stage, std::size_t block, std::uint64_t key,
               std::string_view bytes) const;

    /// Throws Error{option}: what is there is not what is to go on, and `why`.
    [[noreturn]] void refuse(const std::string& why) const;

private:
    struct Head;
    [[nodiscard]] std::string path_of(std::string_view stage, std::size_t block) const;
    [[nodiscard]] std::optional<std::string> read_file(const std::string& path, Head& head) const;

    std::string folder_;
    std::uint64_t run_ = 0;
    int lock_ = -1;
};

/// For descriptions: a number in as few digits as tell it from all others.
[[nodiscard]] std::string digits_of(double number);

/// Numbers as this processor has them, one behind the other.
class BytesOut {
public:
    template <typename T>
    void add(const T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof(T));
    }
    template <typename List>
    void add_all(const List& list) {
        const std::span values(list);
        static_assert(std::is_trivially_copyable_v<typename decltype(values)::value_type>);
        add(values.size());
        bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    }
    [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }

private:
    std::string bytes_;
};

/// Reads what BytesOut wrote. What is not there is read as nothing, and is_whole() says so.
class BytesIn {
public:
    explicit BytesIn(std::string_view bytes) : bytes_(bytes) {}

    template <typename T>
    [[nodiscard]] T take() {
        static_assert(std::is_trivially_copyable_v<T>);
        T value{};
        if (has(sizeof(T))) {
            std::memcpy(&value, bytes_.data(), sizeof(T));
            bytes_.remove_prefix(sizeof(T));
        }
        return value;
    }
    template <typename List>
    void take_all(List& list) {
        using Value = typename List::value_type;
        const auto count = take<std::size_t>();
        list.clear();
        if (count <= bytes_.size() / sizeof(Value)) {
            list.resize(count);
            if (count > 0) {
                std::memcpy(list.data(), bytes_.data(), count * sizeof(Value));
            }
            bytes_.remove_prefix(count * sizeof(Value));
        } else {
            is_short_ = true;
        }
    }
    /// Everything was there and nothing is left.
    [[nodiscard]] bool is_whole() const noexcept { return !is_short_ && bytes_.empty(); }

private:
    [[nodiscard]] bool has(std::size_t count) noexcept {
        is_short_ = is_short_ || bytes_.size() < count;
        return !is_short_;
    }

    std::string_view bytes_;
    bool is_short_ = false;
};

}  // namespace wirecopy::engine
