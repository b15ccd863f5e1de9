#include "score/compared_names.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <tuple>

#include "score/shared_matter.hpp"
#include "score/term_places.hpp"

namespace wirecopy::score {

namespace {

constexpr std::size_t most_holders = 16;
constexpr std::size_t most_candidates = 64;
constexpr double same_share = 0.5;
constexpr double told_share = 0.6;

struct Part {
    std::uint32_t term;
    double nats;
};

struct Name {
    std::vector<Part> parts;  // by term, distinct
    std::uint32_t last_term = 0;
    Place fullest;
    std::vector<Place> places;
    double nats = 0;

    [[nodiscard]] const Part* part(std::uint32_t term) const {
        const auto found = std::ranges::lower_bound(parts, term, {}, &Part::term);
        return found != parts.end() && found->term == term ? &*found : nullptr;
    }
    // Whether `other` is this name in short: "Putin" of "Vladimir Putin", but not "Taiwan" of
    // "Taiwan Strait".
    [[nodiscard]] bool has_short_form(const Name& other) const {
        return (last_term == other.last_term || other.nats >= same_share * nats) &&
               std::ranges::all_of(other.parts,
                                   [&](const Part& one) { return part(one.term) != nullptr; });
    }
};

// The names of an article that hold a term, the first few of them.
class Holders {
public:
    void add(const Name& name, std::size_t index) {
        for (const auto& part : name.parts) {
            auto& held = by_term_[part.term];
            if (held.size() < most_holders) {
                held.push_back(index);
            }
        }
    }
    [[nodiscard]] std::span<const std::size_t> of(std::uint32_t term) const {
        const auto found = by_term_.find(term);
        return found == by_term_.end() ? std::span<const std::size_t>()
                                       : std::span<const std::size_t>(found->second);
    }

private:
    std::map<std::uint32_t, std::vector<std::size_t>> by_term_;
};

Name name_of(const Reading& reading, std::size_t first, std::size_t last, Place place) {
    Name name;
    const auto& tape = reading.tape();
    for (auto i = first; i <= last; ++i) {
        if ((tape.flags[i] & term_name) != 0 &&
            (tape.flags[i] & (term_stop_word | term_run)) == 0) {
            name.parts.push_back({tape.terms[i], reading.nats(i)});
            name.last_term = tape.terms[i];
        }
    }
    std::ranges::sort(name.parts, {}, &Part::term);
    const auto one_term = [](const Part& a, const Part& b) { return a.term == b.term; };
    name.parts.erase(std::unique(name.parts.begin(), name.parts.end(), one_term), name.parts.end());
    for (const auto& part : name.parts) {
        name.nats += part.nats;
    }
    name.fullest = place;
    name.places.push_back(place);
    return name;
}

// Every name where it stands: runs, and single names that are in none.
std::vector<Name> read_mentions(const Reading& reading) {
    const auto& tape = reading.tape();
    std::vector<Name> mentions;
    std::size_t next = 0;  // behind the last run
    const auto take_singles = [&](std::size_t end) {
        for (; next < end; ++next) {
            auto name = name_of(reading, next, next, tape.places[next]);
            if (!name.parts.empty()) {
                mentions.push_back(std::move(name));
            }
        }
    };
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if ((tape.flags[i] & term_run) != 0) {
            auto first = i;
            while (first > next && tape.places[first - 1].begin >= tape.places[i].begin) {
                --first;
            }
            take_singles(first);
            auto name = name_of(reading, first, i - 1, tape.places[i]);
            if (!name.parts.empty()) {
                mentions.push_back(std::move(name));
            }
            next = i + 1;
        }
    }
    take_singles(tape.size());
    return mentions;
}

// Each name once, in its fullest form, with the places of its shorter forms too.
std::vector<Name> names_of(const Reading& reading) {
    auto mentions = read_mentions(reading);
    std::ranges::stable_sort(mentions, std::greater<>(),
                             [](const Name& name) { return name.parts.size(); });
    std::vector<Name> names;
    Holders holders;
    for (auto& mention : mentions) {
        const auto near = holders.of(mention.last_term);
        const auto fuller = std::ranges::find_if(
            near, [&](std::size_t index) { return names[index].has_short_form(mention); });
        if (fuller != near.end()) {
            names[*fuller].places.push_back(mention.places.front());
        } else {
            holders.add(mention, names.size());
            names.push_back(std::move(mention));
        }
    }
    for (auto& name : names) {
        std::ranges::sort(name.places, {}, &Place::begin);
    }
    return names;
}

struct Match {
    std::size_t a;
    std::size_t b;
    double nats;
};

double shared_nats(const Name& a, const Name& b) {
    double sum = 0;
    for (const auto& part : a.parts) {
        const auto* other = b.part(part.term);
        sum += other == nullptr ? 0 : std::min(part.nats, other->nats);
    }
    return sum;
}

bool is_same(const Name& a, const Name& b, double shared) {
    return (a.last_term == b.last_term && shared >= same_share * std::min(a.nats, b.nats)) ||
           shared >= same_share * std::max(a.nats, b.nats);
}

std::vector<Match> find_matches(const std::vector<Name>& a, const std::vector<Name>& b) {
    Holders holders;
    for (std::size_t j = 0; j < b.size(); ++j) {
        holders.add(b[j], j);
    }
    std::vector<Match> matches;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::vector<std::size_t> candidates;
        for (const auto& part : a[i].parts) {
            const auto held = holders.of(part.term);
            candidates.insert(candidates.end(), held.begin(), held.end());
            if (candidates.size() > most_candidates) {
                break;
            }
        }
        std::ranges::sort(candidates);
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        for (const auto j : candidates) {
            const double shared = shared_nats(a[i], b[j]);
            if (is_same(a[i], b[j], shared)) {
                matches.push_back({i, j, shared});
            }
        }
    }
    std::ranges::sort(matches, {},
                      [](const Match& match) { return std::tuple(-match.nats, match.a, match.b); });
    return matches;
}

