// Reading articles: files, folders, JSON Lines, CSV and TSV, each plain, gzip or zstd.
//
//   in      paths; "-" is standard input; a folder is walked in sorted order, hidden files skipped
//   out     articles in input order, and a Rejected value for each that cannot be used
//   cost    one pass over the bytes; memory for one article at a time beside what the caller keeps
//   error   what is wrong with an input is a value, never an exception; options throw
//
// Compression is known by its first bytes. Ids: the id field of an object or row (of an object an
// integer too); of a text file its path as given, of a file in a folder the folder's path and its
// own below it. The byte that a reason names counts from 0 in the line, row or text file as it
// stands uncompressed, a byte order mark included.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "wirecopy/article.hpp"

namespace wirecopy {

enum class InputFormat {
    automatic,  ///< by file name (.jsonl .ndjson .json .csv .tsv .txt .text .md, then .gz or
                ///< .zst), else by the first bytes: an object opens JSON Lines, a line with the
                ///< names of the id and the text field a table; the rest is text
    text,       ///< the whole file is one article
    jsonl,      ///< one JSON object a line
    csv,        ///< RFC 4180 with a header row
    tsv,        ///< the same with tabs
};

struct ReadOptions {
    InputFormat format = InputFormat::automatic;
    std::string id_field = "id";
    std::string text_field = "text";
    std::string title_field = "title";  ///< this and the next two may be empty: no such field
    std::string source_field = "source";
    std::string date_field = "date";
    std::uint64_t limit_bytes = std::uint64_t{64} << 20U;  ///< longest line, row or text file
};

/// Reads every path in order and calls `accept` or `reject` for each article, in input order, on
/// the calling thread, each as soon as its line is there. An id that an accepted article of this
/// call has is rejected, the first one stays. What comes after the articles of a truncated or
/// corrupt input is one Rejected.
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
