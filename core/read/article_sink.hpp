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

#include "read/id_registry.hpp"
#include "wirecopy/article.hpp"

namespace wirecopy::read {

using Accept = std::function<void(Article&&)>;
using Reject = std::function<void(Rejected&&)>;

class ArticleSink {
public:
    /// Requires: both functions outlive this object.
    ArticleSink(const Accept& accept, const Reject& reject) : accept_(accept), reject_(reject) {}

    /// What is delivered from now on comes from this file.
    void enter_source(std::string name);

    /// Passes the article on, or rejects it: no text, or an id seen before. Only an
    /// article that is passed on claims its id. Line 0: the file as a whole.
    void deliver(Article&& article, std::uint64_t line);

    void reject(std::uint64_t line, std::string id, std::string reason);

private:
    const Accept& accept_;
    const Reject& reject_;
    IdRegistry registry_;
    std::string source_;
};

}  // namespace wirecopy::read
