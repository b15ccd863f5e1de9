// Reading articles: files, folders, JSON Lines, CSV and TSV, each plain, gzip or zstd.
//
//   in      paths; "-" is standard input; a folder is walked in sorted order, hidden files skipped
//   out     articles in input order, and a Rejected value for each that cannot be used
//   cost    one pass over the bytes; memory for one article at a time beside what the caller keeps
//   error   what is wrong with an input is a value, never an exception; options throw

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "wirecopy/article.hpp"

namespace wirecopy {

enum class InputFormat {
    automatic,  ///< by file name, else by looking at the first bytes
    text,       ///< the whole file is one article
    jsonl,      ///< one JSON object a line
    csv,        ///< RFC 4180 with a header row
    tsv,        ///< the same with tabs
};

struct ReadOptions {
    InputFormat format = InputFormat::automatic;
    std::string id_field = "id";
    std::string text_field = "text";
    std::string title_field = "title";
    std::string source_field = "source";
    std::string date_field = "date";
    std::uint64_t limit_bytes = std::uint64_t{64} << 20U;  ///< longest line, row or text file
};

/// Reads every path in order and calls `accept` or `reject` for each article, in input order, on
/// the calling thread. An id that was seen before in this call is rejected, the first one stays.
/// Throws Error{option} when limit_bytes is 0 or a needed field name is empty; whatever a callback
/// throws passes through.
void read_articles(std::span<const std::string> paths, const ReadOptions& options,
                   const std::function<void(Article&&)>& accept,
                   const std::function<void(Rejected&&)>& reject);

struct Corpus {
    std::vector<Article> articles;
    std::vector<Rejected> rejected;
};

/// The same into memory.
[[nodiscard]] Corpus read_corpus(std::span<const std::string> paths, const ReadOptions& options);

}  // namespace wirecopy
