#include "report/figure_text.hpp"

#include <array>
#include <cmath>
#include <cstdint>

#include "report/score_text.hpp"

namespace wirecopy::report {

namespace {

std::uint64_t rounded_millionths(double size) {
    return static_cast<std::uint64_t>(std::nearbyint(size * 1e6));
}

std::string sign_of(double figure, std::uint64_t size) {
    return figure < 0 && size > 0 ? "-" : "";
}

}  // namespace

std::string figure_text(std::optional<double> figure) {
    if (!figure) {
        return "";
    }
    const auto size = rounded_millionths(std::abs(*figure));
    std::array<char, longest_score> text{};
    char* const end = write_score(size, text.data());
    return sign_of(*figure, size).append(text.data(), end);
}

std::string short_figure(std::optional<double> figure, unsigned decimals) {
    if (!figure) {
        return "-";
    }
    const auto size = rounded_millionths(std::abs(*figure));
    return sign_of(*figure, size) + short_score(size, decimals, *figure >= 0 && *figure <= 1);
}

}  // namespace wirecopy::report
