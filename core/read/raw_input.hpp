// Raw input: the bytes of a file, a pipe or a piece of memory, as they lie there.
//
//   in      an open descriptor, or memory that outlives this object
//   out     the bytes in order, each once; nothing is ever sought, reopened or read twice
//   cost    one system call a read
//   error   a failed read ends the input; `failure` then says why

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace wirecopy::read {

/// The sentence of the system for an error number: "No such file or directory".
[[nodiscard]] std::string system_message(int error_number);

/// Reads from one place. Movable; closes the descriptor that it owns.
class RawInput {
public:
    /// Takes over an open descriptor. `close_it` is false for standard input, which is not ours.
    RawInput(int descriptor, bool close_it) noexcept;
    /// Requires: the memory outlives this object.
    explicit RawInput(std::string_view memory) noexcept : memory_(memory) {}

    RawInput(RawInput&& other) noexcept;
    RawInput& operator=(RawInput&& other) noexcept;
    RawInput(const RawInput&) = delete;
    RawInput& operator=(const RawInput&) = delete;
    ~RawInput();

    /// Reads some bytes, at least one unless the input is over or has failed: then 0.
    [[nodiscard]] std::size_t read(std::span<char> into);

    /// Called before a read that would have to wait for what is not there yet.
    void when_waiting(std::function<void()> pause) { pause_ = std::move(pause); }

    /// Why the input ended early, if it did.
    [[nodiscard]] const std::optional<std::string>& failure() const noexcept { return failure_; }

    /// Whether it is a file of its own, and no standard input that happens to be one.
    [[nodiscard]] bool is_regular_file() const noexcept;

    /// The size of a regular file or of the memory, 0 when unknown: for reserving, not for trust.
    [[nodiscard]] std::uint64_t expected_bytes() const noexcept;

private:
    void close() noexcept;

    int descriptor_ = -1;
    bool close_it_ = false;
    std::string_view memory_;
    std::optional<std::string> failure_;
    std::function<void()> pause_;
};

}  // namespace wirecopy::read
