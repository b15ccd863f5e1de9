// Text store: the texts of a corpus that were read once, to be had again.
//
//   in      articles with their records, as read_records() hands them over
//   out     the text of any of them
//   cost    20 bytes an article of a plain JSON Lines file, which is read back where it lies; of
//           all else (a pipe, packed files, tables) the text, packed by the block: a third to half
//           of its bytes, in memory or in a file
//   error   a file that changed meanwhile, or cannot be read or written, throws Error{input}

#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "wirecopy/article.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy {

class TextStore {
public:
    /// Texts that cannot be read back go to memory, or to a file in `folder` that is gone when this
    /// object is. Throws Error{input} when no file can be made there.
    explicit TextStore(const ReadOptions& options, const std::string& folder = {});
    ~TextStore();
    TextStore(TextStore&&) noexcept;
    TextStore& operator=(TextStore&&) noexcept;

    /// The next article.
    void add(const Article& article, const ArticleRecord& record);
    /// No more come.
    void finish();

    [[nodiscard]] std::size_t size() const noexcept;

    /// Keeps what it unpacked last, so that texts asked for in order cost one unpacking a block.
    /// One a thread; the store must outlive it.
    class Reader {
    public:
        explicit Reader(const TextStore& store);
        ~Reader();
        Reader(Reader&&) noexcept;
        Reader& operator=(Reader&&) noexcept;

        /// Replaces `text` by that of an article. Requires: finish() was called; article < size().
        void read(std::size_t article, std::string& text);

    private:
        struct State;
        std::unique_ptr<State> state_;
    };

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace wirecopy
