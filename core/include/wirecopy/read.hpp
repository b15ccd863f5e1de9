// Reading articles: files, folders, JSON Lines, CSV and TSV, each plain, gzip or zstd. And labels,
// which say what is known of articles: CSV or TSV, packed the same ways.
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
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

/// Holds articles that were made by other means to what the readers hold theirs to.
class ArticleCheck {
public:
    ArticleCheck();
    ~ArticleCheck();
    ArticleCheck(ArticleCheck&&) noexcept;
    ArticleCheck& operator=(ArticleCheck&&) noexcept;

    /// Why the article cannot be used, as a Rejected says it; nothing: it can, and its id is taken.
    /// `number` is what a later article of the same id will call this one.
    [[nodiscard]] std::optional<std::string> problem(const Article& article, std::uint64_t number);

private:
    struct State;
    std::unique_ptr<State> state_;
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

/// What an article was cut from, unpacked.
struct ArticleRecord {
    InputFormat format = InputFormat::text;  ///< never automatic
    std::string_view header;  ///< of a table: its first row, with line ending and byte order mark
    std::string_view bytes;   ///< the line or row with its line ending, where it has one; of a text
                              ///< file nothing: its article is all there is
    std::string_view path;    ///< of a regular file that is not packed: what it was opened by; of
                              ///< anything else, which may not be read twice, nothing
    std::uint64_t offset = 0;  ///< bytes of the input before the line or row
};

/// The same for callers that hand on what they read: with each article its record, whose views hold
/// until the call returns.
void read_records(std::span<const std::string> paths, const ReadOptions& options,
                  const std::function<void(Article&&, const ArticleRecord&)>& accept,
                  const std::function<void(Rejected&&)>& reject);

/// Reads JSON Lines from standard input for as long as they come. Every line that is not blank
/// gives one article or one Rejected, whatever it looks like; an id may come again. `pause` is
/// called when all that came was handed on and more must be waited for. Throws as above.
void read_stream(const ReadOptions& options, const std::function<void(Article&&)>& accept,
                 const std::function<void(Rejected&&)>& reject,
                 const std::function<void()>& pause = {});

/// The texts of a corpus that was read once, to be had again. Of a plain JSON Lines file 20 bytes
/// an article, and its line is read back; of all else (a pipe, packed files, tables) the text,
/// packed by the block: a third to half of its bytes, in memory or in a file. A file that changed
/// meanwhile, or cannot be read or written, throws Error{input}.
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

/// The same of whole records, byte for byte: of plain files 20 bytes a record, of all else the
/// records packed.
class RecordStore {
public:
    /// `folder` as of a TextStore.
    explicit RecordStore(const std::string& folder = {});
    ~RecordStore();
    RecordStore(RecordStore&&) noexcept;
    RecordStore& operator=(RecordStore&&) noexcept;

    /// The next record: `bytes`, which stand in the file `path` at `offset` where it names one.
    void add(const ArticleRecord& record);
    /// No more come.
    void finish();

    [[nodiscard]] std::size_t size() const noexcept;

    /// Hands over the bytes of records, by their places, which in ascending order are read once.
    /// Requires: finish() was called.
    void read(std::span<const std::uint32_t> records,
              const std::function<void(std::string_view bytes)>& sink) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

struct Corpus {
    std::vector<Article> articles;
    std::vector<Rejected> rejected;
};

/// The same into memory.
[[nodiscard]] Corpus read_corpus(std::span<const std::string> paths, const ReadOptions& options);

/// What the rows of a label file speak of.
enum class LabelKind {
    automatic,  ///< by the columns: clusters when there are two, or an id column and no id_a
    pairs,      ///< two ids and a label
    clusters,   ///< an id and a cluster
};

struct LabelOptions {
    LabelKind kind = LabelKind::automatic;
    std::string column = {};  ///< of the label or cluster: its name, or its number from 1
    std::uint64_t limit_bytes = std::uint64_t{64} << 20U;  ///< longest row
};

struct LabelRow {
    std::string id_a;
    std::string id_b;   ///< empty of clusters
    std::string label;  ///< or the cluster
    std::uint64_t line = 0;
};

struct Labels {
    std::string source;                 ///< the file, as messages name it
    LabelKind kind = LabelKind::pairs;  ///< never automatic
    std::vector<LabelRow> rows;         ///< in the order of the file
    std::vector<Rejected> rejected;     ///< rows that could not be read
};

/// Reads a file of labels. Tabs part the cells if the name ends in .tsv, commas if in .csv, else
/// whichever the first line has. The first row is a header when its first cell is id or id_a,
/// capitals aside, or when one of its cells is the name that options.column gives. Ids are in
/// columns id_a and id_b, or id, else in the first ones; the label in the one that options.column
/// says, else in that called label (of clusters cluster or story), else in the next.
/// Throws Error{input} when the file cannot be read to its end or lacks a column, Error{option}
/// when limit_bytes is 0.
[[nodiscard]] Labels read_labels(const std::string& path, const LabelOptions& options);

}  // namespace wirecopy
