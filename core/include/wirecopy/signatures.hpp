// Signature files: a corpus signed once, to be merged and matched many times.
//
//   in      articles, one after the other; or files that were written here
//   out     a file of signatures, as blocks of bytes; or the pairs among them
//   cost    with 128 slots 540 bytes beside id, source and date, and 12 us an article of 500
//           words, its reading included; memory for a block of articles alone. Matching takes 6 us
//           and 1 kB an article
//   error   a file that is cut short or damaged is Error{format} and names the file and the byte.
//           Pairs of signatures are estimates: standard deviation as in sketch.hpp
//
// The same articles give the same bytes, whatever the number of threads, and merged files those of
// all their articles signed at once. What a file holds, byte by byte:
// core/sketch/signature_file.hpp

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/copies.hpp"

namespace wirecopy {

/// Takes what is written, in order.
using ByteSink = std::function<void(std::string_view block)>;

/// Fills the buffer from its beginning and says with how many bytes; 0 at the end alone.
using ByteReader = std::function<std::size_t(std::span<char> buffer)>;

/// What a file opens with.
inline constexpr std::string_view signature_file_magic = "wcsigset";

/// What a file of signatures says of an article beside its signature.
struct SignedArticle {
    std::string id = {};
    std::string source = {};          ///< the outlet, empty when unknown
    std::string date = {};            ///< as given, empty when unknown
    std::uint64_t word_hash = 0;      ///< of all words in order: who has the same is a repeat
    std::uint32_t shingle_count = 0;  ///< different ones; 0: without words, it resembles nothing

    friend bool operator==(const SignedArticle&, const SignedArticle&) = default;
};

/// Writes a file of signatures that were made elsewhere.
class SignatureWriter {
public:
    /// Throws Error{option} for invalid parameters. Writes the header.
    SignatureWriter(const SignatureParameters& parameters, ByteSink sink);
    ~SignatureWriter();
    SignatureWriter(SignatureWriter&&) noexcept;
    SignatureWriter& operator=(SignatureWriter&&) noexcept;

    /// `words` as Signature::words() has them. Throws Error{option} for another number of them.
    void write(const SignedArticle& article, std::span<const std::uint32_t> words);

    /// Writes the end, without which a file is none. Not left to the destructor: the sink may
    /// throw.
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Signs articles block by block, on several threads, and writes the file.
class CorpusSigner {
public:
    /// `threads`: 0 takes as many as the machine has. Throws Error{option} for parameters that a
    /// Sketcher refuses.
    CorpusSigner(const SignatureParameters& parameters, ByteSink sink, unsigned threads = 0);
    ~CorpusSigner();
    CorpusSigner(CorpusSigner&&) noexcept;
    CorpusSigner& operator=(CorpusSigner&&) noexcept;

    /// Requires: no article before it has its id, as of those that read_articles() accepts.
    void add(Article&& article);
    void finish();

    [[nodiscard]] std::uint64_t articles() const noexcept;  ///< written so far
    [[nodiscard]] std::uint64_t wordless() const noexcept;  ///< of these, without a word

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Reads a file, block by block: what it gives was checked.
class SignatureReader {
public:
    /// Reads the header. `name` is what errors call the file. Throws Error{format} for what is no
    /// file of signatures, or is damaged.
    SignatureReader(std::string name, ByteReader bytes);
    ~SignatureReader();
    SignatureReader(SignatureReader&&) noexcept;
    SignatureReader& operator=(SignatureReader&&) noexcept;

    [[nodiscard]] const std::string& name() const noexcept;
    [[nodiscard]] const SignatureParameters& parameters() const noexcept;

    /// The next article, with its signature in `words`, which is replaced; false at the end of a
    /// file that is whole. Throws Error{format}.
    [[nodiscard]] bool next(SignedArticle& article, std::vector<std::uint32_t>& words);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Writes the articles of all files, one file after the other, and says how many. Throws
/// Error{parameters} when two files differ in one, naming it and both values, Error{input} when an
/// id comes twice, naming both files.
std::uint64_t merge_signatures(std::span<SignatureReader> files, const ByteSink& sink);

/// The signatures of many articles in memory.
struct SignatureSet {
    SignatureParameters parameters;
    std::vector<SignedArticle> articles;
    std::vector<std::uint32_t> words;  ///< row after row
};

/// All that is in the files. Throws what merge_signatures() throws.
[[nodiscard]] SignatureSet read_signatures(std::span<SignatureReader> files);

/// Adds the articles of another set, whose ids may be the same. Throws Error{parameters}.
void append(SignatureSet& set, SignatureSet&& other);

struct SignatureMatchOptions {
    double threshold = 0.7;  ///< least estimate of a pair, above 0
    double recall = 0.995;   ///< wanted of pairs at the threshold; plans bands and rows
    std::size_t bands = 0;   ///< with rows: instead of a plan
    std::size_t rows = 0;
    std::span<const std::uint32_t> groups = {};  ///< as in CopyOptions
    unsigned threads = 0;
    Progress progress = {};  ///< stages: candidates, estimating
};

/// The pairs whose estimated Jaccard similarity is at least the threshold, as bands of signatures
/// find them, in the order of their places: no text is looked at. Containments are estimates, too,
/// from that of Jaccard and the shingle counts. Articles of the same words have 1; of more than 64
/// of them those beyond are paired with the first alone.
/// Throws Error{option} for what find_copies() refuses, and when bands keep so few bits that most
/// articles of a set this large would meet by chance.
CopyReport match_signatures(const SignatureSet& set, const SignatureMatchOptions& options,
                            const std::function<void(const CopyPair& pair)>& sink);

/// For `groups` of options: the number of each source in the order of their first article; an
/// article without a source is a group of its own.
[[nodiscard]] std::vector<std::uint32_t> groups_of_sources(
    std::span<const std::string_view> sources);

}  // namespace wirecopy
