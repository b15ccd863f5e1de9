// Byte store: pieces of bytes that were read once, to be had again by their numbers.
//
//   in      pieces, or where in a plain file they stand
//   out     a piece, by its number
//   cost    16 bytes a piece of a plain file; others are packed by the block, to a third or half,
//           in memory or in a file that is gone when this object is
//   error   what cannot be read or written throws Error{input}; a plain file that changed is for
//           the caller to see
//
// One thread adds; then any number of threads read, each with a Reader of its own.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace wirecopy::read {

class ByteStore {
public:
    /// `folder`: where packed pieces go, or empty for memory. Throws Error{input}.
    explicit ByteStore(std::string folder);
    ~ByteStore();
    ByteStore(const ByteStore&) = delete;
    ByteStore& operator=(const ByteStore&) = delete;

    /// The next piece. Requires: its bytes are fewer than 2^32 - 1.
    void add(std::string_view bytes);
    /// The next piece, which a file that can be read again holds.
    void add_place(std::string_view path, std::uint64_t offset, std::size_t bytes);
    /// No more come.
    void finish();

    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] bool is_packed(std::size_t piece) const noexcept;
    /// The file that holds a piece, or the folder.
    [[nodiscard]] const std::string& holder(std::size_t piece) const noexcept;

    class Reader {
    public:
        explicit Reader(const ByteStore& store);
        ~Reader();
        Reader(const Reader&) = delete;
        Reader& operator=(const Reader&) = delete;

        /// Replaces `bytes` by a piece; it is shorter where its file ends before. Requires:
        /// finish() was called; piece < size().
        void read(std::size_t piece, std::string& bytes);

    private:
        struct State;
        std::unique_ptr<State> state_;
    };

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace wirecopy::read
