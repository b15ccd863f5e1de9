// Kept memory: room for what a run keeps for long, of which no more than a limit is memory of its
// own; what is beyond lies in a file that is mapped.
//
//   in      a limit in bytes, a folder for the file
//   out     places; a vector whose allocator has them (Kept); room for values (KeptRoom)
//   cost    a lock a place; room is used again by chunks of 4 MB, when nothing in one is kept any
//           more: what goes soon should lie apart (brief). No file before the limit is reached
//   error   a file that cannot be made or has no room on its disk throws Error{input}
//
// Where something lies changes no result. What lies in the file the system writes out and reads
// again as it has memory left; the file has no name, and is gone when the process is.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace wirecopy::base {

/// Calls are safe from any number of threads.
class KeptMemory {
public:
    KeptMemory(std::uint64_t limit_bytes, std::string folder);
    ~KeptMemory();
    KeptMemory(const KeptMemory&) = delete;
    KeptMemory& operator=(const KeptMemory&) = delete;

    /// Aligned for any type. Throws Error{input}, std::bad_alloc.
    [[nodiscard]] void* allocate(std::size_t bytes);
    /// Requires: `place` came from allocate() and was not freed.
    void deallocate(void* place) noexcept;
    /// From now on deallocate() does nothing: all goes at once when this does. Requires: nobody
    /// else calls meanwhile.
    void end() noexcept;

    /// For what goes before the rest: places of the same memory, in chunks of their own.
    [[nodiscard]] KeptMemory& brief() noexcept { return *brief_; }

    /// In the file now.
    [[nodiscard]] std::uint64_t file_bytes() const;
    /// The most that was ever there.
    [[nodiscard]] std::uint64_t most_file_bytes() const;

private:
    struct State;
    struct Brief {};
    KeptMemory(const std::shared_ptr<State>& state, Brief /*unused*/);

    std::shared_ptr<State> state_;
    std::size_t lane_ = 0;
    std::unique_ptr<KeptMemory> brief_;  // none: this is it
};

/// Its part for what goes before the rest; none of none.
[[nodiscard]] inline KeptMemory* brief_part(KeptMemory* memory) noexcept {
    return memory != nullptr ? &memory->brief() : nullptr;
}

/// Of a KeptMemory, or of the heap where none is given. Moving a vector moves its allocator; a copy
/// is of the heap.
template <typename T>
class KeptAllocator {
public:
    // NOLINTBEGIN(readability-identifier-naming): std::allocator_traits asks for these names
    using value_type = T;
    using propagate_on_container_move_assignment = std::true_type;
    using propagate_on_container_swap = std::true_type;
    using is_always_equal = std::false_type;
    // NOLINTEND(readability-identifier-naming)

    KeptAllocator() noexcept = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a memory stands for its allocator
    KeptAllocator(KeptMemory* memory) noexcept : memory_(memory) {}
    template <typename U>
    // NOLINTNEXTLINE(google-explicit-constructor): as every allocator
    KeptAllocator(const KeptAllocator<U>& other) noexcept : memory_(other.memory()) {}

    [[nodiscard]] T* allocate(std::size_t count) {
        if (memory_ == nullptr) {
            return std::allocator<T>().allocate(count);
        }
        if (count > ~std::size_t{0} / sizeof(T)) {
            throw std::bad_array_new_length();
        }
        return static_cast<T*>(memory_->allocate(count * sizeof(T)));
    }
    void deallocate(T* place, std::size_t count) noexcept {
        if (memory_ == nullptr) {
            std::allocator<T>().deallocate(place, count);
        } else {
            memory_->deallocate(place);
        }
    }
    [[nodiscard]] KeptAllocator select_on_container_copy_construction() const noexcept {
        return {};
    }
    [[nodiscard]] KeptMemory* memory() const noexcept { return memory_; }

    template <typename U>
    friend bool operator==(const KeptAllocator& a, const KeptAllocator<U>& b) noexcept {
        return a.memory() == b.memory();
    }

private:
    KeptMemory* memory_ = nullptr;
};

template <typename T>
using Kept = std::vector<T, KeptAllocator<T>>;

/// So many values in one piece, not set to anything: whoever writes them first, on whatever thread,
/// pays for the pages.
template <typename T>
class KeptRoom {
public:
    static_assert(std::is_trivial_v<T>);

    KeptRoom() noexcept = default;
    KeptRoom(std::size_t size, KeptMemory* memory)
        : allocator_(memory),
          values_(size > 0 ? allocator_.allocate(size) : nullptr),
          size_(size) {}
    ~KeptRoom() {
        if (values_ != nullptr) {
            allocator_.deallocate(values_, size_);
        }
    }
    KeptRoom(KeptRoom&& other) noexcept
        : allocator_(other.allocator_),
          values_(std::exchange(other.values_, nullptr)),
          size_(std::exchange(other.size_, 0)) {}
    KeptRoom& operator=(KeptRoom&& other) noexcept {
        std::swap(allocator_, other.allocator_);
        std::swap(values_, other.values_);
        std::swap(size_, other.size_);
        return *this;
    }
    KeptRoom(const KeptRoom&) = delete;
    KeptRoom& operator=(const KeptRoom&) = delete;

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] T* begin() noexcept { return values_; }
    [[nodiscard]] T* end() noexcept { return values_ + size_; }
    [[nodiscard]] const T* begin() const noexcept { return values_; }
    [[nodiscard]] const T* end() const noexcept { return values_ + size_; }
    [[nodiscard]] T& operator[](std::size_t at) noexcept { return values_[at]; }
    [[nodiscard]] const T& operator[](std::size_t at) const noexcept { return values_[at]; }
    [[nodiscard]] KeptMemory* memory() const noexcept { return allocator_.memory(); }

private:
    KeptAllocator<T> allocator_;
    T* values_ = nullptr;
    std::size_t size_ = 0;
};

/// Moves what a vector holds to `memory`, as little as it takes. Without one nothing is done.
template <typename T>
void keep_in(KeptMemory* memory, Kept<T>& values) {
    if (memory != nullptr && values.get_allocator().memory() != memory) {
        values = Kept<T>(values.begin(), values.end(), KeptAllocator<T>(memory));
    }
}

}  // namespace wirecopy::base
