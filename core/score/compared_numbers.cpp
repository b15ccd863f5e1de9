#include "score/compared_numbers.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>

#include "score/figures.hpp"
#include "score/shared_matter.hpp"

namespace wirecopy::score {

namespace {

constexpr std::size_t most_rivals = 8;

// What the words around two numbers must tell together, in nats: where each article counts one
// thing alone by the word, and where two words or more are shared.
constexpr double counted_once_nats = 3;
constexpr double context_nats = 4;
constexpr double never_nats = std::numeric_limits<double>::infinity();

enum class Fate : std::uint8_t { own, shared, contradicted };

// A value of an article: its figures, [begin, end), and what becomes of it.
struct Value {
    std::size_t begin;
    std::size_t end;
    Fate fate = Fate::own;
};

struct Numbers {
    const Reading& reading;
    std::vector<Figure> figures;        // by term
    std::vector<Value> values;          // by term
    std::vector<std::size_t> value_of;  // one a figure

    [[nodiscard]] const Figure& first(const Value& value) const { return figures[value.begin]; }
    [[nodiscard]] Mention mention(const Value& value) const {
        std::vector<Place> places;
        for (auto i = value.begin; i < value.end; ++i) {
            places.push_back(figures[i].place);
        }
        return reading.mention(places);
    }
};

Numbers numbers_of(const Reading& reading) {
    Numbers numbers{reading, read_figures(reading), {}, {}};
    for (std::size_t i = 0; i < numbers.figures.size(); ++i) {
        if (i == 0 || numbers.figures[i].term != numbers.figures[i - 1].term) {
            numbers.values.push_back({i, i});
        }
        ++numbers.values.back().end;
        numbers.value_of.push_back(numbers.values.size() - 1);
    }
    return numbers;
}

std::vector<Evidence> take_shared(Numbers& a, Numbers& b) {
    std::vector<Evidence> shared;
    for (auto& value : a.values) {
        const auto& figure = a.first(value);
        const auto other = std::ranges::lower_bound(
            b.values, figure.term, {}, [&](const Value& one) { return b.first(one).term; });
        if (other != b.values.end() && b.first(*other).term == figure.term) {
            value.fate = other->fate = Fate::shared;
            shared.push_back(
                {a.mention(value), b.mention(*other), std::min(figure.nats, b.first(*other).nats)});
        }
    }
    return shared;
}

// Figures that count something and whose value nobody else has, by what they count.
std::vector<std::size_t> own_figures(const Numbers& numbers) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < numbers.figures.size(); ++i) {
        const bool is_own = numbers.values[numbers.value_of[i]].fate == Fate::own;
        if (is_own && numbers.figures[i].counted != 0) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return numbers.figures[i].counted; });
    return order;
}

// The terms that one value alone is counted by, ascending.
std::vector<std::uint32_t> counted_once(const Numbers& numbers) {
    std::vector<std::pair<std::uint32_t, std::size_t>> counted;
    for (std::size_t i = 0; i < numbers.figures.size(); ++i) {
        counted.emplace_back(numbers.figures[i].counted, numbers.value_of[i]);
    }
    std::ranges::sort(counted);
    counted.erase(std::unique(counted.begin(), counted.end()), counted.end());
    std::vector<std::uint32_t> once;
    for (std::size_t i = 0; i < counted.size(); ++i) {
        const auto term = counted[i].first;
        const bool is_first = i == 0 || counted[i - 1].first != term;
        const bool is_last = i + 1 == counted.size() || counted[i + 1].first != term;
        if (is_first && is_last) {
            once.push_back(term);
        }
    }
    return once;
}

struct SharedContext {
    std::size_t words = 0;
    double nats = 0;
};

SharedContext shared_context(const Figure& a, const Figure& b) {
    SharedContext shared;
    for (const auto& word : a.context) {
        const auto found = std::ranges::find(b.context, word.term, &ContextWord::term);
        if (found != b.context.end()) {
            ++shared.words;
            shared.nats += std::min(word.nats, found->nats);
        }
    }
    return shared;
}

struct Rivals {
    std::size_t a;  // figures
    std::size_t b;
    double nats;
};

// The strongest first.
std::vector<Rivals> find_rivals(const Numbers& a, const Numbers& b) {
    const auto own_b = own_figures(b);
    const auto once_a = counted_once(a);
    const auto once_b = counted_once(b);
    const auto needed_nats = [&](std::size_t words, std::uint32_t counted) {
        const bool is_once = std::ranges::binary_search(once_a, counted) &&
                             std::ranges::binary_search(once_b, counted);
        return is_once ? counted_once_nats : words > 1 ? context_nats : never_nats;
    };
    std::vector<Rivals> rivals;
    for (const auto i : own_figures(a)) {
        const auto& figure = a.figures[i];
        auto near = std::ranges::lower_bound(own_b, figure.counted, {},
                                             [&](std::size_t j) { return b.figures[j].counted; });
        for (std::size_t tried = 0; tried < most_rivals && near != own_b.end(); ++tried, ++near) {
            const auto& other = b.figures[*near];
            if (other.counted != figure.counted || other.kind != figure.kind) {
                continue;
            }
            const auto shared = shared_context(figure, other);
            if (shared.nats >= needed_nats(shared.words, figure.counted)) {
                rivals.push_back({i, *near, shared.nats});
            }
        }
    }
    std::ranges::sort(rivals, {}, [&](const Rivals& pair) {
        return std::tuple(-pair.nats, a.figures[pair.a].place.begin, b.figures[pair.b].place.begin);
    });
    return rivals;
}

std::vector<Evidence> take_conflicts(Numbers& a, Numbers& b) {
    std::vector<Evidence> conflicts;
    for (const auto& pair : find_rivals(a, b)) {
        auto& value_a = a.values[a.value_of[pair.a]];
        auto& value_b = b.values[b.value_of[pair.b]];
        if (value_a.fate == Fate::own && value_b.fate == Fate::own) {
            value_a.fate = value_b.fate = Fate::contradicted;
            const auto& figure_a = a.figures[pair.a];
            const auto& figure_b = b.figures[pair.b];
            conflicts.push_back({a.reading.mention(figure_a.place),
                                 b.reading.mention(figure_b.place),
                                 std::min(figure_a.nats, figure_b.nats)});
        }
    }
    return conflicts;
}

}  // namespace

EvidenceLists compared_numbers(const Reading& a, const Reading& b) {
    auto numbers_a = numbers_of(a);
    auto numbers_b = numbers_of(b);
    EvidenceLists lists;
    lists.shared = take_shared(numbers_a, numbers_b);
    lists.conflicting = take_conflicts(numbers_a, numbers_b);
    for (const auto& value : numbers_a.values) {
        if (value.fate == Fate::own) {
            lists.only_a.push_back({numbers_a.mention(value), {}, numbers_a.first(value).nats});
        }
    }
    for (const auto& value : numbers_b.values) {
        if (value.fate == Fate::own) {
            lists.only_b.push_back({{}, numbers_b.mention(value), numbers_b.first(value).nats});
        }
    }
    for (auto* list : {&lists.shared, &lists.conflicting, &lists.only_a, &lists.only_b}) {
        put_heaviest_first(*list);
    }
    return lists;
}

}  // namespace wirecopy::score
