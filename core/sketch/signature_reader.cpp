#include <algorithm>

#include "base/hash.hpp"
#include "base/printable.hpp"
#include "sketch/bbit.hpp"
#include "sketch/little_endian.hpp"
#include "sketch/signature_file.hpp"
#include "sketch/slots.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/signatures.hpp"

namespace wirecopy {

using sketch::number32_at;

struct SignatureReader::State {
    State(std::string called, ByteReader reader)
        : name(std::move(called)), read(std::move(reader)) {
        read_header();
        word_count = sketch::packed_words(parameters.slots, parameters.bits);
    }

    [[noreturn]] void refuse(const std::string& sentence) const {
        throw Error(ErrorKind::format, base::printable(name) + ": " + sentence);
    }

    // Appends so many bytes, or what there is; the memory grows with what comes, not with what is
    // asked for.
    void fetch(std::string& bytes, std::size_t count) {
        while (count > 0) {
            const auto had = bytes.size();
            const auto part = std::min(count, sketch::block_bytes);
            bytes.resize(had + part);
            const auto got = read(std::span(bytes).subspan(had));
            bytes.resize(had + got);
            if (got == 0) {
                return;
            }
            end_byte += got;
            count -= got;
        }
    }

    void read_header() {
        std::string bytes;
        fetch(bytes, sketch::file_header_bytes);
        if (!bytes.starts_with(signature_file_magic)) {
            refuse("it is no file of signatures: it does not begin with \"" +
                   std::string(signature_file_magic) + "\"");
        }
        if (bytes.size() < sketch::file_header_bytes) {
            refuse("it is cut short: it ends at byte " + std::to_string(bytes.size()) +
                   ", inside its header");
        }
        if (const auto version = number32_at(bytes, 8); version != sketch::file_version) {
            refuse("its version is " + std::to_string(version) + ", this program reads version " +
                   std::to_string(sketch::file_version));
        }
        const auto covered =
            std::string_view(bytes).substr(0, bytes.size() - sketch::checksum_bytes);
        if (base::hash_bytes(covered) !=
            base::number_at(bytes, covered.size(), sketch::checksum_bytes)) {
            refuse("it is damaged: the checksum of its header, bytes 0 to " +
                   std::to_string(covered.size() - 1) + ", does not match");
        }
        parameters.hash_id = number32_at(bytes, 12);
        parameters.method = static_cast<SketchMethod>(base::number_at(bytes, 16, 1));
        parameters.unit = static_cast<ShingleUnit>(base::number_at(bytes, 17, 1));
        parameters.bits = static_cast<unsigned>(base::number_at(bytes, 18, 1));
        parameters.slots = number32_at(bytes, 20);
        parameters.width = number32_at(bytes, 24);
        parameters.seed = base::number_at(bytes, 28, 8);
        try {
            require_valid(parameters);
        } catch (const Error& error) {
            refuse(std::string("its header is not valid (") + error.what() + ")");
        }
        if (bytes[19] != 0) {
            refuse("its header is not valid (byte 19 is not 0)");
        }
    }

    void read_block() {
        block_begin = end_byte;
        const auto called = "the block at byte " + std::to_string(block_begin);
        block.clear();
        fetch(block, sketch::block_header_bytes);
        const auto says_size = block.size() == sketch::block_header_bytes;
        const std::size_t size = says_size ? number32_at(block, 8) : 0;
        if (says_size) {
            fetch(block, size);
        }
        if (!says_size || block.size() < sketch::block_header_bytes + size) {
            refuse(
                "it is cut short or damaged: it ends at byte " + std::to_string(end_byte) +
                (end_byte == block_begin ? ", where a block should begin" : ", inside " + called));
        }
        const auto covered = std::string_view(block).substr(sketch::checksum_bytes);
        if (base::hash_bytes(covered, blocks) !=
            base::number_at(block, 0, sketch::checksum_bytes)) {
            refuse("it is damaged: the checksum of " + called + " does not match");
        }
        ++blocks;
        left = number32_at(block, 12);
        at = sketch::block_header_bytes;
        if (left == 0) {
            read_end();
        }
    }

    void read_end() {
        if (block.size() != sketch::block_header_bytes + 8 ||
            base::number_at(block, at, 8) != in_all) {
            refuse("its end, at byte " + std::to_string(block_begin) +
                   ", contradicts what is before it");
        }
        std::string more;
        const auto end = end_byte;
        fetch(more, 1);
        if (!more.empty()) {
            refuse("there is more behind its end, from byte " + std::to_string(end) + " on");
        }
        is_done = true;
    }

    // The checksum is no secret: what it covers must still make sense.
    void read_article(SignedArticle& article, std::vector<std::uint32_t>& words) {
        const auto begin = at;
        const auto contradicts = [&] {
            refuse("the article at byte " + std::to_string(block_begin + begin) +
                   " contradicts its block");
        };
        if (block.size() - at < sketch::article_header_bytes) {
            contradicts();
        }
        const std::size_t id_bytes = number32_at(block, at);
        const std::size_t source_bytes = number32_at(block, at + 4);
        const std::size_t date_bytes = number32_at(block, at + 8);
        article.shingle_count = number32_at(block, at + 12);
        article.word_hash = base::number_at(block, at + 16, 8);
        at += sketch::article_header_bytes;
        if (block.size() - at < id_bytes + source_bytes + date_bytes + 4 * word_count) {
            contradicts();
        }
        for (auto [text, bytes] :
             {std::pair(&article.id, id_bytes), std::pair(&article.source, source_bytes),
              std::pair(&article.date, date_bytes)}) {
            text->assign(block, at, bytes);
            at += bytes;
        }
        words.resize(word_count);
        sketch::read_words(block, at, words);
        at += 4 * word_count;
        const auto used_bits = parameters.slots * parameters.bits % 32;
        const bool stray_bits = used_bits != 0 && (words.back() >> used_bits) != 0;
        const bool false_count =
            parameters.bits == 32 && (article.shingle_count == 0) != sketch::is_empty(words);
        --left;
        if (stray_bits || false_count || (left == 0 && at != block.size())) {
            contradicts();
        }
        ++in_all;
    }

    std::string name;
    ByteReader read;
    SignatureParameters parameters;
    std::size_t word_count = 0;
    std::string block;
    std::size_t at = 0;             // in the block: behind what was given
    std::uint64_t block_begin = 0;  // in the file
    std::uint64_t end_byte = 0;     // in the file: behind what was read
    std::uint64_t blocks = 0;
    std::uint64_t left = 0;  // articles of the block
    std::uint64_t in_all = 0;
    bool is_done = false;
};

SignatureReader::SignatureReader(std::string name, ByteReader bytes)
    : state_(std::make_unique<State>(std::move(name), std::move(bytes))) {}
SignatureReader::~SignatureReader() = default;
SignatureReader::SignatureReader(SignatureReader&&) noexcept = default;
SignatureReader& SignatureReader::operator=(SignatureReader&&) noexcept = default;

const std::string& SignatureReader::name() const noexcept {
    return state_->name;
}

const SignatureParameters& SignatureReader::parameters() const noexcept {
    return state_->parameters;
}

bool SignatureReader::next(SignedArticle& article, std::vector<std::uint32_t>& words) {
    if (state_->left == 0 && !state_->is_done) {
        state_->read_block();
    }
    if (state_->is_done) {
        return false;
    }
    state_->read_article(article, words);
    return true;
}

}  // namespace wirecopy
