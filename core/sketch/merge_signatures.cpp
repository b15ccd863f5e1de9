// Files of signatures put together: one behind the other, in a file or in memory.

#include <iterator>
#include <unordered_map>

#include "base/hash.hpp"
#include "base/printable.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/signatures.hpp"

namespace wirecopy {

namespace {

void require_same(const SignatureReader& first, const SignatureReader& other) {
    try {
        require_same(first.parameters(), other.parameters());
    } catch (const Error& error) {
        throw Error(ErrorKind::parameters, base::printable(first.name()) + " and " +
                                               base::printable(other.name()) + ": " + error.what());
    }
}

// Which file an id was in. Ids are known by 128 bits of hash: of a thousand million ids two share
// them once in 10^20 runs, and no text of theirs is kept.
class IdFiles {
public:
    // The file that had the id before, or `file` when none had.
    std::size_t add(const std::string& id, std::size_t file, bool& is_new) {
        const auto [found, inserted] = files_.try_emplace(
            Key{base::hash_bytes(id), base::hash_bytes(id, 1)}, static_cast<std::uint32_t>(file));
        is_new = inserted;
        return found->second;
    }

private:
    struct Key {
        std::uint64_t first;
        std::uint64_t second;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct FirstHalf {
        std::size_t operator()(const Key& key) const noexcept {
            return static_cast<std::size_t>(key.first);
        }
    };
    std::unordered_map<Key, std::uint32_t, FirstHalf> files_;  // asked, never walked
};

// Every article of every file, in order.
void for_all(
    std::span<SignatureReader> files,
    const std::function<void(SignedArticle& article, std::span<const std::uint32_t> words)>& take) {
    for (const auto& file : files) {
        require_same(files.front(), file);
    }
    IdFiles ids;
    SignedArticle article;
    std::vector<std::uint32_t> words;
    for (std::size_t file = 0; file < files.size(); ++file) {
        while (files[file].next(article, words)) {
            bool is_new = false;
            const auto first = ids.add(article.id, file, is_new);
            if (!is_new) {
                throw Error(ErrorKind::input,
                            base::printable(files[file].name()) + ": the id " +
                                (article.id.empty() ? "\"\"" : base::printable(article.id)) +
                                " is in " +
                                (first == file ? std::string("it twice")
                                               : base::printable(files[first].name()) + " too"));
            }
            take(article, words);
        }
    }
}

}  // namespace

std::uint64_t merge_signatures(std::span<SignatureReader> files, const ByteSink& sink) {
    if (files.empty()) {
        throw Error(ErrorKind::option, "signatures: there is no file to merge");
    }
    SignatureWriter writer(files.front().parameters(), sink);
    std::uint64_t count = 0;
    for_all(files, [&](const SignedArticle& article, std::span<const std::uint32_t> words) {
        writer.write(article, words);
        ++count;
    });
    writer.finish();
    return count;
}

SignatureSet read_signatures(std::span<SignatureReader> files) {
    SignatureSet set;
    if (!files.empty()) {
        set.parameters = files.front().parameters();
    }
    for_all(files, [&](SignedArticle& article, std::span<const std::uint32_t> words) {
        set.articles.push_back(std::move(article));
        set.words.insert(set.words.end(), words.begin(), words.end());
    });
    return set;
}

void append(SignatureSet& set, SignatureSet&& other) {
    require_same(set.parameters, other.parameters);
    set.articles.insert(set.articles.end(), std::make_move_iterator(other.articles.begin()),
                        std::make_move_iterator(other.articles.end()));
    set.words.insert(set.words.end(), other.words.begin(), other.words.end());
}

}  // namespace wirecopy
