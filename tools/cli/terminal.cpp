#include "terminal.hpp"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <clocale>
#include <cstdlib>
#include <string_view>

namespace wirecopy::cli {

namespace {

constexpr std::size_t default_width = 80;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : value;
}

std::size_t terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    const auto columns = environment("COLUMNS");
    std::size_t width = 0;
    const auto parsed = std::from_chars(columns.data(), columns.data() + columns.size(), width);
    return parsed.ec == std::errc{} && width >= 20 ? width : default_width;
}

ColourMode colours_of_terminal() {
    const auto colour_term = environment("COLORTERM");
    if (colour_term == "truecolor" || colour_term == "24bit") {
        return ColourMode::truecolour;
    }
    const bool has_256 = environment("TERM").find("256color") != std::string_view::npos;
    return has_256 ? ColourMode::ansi256 : ColourMode::ansi16;
}

ColourMode colours(ColourChoice choice) {
    if (choice == ColourChoice::always) {
        return colours_of_terminal();
    }
    const bool wanted = choice == ColourChoice::automatic && is_terminal(STDOUT_FILENO) &&
                        environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    return wanted ? colours_of_terminal() : ColourMode::none;
}

bool locale_is_utf8() {
    std::setlocale(LC_CTYPE, "");
    return std::string_view(nl_langinfo(CODESET)) == "UTF-8";
}

}  // namespace

bool is_terminal(int descriptor) noexcept {
    return isatty(descriptor) == 1;
}

TerminalStyle style_of(const std::string& output, const Appearance& wish) {
    TerminalStyle style;
    const bool to_terminal = output == "-" && is_terminal(STDOUT_FILENO);
    style.width_columns = wish.width_columns.value_or(terminal_width());
    style.colour = to_terminal || wish.colour == ColourChoice::always ? colours(wish.colour)
                                                                      : ColourMode::none;
    style.unicode = !wish.ascii && locale_is_utf8();
    return style;
}

}  // namespace wirecopy::cli
