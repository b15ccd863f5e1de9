// The lasting form of a signature, every number little-endian:
//
//   offset  bytes  what
//        0      8  magic "wcsignat"
//        8      4  version of this form, 1
//       12      4  hash_id
//       16      1  method: 0 minhash, 1 one_permutation, 2 one_permutation_densified
//       17      1  unit: 0 word, 1 character
//       18      1  bits
//       19      1  1 when the article had no features, else 0
//       20      4  slots
//       24      4  width
//       28      8  seed
//       36    4 n  words, n = slots x bits / 32 rounded up
//   36+4 n      8  checksum of all bytes before it

#include <algorithm>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "sketch/bbit.hpp"
#include "sketch/little_endian.hpp"
#include "sketch/slots.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy {

namespace {

using base::append_number;
using base::number_at;
using sketch::number32_at;

constexpr std::string_view magic = "wcsignat";
constexpr std::uint32_t version = 1;
constexpr std::size_t header_bytes = 36;
constexpr std::size_t checksum_bytes = 8;

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::format, "signature: " + sentence);
}

// What comes before the words. Requires: bytes.size() >= header_bytes.
SignatureParameters parse_parameters(std::string_view bytes) {
    SignatureParameters parameters;
    parameters.hash_id = number32_at(bytes, 12);
    parameters.method = static_cast<SketchMethod>(number_at(bytes, 16, 1));
    parameters.unit = static_cast<ShingleUnit>(number_at(bytes, 17, 1));
    parameters.bits = static_cast<unsigned>(number_at(bytes, 18, 1));
    parameters.slots = number32_at(bytes, 20);
    parameters.width = number32_at(bytes, 24);
    parameters.seed = number_at(bytes, 28, 8);
    try {
        require_valid(parameters);
    } catch (const Error& error) {
        refuse(std::string("its header is not valid (") + error.what() + ")");
    }
    return parameters;
}

void require_whole(std::string_view bytes) {
    if (!bytes.starts_with(magic)) {
        refuse("it does not begin with \"" + std::string(magic) + "\"");
    }
    if (bytes.size() < header_bytes + checksum_bytes) {
        refuse("it ends inside its header, after " + std::to_string(bytes.size()) + " bytes");
    }
    if (const auto found = number32_at(bytes, magic.size()); found != version) {
        refuse("its version is " + std::to_string(found) + ", this program reads version " +
               std::to_string(version));
    }
}

}  // namespace

std::string Signature::serialise() const {
    std::string bytes(magic);
    bytes.reserve(header_bytes + 4 * words_.size() + checksum_bytes);
    append_number(bytes, version, 4);
    append_number(bytes, parameters_.hash_id, 4);
    append_number(bytes, static_cast<std::uint64_t>(parameters_.method), 1);
    append_number(bytes, static_cast<std::uint64_t>(parameters_.unit), 1);
    append_number(bytes, parameters_.bits, 1);
    append_number(bytes, empty_ ? 1 : 0, 1);
    append_number(bytes, parameters_.slots, 4);
    append_number(bytes, parameters_.width, 4);
    append_number(bytes, parameters_.seed, 8);
    sketch::append_words(bytes, words_);
    append_number(bytes, base::hash_bytes(bytes), checksum_bytes);
    return bytes;
}

Signature Signature::parse(std::string_view bytes) {
    require_whole(bytes);
    Signature signature;
    signature.parameters_ = parse_parameters(bytes);
    const auto [slots, bits] = std::pair(signature.parameters_.slots, signature.parameters_.bits);
    const auto word_count = sketch::packed_words(slots, bits);
    const auto expected = header_bytes + 4 * word_count + checksum_bytes;
    if (bytes.size() != expected) {
        refuse("it has " + std::to_string(bytes.size()) + " bytes where its header says " +
               std::to_string(expected));
    }
    const auto body = bytes.substr(0, bytes.size() - checksum_bytes);
    if (base::hash_bytes(body) != number_at(bytes, body.size(), checksum_bytes)) {
        refuse("its checksum does not match: it is damaged");
    }
    signature.words_.resize(word_count);
    sketch::read_words(bytes, header_bytes, signature.words_);
    const auto mark = number_at(bytes, 19, 1);
    signature.empty_ = mark == 1;
    // The checksum is no secret: what it covers must still make sense.
    const auto used_bits = slots * bits % 32;
    const bool stray_bits = used_bits != 0 && (signature.words_.back() >> used_bits) != 0;
    const bool false_mark = bits == 32 && signature.empty_ != sketch::is_empty(signature.words_);
    if (mark > 1 || stray_bits || false_mark) {
        refuse("its slots contradict its header");
    }
    return signature;
}

}  // namespace wirecopy
