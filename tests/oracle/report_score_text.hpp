// A score as text the plain way: the C library's six decimals without the zeros at the end. The
// slow twin of report/score_text.

#pragma once

#include <array>
#include <cstdio>
#include <string>

namespace wirecopy::oracle {

inline std::string score_text(float score) {
    std::array<char, 32> buffer{};
    const auto length =
        std::snprintf(buffer.data(), buffer.size(), "%.6f", static_cast<double>(score));
    std::string text(buffer.data(), static_cast<std::size_t>(length));
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

}  // namespace wirecopy::oracle
