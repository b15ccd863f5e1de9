// Signatures from any bytes: they are refused as a format error, or give a signature that
// serialises to the same bytes and compares with itself. The same bytes are then tried with a right
// checksum behind them, which random bytes never have.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.hpp"
#include "fuzz/expect.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/sketch.hpp"

namespace {

using wirecopy::Signature;
using wirecopy::fuzz::expect;

std::optional<Signature> parse(std::string_view bytes) {
    try {
        return Signature::parse(bytes);
    } catch (const wirecopy::Error& error) {
        expect(error.kind() == wirecopy::ErrorKind::format, "a refusal is a format error");
        expect(std::string_view(error.what()).starts_with("signature: "), "it names the signature");
        return std::nullopt;
    }
}

void check(std::string_view bytes) {
    const auto signature = parse(bytes);
    if (!signature) {
        return;
    }
    expect(signature->serialise() == bytes, "the same bytes again");
    wirecopy::require_valid(signature->parameters());
    const auto estimate = wirecopy::estimate_jaccard(*signature, *signature);
    expect(estimate == (signature->empty() ? 0.0 : 1.0), "it resembles itself, or nothing");
    try {
        expect(wirecopy::merge(*signature, *signature) == *signature, "merging it changes nothing");
    } catch (const wirecopy::Error& error) {
        expect(error.kind() == wirecopy::ErrorKind::option, "some do not merge");
    }
}

std::string with_checksum(std::string_view body) {
    std::string bytes(body);
    const auto checksum = wirecopy::base::hash_bytes(body);
    for (unsigned i = 0; i < 8; ++i) {
        bytes.push_back(static_cast<char>(static_cast<unsigned char>(checksum >> (8 * i))));
    }
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check(bytes);
    check(with_checksum(bytes));
    return 0;
}
