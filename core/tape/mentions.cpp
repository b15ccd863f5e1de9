#include "tape/mentions.hpp"

#include <algorithm>
#include <utility>

#include "tape/name_shapes.hpp"
#include "tape/outlets.hpp"

namespace wirecopy::tape {

namespace {

// What may stand between two words of one name: a space, a hyphen, a full stop, "&", a quotation
// mark, the s of a possessive. Not an empty line.
bool may_join(std::string_view gap) noexcept {
    constexpr std::size_t longest = 5;
    return gap.size() <= longest && gap.find_first_of(",;:()[]/\n") == std::string_view::npos;
}

class MentionFinder {
public:
    explicit MentionFinder(const CreditRow& row) : row_(row), lexicon_(CreditLexicon::instance()) {}

    std::vector<Mention> find() {
        for (const auto& trigger : row_.triggers()) {
            look_at(trigger);
        }
        drop_persons();
        add_first_reporters();
        // A name found late may stand before one found early: "first reported by X".
        std::stable_sort(mentions_.begin(), mentions_.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        return std::move(mentions_);
    }

private:
    void look_at(const Trigger& trigger) {
        const auto at = trigger.at;
        if (trigger.word == nullptr) {
            add_unknown({at, at, OutletKind::broadcaster});
            return;
        }
        for (const auto& alias : lexicon_.aliases(*trigger.word)) {
            if (try_alias(at, alias)) {
                return;
            }
        }
        if (!is_free(at)) {
            return;
        }
        const auto cues = row_.cues_of(trigger.word);
        if ((cues & (cue_outlet_word | cue_weak_outlet_word)) != 0 && row_.is_capital(at)) {
            read_shape(at, trigger.word->hash);
        } else if ((cues & any_generic) != 0 && !row_.is_capital(at)) {
            read_generic(at, cues);
        }
        if ((cues & cue_breaks) != 0) {
            if (const auto shape = first_reporter_at(row_, at)) {
                first_reporters_.push_back(*shape);
            }
        }
    }

    [[nodiscard]] bool is_free(std::uint32_t at) const noexcept {
        return mentions_.empty() || mentions_.back().last < at;
    }

    // Whether words [first, last] may become a mention: a longer name takes the place of the
    // shorter ones inside it.
    [[nodiscard]] bool make_room(std::uint32_t first) {
        while (!mentions_.empty() && mentions_.back().first >= first) {
            mentions_.pop_back();
        }
        return is_free(first);
    }

    bool try_alias(std::uint32_t at, const Alias& alias) {
        if ((alias.flags & alias_bytes) != 0) {
            return try_bytes(at, alias);
        }
        const auto words = lexicon_.words(alias);
        if (alias.opening_word > at || at - alias.opening_word + words.size() > row_.size()) {
            return false;
        }
        const std::uint32_t first = at - alias.opening_word;
        const auto last = static_cast<std::uint32_t>(first + words.size() - 1);
        for (std::uint32_t i = first; i <= last; ++i) {
            if (!is_word_of(words[i - first], i) || (i > first && !joins(alias, i))) {
                return false;
            }
        }
        if (is_behind_arabic_article(first) ||
            (alias.flags != 0 && !may_count(alias, first, last))) {
            return false;
        }
        if (!mentions_.empty() && mentions_.back().first <= first &&
            mentions_.back().last >= last) {
            return true;  // inside a longer name
        }
        if (!make_room(first)) {
            return false;
        }
        add_alias(alias, first, last);
        return true;
    }

    [[nodiscard]] bool is_word_of(const AliasWord& word, std::uint32_t i) const {
        return row_.hash(i) == word.hash && (!word.has_capital || row_.is_capital(i)) &&
               (!word.is_all_caps || row_.is_all_caps(i));
    }

    [[nodiscard]] bool joins(const Alias& alias, std::uint32_t i) const noexcept {
        return (alias.flags & alias_domain) != 0
                   ? row_.gap(i) == "." || row_.gap(i) == "-"
                   : may_join(row_.gap(i)) && !row_.starts_sentence(i);
    }

    // "Al-Rai", "As-Safir": other names than Rai.
    [[nodiscard]] bool is_behind_arabic_article(std::uint32_t first) const noexcept {
        return first > 0 && row_.gap(first) == "-" && row_.bytes(first - 1).size() == 2 &&
               row_.is_capital(first - 1) && !row_.is_all_caps(first - 1);
    }

    bool try_bytes(std::uint32_t at, const Alias& alias) {
        const auto begin = row_.place(at).begin;
        if (!row_.text().substr(begin).starts_with(alias.bytes) || !is_free(at)) {
            return false;
        }
        const auto end = begin + static_cast<std::uint32_t>(alias.bytes.size());
        // An ordinary word is a name only between the brackets of titles.
        if ((alias.flags & alias_ambiguous) != 0 &&
            (!row_.text().substr(0, begin).ends_with("《") ||
             !row_.text().substr(end).starts_with("》"))) {
            return false;
        }
        std::uint32_t last = at;
        while (last + 1 < row_.size() && row_.place(last + 1).begin < end) {
            ++last;
        }
        add_alias(alias, at, last);
        mentions_.back().flags = alias_bytes;
        mentions_.back().place = {begin, end};
        return true;
    }

    // A name that is also a word or a person: not among other capitals, which would make it
    // part of their name.
    [[nodiscard]] bool may_count(const Alias& alias, std::uint32_t first, std::uint32_t last) {
        if ((alias.flags & alias_not_english) != 0 && row_.is_english()) {
            return false;
        }
        if (((alias.flags & alias_with_article) != 0 && !is_behind_the(row_, first)) ||
            ((alias.flags & alias_inside) != 0 && row_.starts_sentence(first))) {
            return false;
        }
        if ((alias.flags & alias_ambiguous) == 0) {
            return true;
        }
        const bool is_before = first > 0 && !row_.starts_sentence(first) &&
                               row_.gap(first) == " " && is_name_part(row_, first - 1);
        if (is_before && (alias.flags & alias_person) != 0) {
            persons_.push_back(alias.outlet);
        }
        const bool is_behind = last + 1 < row_.size() && !row_.starts_sentence(last + 1) &&
                               row_.gap(last + 1) == " " && is_name_part(row_, last + 1);
        return !is_before && !is_behind;
    }

    void add_alias(const Alias& alias, std::uint32_t first, std::uint32_t last) {
        const bool is_short = (alias.flags & alias_with_article) != 0 && first == last &&
                              row_.hash(first) == alias.last_word;
        mentions_.push_back({.outlet = alias.outlet,
                             .first = first,
                             .last = last,
                             .form = is_short ? MentionForm::short_name : MentionForm::full,
                             .kind = alias.kind,
                             .flags = alias.flags,
                             .last_word = alias.last_word,
                             .place = {row_.place(first).begin, row_.place(last).end}});
    }

    // Capitals that end in a word that outlets' names end in.
    void read_shape(std::uint32_t at, std::uint64_t word) {
        const auto shape = shape_at(row_, at);
        if (!shape) {
            return;
        }
        if (shape->first == shape->last) {
            add_short_name(at, word);
            return;
        }
        const bool has_known = !mentions_.empty() && mentions_.back().last >= shape->first &&
                               mentions_.back().form == MentionForm::full &&
                               (mentions_.back().flags & alias_ambiguous) == 0;
        if (!has_known && make_room(shape->first)) {
            add_unknown(*shape);
        }
    }

    void add_short_name(std::uint32_t at, std::uint64_t word) {
        if (is_behind_the(row_, at) && is_free(at)) {
            mentions_.push_back({.outlet = 0,
                                 .first = at,
                                 .last = at,
                                 .form = MentionForm::short_name,
                                 .last_word = word,
                                 .place = row_.place(at)});
        }
    }

    void add_unknown(const NameShape& shape) {
        const Place place{row_.place(shape.first).begin, row_.place(shape.last).end};
        // WABC, WABC-TV and WABC News are one station.
        constexpr std::size_t call_sign_bytes = 4;
        const auto length =
            is_call_sign(row_.bytes(shape.first)) ? call_sign_bytes : place.end - place.begin;
        const auto name = row_.text().substr(place.begin, length);
        mentions_.push_back({.outlet = outlet_of(name),
                             .first = shape.first,
                             .last = shape.last,
                             .form = MentionForm::unknown,
                             .kind = shape.kind,
                             .flags = alias_ambiguous | alias_person,
                             .last_word = row_.hash(shape.last),
                             .place = place});
    }

    void read_generic(std::uint32_t at, Cues cues) {
        const bool has_article = at > 0 && !row_.starts_sentence(at) &&
                                 (row_.cues(at - 1) & cue_article) != 0 &&
                                 row_.bytes(at - 1) != "a" && row_.bytes(at - 1) != "an";
        const bool needs_none = static_cast<unsigned char>(row_.bytes(at)[0]) >= 0xD0U;  // Russian
        if ((has_article || needs_none) && !describes_a_name(at)) {
            mentions_.push_back(
                {.outlet = 0,
                 .first = at,
                 .last = at,
                 .form = MentionForm::generic,
                 .kind = (cues & cue_network) != 0 ? OutletKind::broadcaster : OutletKind::paper,
                 .last_word = cues & any_generic,
                 .place = row_.place(at)});
        }
    }

    // "The agency" of "the agency Xinhua" and "la agencia oficial de noticias Mena".
    [[nodiscard]] bool describes_a_name(std::uint32_t at) const {
        constexpr std::uint32_t reach = 5;
        for (auto i = at + 1; i <= at + reach && !row_.starts_sentence(i); ++i) {
            if (!may_join(row_.gap(i)) || row_.is_date(i)) {
                return false;
            }
            if (row_.is_capital(i)) {
                const auto* const word = lexicon_.find(row_.hash(i));
                return i > at + 1 || row_.gap(i) != " " ||
                       (word != nullptr && word->alias_count != 0);
            }
            if ((row_.cues(i) & (cue_filler | cue_article)) == 0) {
                return false;
            }
        }
        return false;
    }

    void add_first_reporters() {
        for (const auto& shape : first_reporters_) {
            const auto overlaps = [&](const Mention& mention) {
                return mention.first <= shape.last && mention.last >= shape.first;
            };
            if (std::none_of(mentions_.begin(), mentions_.end(), overlaps)) {
                add_unknown(shape);
                mentions_.back().form = MentionForm::first_reported;
            }
        }
    }

    // Where the text has a Michael Bloomberg, no Bloomberg is the agency.
    void drop_persons() {
        std::erase_if(mentions_, [&](const Mention& mention) {
            return (mention.flags & alias_person) != 0 && mention.form == MentionForm::full &&
                   std::find(persons_.begin(), persons_.end(), mention.outlet) != persons_.end();
        });
    }

    const CreditRow& row_;
    const CreditLexicon& lexicon_;
    std::vector<Mention> mentions_;
    std::vector<std::uint32_t> persons_;
    std::vector<NameShape> first_reporters_;
};

}  // namespace

std::vector<Mention> find_mentions(const CreditRow& row) {
    return MentionFinder(row).find();
}

}  // namespace wirecopy::tape
