#include "tape/scan.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tape/scan_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace wirecopy::tape::HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR
void scan_blocks(const char* text, std::size_t blocks, char* lowered, BlockMasks* masks) {
    for (std::size_t block = 0; block < blocks; ++block) {
        scan_ascii_plain({text + block * block_bytes, block_bytes}, lowered + block * block_bytes,
                         masks + block);
    }
}
#else
namespace hn = hwy::HWY_NAMESPACE;

void scan_blocks(const char* text, std::size_t blocks, char* lowered, BlockMasks* masks) {
    const hn::CappedTag<std::uint8_t, block_bytes> d;
    using Vector = hn::Vec<decltype(d)>;
    const std::size_t lanes = hn::Lanes(d);
    const Vector case_bit = hn::Set(d, 0x20);
    const Vector lower_a = hn::Set(d, 'a');
    const Vector upper_a = hn::Set(d, 'A');
    const Vector zero = hn::Set(d, '0');
    const Vector letters = hn::Set(d, 25);
    const Vector digits = hn::Set(d, 9);
    const Vector connector = hn::Set(d, '_');
    const Vector top_bit = hn::Set(d, 0x80);
    // x <= limit for unsigned bytes, in one minimum and one comparison.
    const auto at_most = [](Vector x, Vector limit) { return hn::Eq(hn::Min(x, limit), x); };
    for (std::size_t block = 0; block < blocks; ++block) {
        std::array<std::uint8_t, 8> word_bits{};
        std::array<std::uint8_t, 8> beyond_bits{};
        for (std::size_t lane = 0; lane < block_bytes; lane += lanes) {
            const std::size_t at = block * block_bytes + lane;
            const Vector bytes = hn::LoadU(d, reinterpret_cast<const std::uint8_t*>(text) + at);
            const auto is_upper = at_most(hn::Sub(bytes, upper_a), letters);
            const Vector low = hn::Or(bytes, hn::IfThenElseZero(is_upper, case_bit));
            hn::StoreU(low, d, reinterpret_cast<std::uint8_t*>(lowered) + at);
            const auto is_letter = at_most(hn::Sub(low, lower_a), letters);
            const auto is_digit = at_most(hn::Sub(bytes, zero), digits);
            const auto is_word = hn::Or(hn::Or(is_letter, is_digit), hn::Eq(bytes, connector));
            hn::StoreMaskBits(d, is_word, word_bits.data() + lane / 8);
            hn::StoreMaskBits(d, hn::TestBit(bytes, top_bit), beyond_bits.data() + lane / 8);
        }
        std::memcpy(&masks[block].word, word_bits.data(), 8);
        std::memcpy(&masks[block].beyond_ascii, beyond_bits.data(), 8);
    }
}
#endif

}  // namespace wirecopy::tape::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wirecopy::tape {

HWY_EXPORT(scan_blocks);

void scan_ascii(std::string_view text, char* lowered, BlockMasks* masks) {
    const std::size_t whole_blocks = text.size() / block_bytes;
    const std::size_t rest = text.size() % block_bytes;
    HWY_DYNAMIC_DISPATCH(scan_blocks)(text.data(), whole_blocks, lowered, masks);
    char* end = lowered + whole_blocks * block_bytes;
    if (rest != 0) {
        std::array<char, block_bytes> last{};
        std::memcpy(last.data(), text.data() + whole_blocks * block_bytes, rest);
        HWY_DYNAMIC_DISPATCH(scan_blocks)(last.data(), 1, end, masks + whole_blocks);
        end += block_bytes;
    }
    std::fill(end, lowered + text.size() + scan_padding_bytes, '\0');
}

void scan_ascii_plain(std::string_view text, char* lowered, BlockMasks* masks) {
    std::fill_n(masks, (text.size() + block_bytes - 1) / block_bytes, BlockMasks{0, 0});
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool is_upper = byte >= 'A' && byte <= 'Z';
        const auto low = static_cast<unsigned char>(is_upper ? byte | 0x20U : byte);
        const bool is_word =
            (low >= 'a' && low <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
        masks[i / block_bytes].word |= std::uint64_t{is_word} << (i % block_bytes);
        masks[i / block_bytes].beyond_ascii |= std::uint64_t{byte >= 0x80} << (i % block_bytes);
        lowered[i] = static_cast<char>(low);
    }
}

}  // namespace wirecopy::tape
#endif
