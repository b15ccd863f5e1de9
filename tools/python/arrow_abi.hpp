// The structures of the Arrow C data interface and C stream interface, as their specification has
// them ("The Arrow C data interface", "The Arrow C stream interface", format version 1): a binary
// interface that does not change, and that every Arrow library of every language speaks.
//
// Whoever gets a structure owns it until it calls `release`, which also marks it as released by
// making that member null.

#pragma once

#include <cstdint>

namespace wirecopy::python {

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    std::int64_t flags;
    std::int64_t n_children;
    ArrowSchema** children;
    ArrowSchema* dictionary;
    void (*release)(ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    std::int64_t length;
    std::int64_t null_count;
    std::int64_t offset;
    std::int64_t n_buffers;
    std::int64_t n_children;
    const void** buffers;
    ArrowArray** children;
    ArrowArray* dictionary;
    void (*release)(ArrowArray*);
    void* private_data;
};

struct ArrowArrayStream {
    int (*get_schema)(ArrowArrayStream*, ArrowSchema* out);
    int (*get_next)(ArrowArrayStream*, ArrowArray* out);
    const char* (*get_last_error)(ArrowArrayStream*);
    void (*release)(ArrowArrayStream*);
    void* private_data;
};

inline constexpr const char* schema_capsule_name = "arrow_schema";
inline constexpr const char* array_capsule_name = "arrow_array";
inline constexpr const char* stream_capsule_name = "arrow_array_stream";
inline constexpr std::int64_t flag_nullable = 2;

/// A structure that is released with its owner.
template <typename Structure>
class Owned {
public:
    Owned() = default;
    /// Takes over what the other holds and leaves it released.
    explicit Owned(Structure& other) noexcept : held_(other) { other.release = nullptr; }
    Owned(Owned&& other) noexcept : Owned(other.held_) {}
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    Owned& operator=(Owned&&) = delete;
    ~Owned() {
        if (held_.release != nullptr) {
            held_.release(&held_);
        }
    }

    [[nodiscard]] bool empty() const noexcept { return held_.release == nullptr; }
    [[nodiscard]] Structure& get() noexcept { return held_; }
    [[nodiscard]] const Structure& get() const noexcept { return held_; }

private:
    Structure held_{};
};

}  // namespace wirecopy::python
