#include "engine/index_records.hpp"

#include "base/hash.hpp"
#include "index/packed_text.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

void fields(base::RecordWriter& archive, const IndexCredit& credit) {
    archive(credit.outlet, credit.role == CreditRole::source);
}

void fields(base::RecordReader& archive, IndexCredit& credit) {
    bool is_source = false;
    archive(credit.outlet, is_source);
    credit.role = is_source ? CreditRole::source : CreditRole::side_fact;
}

}  // namespace wirecopy

namespace wirecopy::engine {

namespace {

// The layout of all records and of lookup files, and the hashes that stand in them.
struct Version {
    std::uint32_t format = 2;
    std::uint32_t hashes = base::hash_id;

    friend bool operator==(const Version&, const Version&) = default;
};

void fields(auto& archive, base::Either<Version> auto& version) {
    archive(version.format, version.hashes);
}

void texts(auto& archive, base::Either<Article> auto& article) {
    archive(article.id, article.title, article.source, article.date, article.text);
}

void answering(auto& archive, base::Either<IndexOptions> auto& options) {
    archive(options.base_rate, options.use_credit, options.ngram, options.tables.prior,
            options.tables.model, options.window_days, options.expires, options.most_articles,
            options.epoch_articles);
}

}  // namespace

std::uint64_t content_hash(const Article& article) {
    auto hash = base::hash_bytes(article.text, 1);
    hash = base::mix(hash + base::hash_bytes(article.title, 2));
    hash = base::mix(hash + base::hash_bytes(article.source, 3));
    return base::mix(hash + base::hash_bytes(article.date, 4));
}

std::string pack(const Article& article) {
    base::RecordWriter out;
    texts(out, article);
    return index::pack(out.take());
}

Article unpack(std::string_view packed) {
    const auto bytes = index::unpack(packed);
    base::RecordReader in(bytes);
    Article article;
    texts(in, article);
    in.end();
    return article;
}

std::string to_bytes(const IndexOptions& options) {
    base::RecordWriter out;
    out(Version());
    answering(out, options);
    return out.take();
}

IndexOptions parse_options(std::string_view bytes) {
    base::RecordReader in(bytes);
    Version version;
    in(version);
    if (version != Version()) {
        throw Error(ErrorKind::format,
                    "index: it has format " + std::to_string(version.format) + "." +
                        std::to_string(version.hashes) + ", this program reads " +
                        std::to_string(Version().format) + "." + std::to_string(Version().hashes));
    }
    IndexOptions options;
    answering(in, options);
    in.end();
    return options;
}

}  // namespace wirecopy::engine
