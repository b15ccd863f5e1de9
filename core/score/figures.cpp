#include "score/figures.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "tape/token.hpp"

namespace wirecopy::score {

namespace {

// How many content words before a figure and behind it are its context.
constexpr std::size_t context_before = 2;
constexpr std::size_t context_behind = 3;

FigureKind kind_of(std::uint32_t term, std::uint8_t flags) {
    static constexpr auto weekdays = [] {
        std::array<std::uint32_t, 7> terms{};
        for (std::uint32_t i = 0; i < terms.size(); ++i) {
            terms[i] = tape::make_term(tape::TermKind::weekday, i + 1);
        }
        return terms;
    }();
    static constexpr auto months = [] {
        std::array<std::uint32_t, 12> terms{};
        for (std::uint32_t i = 0; i < terms.size(); ++i) {
            terms[i] = tape::make_term(tape::TermKind::date, std::uint64_t{i + 1} * 32);
        }
        return terms;
    }();
    if ((flags & term_date) == 0) {
        return FigureKind::number;
    }
    const auto is_one_of = [&](const auto& terms) {
        return std::ranges::find(terms, term) != terms.end();
    };
    return is_one_of(weekdays) ? FigureKind::weekday
           : is_one_of(months) ? FigureKind::month
                               : FigureKind::date;
}

// Where the currency sign begins that stands right before a number.
std::uint32_t begin_with_currency(std::string_view text, std::uint32_t begin) {
    using namespace std::string_view_literals;
    for (const auto sign : {"$"sv, "€"sv, "£"sv, "¥"sv, "₽"sv, "₹"sv, "₩"sv, "₺"sv, "₴"sv}) {
        if (text.substr(0, begin).ends_with(sign)) {
            return begin - static_cast<std::uint32_t>(sign.size());
        }
    }
    return begin;
}

std::uint32_t end_with_percent(std::string_view text, std::uint32_t end) {
    for (const std::string_view sign : {"%", " %", "\u00A0%", "\u202F%"}) {
        if (text.substr(end).starts_with(sign)) {
            return end + static_cast<std::uint32_t>(sign.size());
        }
    }
    return end;
}

bool joins_unit(std::string_view gap) {
    return gap == " " || gap == "-" || gap == "\u00A0" || gap == "\u202F";
}

class FigureReader {
public:
    explicit FigureReader(const Reading& reading) : reading_(reading) {}

    [[nodiscard]] std::vector<Figure> read() const {
        std::vector<Figure> figures;
        const auto content = reading_.content();
        for (std::size_t at = 0; at < content.size(); ++at) {
            if (is_figure(content[at])) {
                figures.push_back(figure_at(at));
            }
        }
        std::ranges::stable_sort(figures, {}, &Figure::term);
        return figures;
    }

private:
    [[nodiscard]] bool is_figure(std::uint32_t i) const {
        return (reading_.tape().flags[i] & (term_number | term_date)) != 0;
    }

    // The content word `step` places from `at`, if it is in the same sentence and no figure.
    [[nodiscard]] const std::uint32_t* word_near(std::size_t at, std::ptrdiff_t step) const {
        const auto content = reading_.content();
        const auto other = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + step);
        const bool is_near = other < content.size() && reading_.sentence_of()[content[other]] ==
                                                           reading_.sentence_of()[content[at]];
        return is_near && !is_figure(content[other]) ? &content[other] : nullptr;
    }

    [[nodiscard]] Figure figure_at(std::size_t at) const {
        const auto& tape = reading_.tape();
        const auto i = reading_.content()[at];
        Figure figure;
        figure.term = tape.terms[i];
        figure.kind = kind_of(figure.term, tape.flags[i]);
        figure.nats = reading_.nats(i);
        figure.place = {begin_with_currency(reading_.text(), tape.places[i].begin),
                        end_with_percent(reading_.text(), tape.places[i].end)};
        const auto add = [&](std::ptrdiff_t step) {
            if (const auto* word = word_near(at, step)) {
                figure.context.push_back({tape.terms[*word], reading_.nats(*word)});
            }
        };
        for (std::size_t step = 1; step <= context_before; ++step) {
            add(-static_cast<std::ptrdiff_t>(step));
        }
        for (std::size_t step = 1; step <= context_behind; ++step) {
            add(static_cast<std::ptrdiff_t>(step));
        }
        if (const auto* next = word_near(at, 1)) {
            figure.counted = tape.terms[*next];
            const auto behind = tape.places[*next];
            // In a script without spaces the words overlap; the p of "6:42 p.m." counts nothing.
            const bool is_word = behind.begin >= figure.place.end && behind.end - behind.begin > 1;
            if (figure.kind == FigureKind::number && is_word &&
                joins_unit(reading_.bytes({figure.place.end, behind.begin}))) {
                figure.place.end = behind.end;
            }
        }
        return figure;
    }

    const Reading& reading_;
};

}  // namespace

std::vector<Figure> read_figures(const Reading& reading) {
    return FigureReader(reading).read();
}

}  // namespace wirecopy::score