Mention mention_of(const Reading& reading, const Name& name) {
    auto mention = reading.mention(name.places);
    mention.text = reading.bytes(name.fullest);
    return mention;
}

// Whether the other article has the words of a name for the most part, as names or not.
bool is_told(const Name& name, const TermPlaces& other) {
    double told = 0;
    for (const auto& part : name.parts) {
        told += other.contains(part.term) ? part.nats : 0;
    }
    return told >= told_share * name.nats;
}

}  // namespace

EvidenceLists compared_names(const Reading& a, const Reading& b) {
    const auto names_a = names_of(a);
    const auto names_b = names_of(b);
    EvidenceLists lists;
    std::vector<std::uint8_t> has_partner_a(names_a.size(), 0);
    std::vector<std::uint8_t> has_partner_b(names_b.size(), 0);
    for (const auto& match : find_matches(names_a, names_b)) {
        if (has_partner_a[match.a] == 0 && has_partner_b[match.b] == 0) {
            has_partner_a[match.a] = has_partner_b[match.b] = 1;
            lists.shared.push_back(
                {mention_of(a, names_a[match.a]), mention_of(b, names_b[match.b]), match.nats});
        }
    }
    const TermPlaces terms_a(a);
    const TermPlaces terms_b(b);
    for (std::size_t i = 0; i < names_a.size(); ++i) {
        if (has_partner_a[i] == 0 && !is_told(names_a[i], terms_b)) {
            lists.only_a.push_back({mention_of(a, names_a[i]), {}, names_a[i].nats});
        }
    }
    for (std::size_t j = 0; j < names_b.size(); ++j) {
        if (has_partner_b[j] == 0 && !is_told(names_b[j], terms_a)) {
            lists.only_b.push_back({{}, mention_of(b, names_b[j]), names_b[j].nats});
        }
    }
    put_heaviest_first(lists.shared);
    put_heaviest_first(lists.only_a);
    put_heaviest_first(lists.only_b);
    return lists;
}

}  // namespace wirecopy::score
