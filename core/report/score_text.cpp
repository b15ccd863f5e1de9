#include "report/score_text.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cstring>

namespace wirecopy::report {

namespace {

// Three digits, and how many of them are left without the zeros at the end.
struct Digits {
    std::array<char, 3> text{};
    std::uint8_t significant = 0;
};

constexpr std::array<Digits, 1000> make_digits() {
    std::array<Digits, 1000> table{};
    for (std::size_t number = 0; number < table.size(); ++number) {
        auto& digits = table[number];
        digits.text = {static_cast<char>('0' + number / 100),
                       static_cast<char>('0' + number / 10 % 10),
                       static_cast<char>('0' + number % 10)};
        digits.significant = number == 0 ? 0 : number % 10 != 0 ? 3 : number % 100 != 0 ? 2 : 1;
    }
    return table;
}

constexpr auto digits_of = make_digits();

}  // namespace

char* write_score(std::uint64_t millionths, char* out) noexcept {
    constexpr std::uint64_t million = 1'000'000;
    if (millionths < million) {
        *out++ = '0';
    } else {
        out = std::to_chars(out, out + longest_score, millionths / million).ptr;
        millionths %= million;
    }
    if (millionths == 0) {
        return out;
    }
    *out++ = '.';
    const auto& thousandths = digits_of[millionths / 1000];
    const auto& rest = digits_of[millionths % 1000];
    // Both groups are written whole and the end is set back: no branch depends on the digits.
    std::memcpy(out, thousandths.text.data(), 3);
    std::memcpy(out + 3, rest.text.data(), 3);
    return out + (rest.significant == 0 ? thousandths.significant : 3U + rest.significant);
}

std::string short_score(std::uint64_t millionths, unsigned decimals, bool bounded) {
    assert(decimals <= 6);
    constexpr std::array<std::uint64_t, 7> powers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
    constexpr std::uint64_t million = 1'000'000;
    if (millionths == 0 || (bounded && millionths == million)) {
        return millionths == 0 ? "0" : "1";
    }
    const auto one = powers[decimals];
    const auto step = million / one;
    auto rounded = (millionths + step / 2) / step;
    if (bounded && millionths < million && rounded == one) {
        rounded = one - 1;
    }
    const auto whole = rounded / one;
    std::string text = whole == 0 && decimals > 0 ? "" : std::to_string(whole);
    if (decimals > 0) {
        const auto fraction = std::to_string(rounded % one);
        text += '.' + std::string(decimals - fraction.size(), '0') + fraction;
    }
    return text;
}

}  // namespace wirecopy::report
