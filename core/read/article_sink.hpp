// Article sink: where every format delivers. The checks that all formats share are here.
//
//   in      articles and reasons, with the line they stand on
//   out     accept(Article) or reject(Rejected), in the order they came
//   cost    one look-up of the id; nothing is copied
//   error   none of its own; what a callback throws passes through

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "read/id_registry.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::read {

using Accept = std::function<void(Article&&)>;
using Reject = std::function<void(Rejected&&)>;

/// What becomes of an id that an article before had.
enum class Ids : std::uint8_t { are_unique, may_repeat };

class ArticleSink {
public:
    /// Requires: both functions outlive this object.
    ArticleSink(const Accept& accept, const Reject& reject, Ids ids = Ids::are_unique)
        : accept_(accept), reject_(reject), ids_(ids) {}

    /// What is delivered from now on comes from this file.
    void enter_source(std::string name);

    /// It was opened by this path and can be read again at any place; empty: it cannot.
    void enter_path(std::string path);

    /// What is delivered from now on was cut from records of this format, tables below this header.
    void enter_format(InputFormat format, std::string header = {});

    /// What is delivered next was cut from these bytes, which hold until it is.
    void enter_record(std::string_view bytes, std::uint64_t offset) noexcept {
        record_.bytes = bytes;
        record_.offset = offset;
    }

    /// The record of the article that is delivered: for a callback.
    [[nodiscard]] const ArticleRecord& record() const noexcept { return record_; }

    /// Passes the article on, or rejects it: no text, or an id seen before. Only an
    /// article that is passed on claims its id. Line 0: the file as a whole.
    void deliver(Article&& article, std::uint64_t line);

    void reject(std::uint64_t line, std::string id, std::string reason);

private:
    const Accept& accept_;
    const Reject& reject_;
    Ids ids_;
    IdRegistry registry_;
    std::string source_;
    std::string path_;
    std::string header_;
    ArticleRecord record_;
};

}  // namespace wirecopy::read
