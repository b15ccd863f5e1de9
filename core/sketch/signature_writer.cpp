#include <limits>

#include "base/hash.hpp"
#include "sketch/bbit.hpp"
#include "sketch/little_endian.hpp"
#include "sketch/signature_file.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/signatures.hpp"

namespace wirecopy {

struct SignatureWriter::State {
    State(const SignatureParameters& parameters, ByteSink taker)
        : sink(std::move(taker)),
          word_count(sketch::packed_words(parameters.slots, parameters.bits)) {}

    void write_header(const SignatureParameters& parameters) const {
        std::string bytes(signature_file_magic);
        base::append_number(bytes, sketch::file_version, 4);
        base::append_number(bytes, parameters.hash_id, 4);
        base::append_number(bytes, static_cast<std::uint64_t>(parameters.method), 1);
        base::append_number(bytes, static_cast<std::uint64_t>(parameters.unit), 1);
        base::append_number(bytes, parameters.bits, 1);
        base::append_number(bytes, 0, 1);
        base::append_number(bytes, parameters.slots, 4);
        base::append_number(bytes, parameters.width, 4);
        base::append_number(bytes, parameters.seed, 8);
        base::append_number(bytes, base::hash_bytes(bytes), sketch::checksum_bytes);
        sink(bytes);
    }

    void write_block() {
        std::string sizes;
        base::append_number(sizes, payload.size() - sketch::block_header_bytes, 4);
        base::append_number(sizes, in_block, 4);
        payload.replace(sketch::checksum_bytes, sizes.size(), sizes);
        const auto covered = std::string_view(payload).substr(sketch::checksum_bytes);
        std::string checksum;
        base::append_number(checksum, base::hash_bytes(covered, blocks), sketch::checksum_bytes);
        payload.replace(0, checksum.size(), checksum);
        sink(payload);
        ++blocks;
        in_block = 0;
        payload.resize(sketch::block_header_bytes);
    }

    ByteSink sink;
    std::size_t word_count;
    // Room for the header of the block, then its articles.
    std::string payload = std::string(sketch::block_header_bytes, '\0');
    std::uint64_t blocks = 0;
    std::uint64_t in_block = 0;
    std::uint64_t in_all = 0;
};

SignatureWriter::SignatureWriter(const SignatureParameters& parameters, ByteSink sink) {
    require_valid(parameters);
    state_ = std::make_unique<State>(parameters, std::move(sink));
    state_->write_header(parameters);
}
SignatureWriter::~SignatureWriter() = default;
SignatureWriter::SignatureWriter(SignatureWriter&&) noexcept = default;
SignatureWriter& SignatureWriter::operator=(SignatureWriter&&) noexcept = default;

void SignatureWriter::write(const SignedArticle& article, std::span<const std::uint32_t> words) {
    auto& state = *state_;
    if (words.size() != state.word_count) {
        throw Error(ErrorKind::option, "signatures: one of " + std::to_string(words.size()) +
                                           " words was given where the parameters say " +
                                           std::to_string(state.word_count));
    }
    constexpr auto most_bytes = std::numeric_limits<std::uint32_t>::max() / 8;
    for (const auto* text : {&article.id, &article.source, &article.date}) {
        if (text->size() > most_bytes) {
            throw Error(ErrorKind::option, "signatures: an id, source or date of " +
                                               std::to_string(text->size()) +
                                               " bytes does not fit into a file");
        }
        base::append_number(state.payload, text->size(), 4);
    }
    base::append_number(state.payload, article.shingle_count, 4);
    base::append_number(state.payload, article.word_hash, 8);
    state.payload.append(article.id).append(article.source).append(article.date);
    sketch::append_words(state.payload, words);
    ++state.in_block;
    ++state.in_all;
    if (state.payload.size() >= sketch::block_bytes) {
        state.write_block();
    }
}

void SignatureWriter::finish() {
    if (state_->in_block > 0) {
        state_->write_block();
    }
    base::append_number(state_->payload, state_->in_all, 8);
    state_->write_block();
}

}  // namespace wirecopy
