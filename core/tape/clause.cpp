#include "tape/clause.hpp"

#include <algorithm>
#include <string_view>

#include "tape/gap_marks.hpp"
#include "tape/page_frame.hpp"
#include "tape/surroundings.hpp"

namespace wirecopy::tape {

namespace {

constexpr std::uint32_t reach_left_words = 10;  // "told the respected French daily newspaper X"
constexpr std::uint32_t reach_head_words = 6;   // "reported on Friday evening by"
constexpr std::uint32_t reach_right_words = 7;  // "X has also reported"

bool is_possessive(std::string_view gap) noexcept {
    return gap.starts_with("'") || gap.starts_with("’");
}

// Words of one clause: nothing between them but spaces, quotation marks, hyphens, apostrophes.
bool is_light(std::string_view gap) noexcept {
    constexpr std::size_t longest = 12;
    return gap.size() <= longest && !has_any(gap, ",;:()[]!?.") && !contains(gap, "\n\n") &&
           !contains(gap, "–") && !contains(gap, "—");
}

class ClauseReader {
public:
    ClauseReader(const CreditRow& row, const Mention& mention) : at_(row, mention) {}

    Verdict read() {
        switch (frame_of(at_.row, at_.mention)) {
            case Frame::furniture:
                return {};
            case Frame::byline:
                return verdict(Strength::source, at_.first, at_.last);
            case Frame::label:
                return verdict(Strength::source, at_.first - 1, at_.last);
            case Frame::prose:
                break;
        }
        const auto left = read_left();
        const auto right = read_right();
        if (left.strength == Strength::none || right.strength == Strength::none) {
            return left.strength == Strength::none ? right : left;
        }
        // "According to an X report": one clause around the name.
        return {std::max(left.strength, right.strength), {left.phrase.begin, right.phrase.end}};
    }

private:
    [[nodiscard]] Verdict verdict(Strength strength, std::uint32_t from, std::uint32_t to) const {
        const auto begin = from < at_.first ? at_.row.place(from).begin : at_.mention.place.begin;
        const auto end = to > at_.last ? at_.row.place(to).end : at_.mention.place.end;
        return {strength, {begin, end}};
    }

    [[nodiscard]] bool ends_clause() const {
        return at_.row.starts_sentence(at_.last + 1) || has_any(at_.behind, ".,;\n") ||
               has_quote(at_.behind);
    }

    // What stands before the name: fillers, then a word that credits or a preposition with its
    // head.
    [[nodiscard]] Verdict read_left() {
        const auto most = std::min(at_.first, reach_left_words);
        for (std::uint32_t step = 1; step <= most; ++step) {
            const auto at = at_.first - step;
            if (at_.row.starts_sentence(at + 1)) {
                break;
            }
            const auto cues = at_.row.cues(at);
            // "the state news agency, X"
            const bool is_apposition = step == 1 && at_.row.gap(at_.first) == ", " &&
                                       (cues & (any_generic | cue_agency)) != 0;
            if (!is_light(at_.row.gap(at + 1)) && !is_apposition) {
                break;
            }
            if (const auto strength = direct_strength(at, cues); strength != Strength::none) {
                return verdict(strength, at, at_.last);
            }
            if ((cues & any_tie) != 0) {
                if (const auto found = read_head(at, cues); found.strength != Strength::none) {
                    return found;
                }
            }
            const bool is_filler =
                (cues & (cue_article | cue_filler)) != 0 || is_apposition || is_owner_of_name(at);
            if (step == 1 || only_fillers_) {
                is_attribute_ =
                    is_attribute_ || ((cues & cue_attribute) != 0 && (cues & cue_article) == 0);
            }
            only_fillers_ = only_fillers_ && is_filler;
            if (!is_filler && !at_.row.is_date(at)) {
                break;
            }
        }
        return {};
    }

    // "France's" in "France's X".
    [[nodiscard]] bool is_owner_of_name(std::uint32_t at) const {
        return is_possessive(at_.row.gap(at + 1)) && at_.row.is_capital(at);
    }

    [[nodiscard]] Strength direct_strength(std::uint32_t at, Cues cues) const {
        if ((cues & cue_told) != 0) {
            return Strength::side;
        }
        if ((cues & cue_cite) != 0) {
            const bool is_apres = at_.row.bytes(at) == "après" || at_.row.bytes(at) == "Après";
            const auto gap = at_.row.gap(at);
            if (!is_apres || gap.ends_with("'") || gap.ends_with("’")) {
                return Strength::credit;
            }
        }
        if ((cues & cue_verb_before) != 0) {
            return Strength::credit;
        }
        if ((cues & cue_inverted) != 0 && at > 0 && ends_clause() &&
            (contains(at_.row.gap(at), ",") || has_quote(at_.row.gap(at)))) {
            return Strength::credit;
        }
        return Strength::none;
    }

    // The head of a preposition at `tie`: "reported" in "reported on Friday by".
    [[nodiscard]] Verdict read_head(std::uint32_t tie, Cues ties) const {
        const auto most = std::min(tie, reach_head_words);
        for (std::uint32_t step = 1; step <= most; ++step) {
            const auto at = tie - step;
            const auto gap = at_.row.gap(at + 1);
            if (at_.row.starts_sentence(at + 1) || has_any(gap, ";:")) {
                break;
            }
            const auto cues = at_.row.cues(at);
            if (step == 1 && (cues & cue_staff) != 0) {
                break;  // "sagte ein Sprecher der BBC"
            }
            const auto joined = (cues >> tie_count) & ties & any_tie;
            if (joined == 0 || ((cues & cue_near_head) != 0 && step > 1)) {
                continue;
            }
            return head_verdict(at, tie, cues, joined);
        }
        return {};
    }

    [[nodiscard]] Verdict head_verdict(std::uint32_t at, std::uint32_t tie, Cues cues,
                                       Cues joined) const {
        if ((cues & cue_near_head) != 0) {
            return verdict(Strength::credit, at, at_.last);
        }
        // What is "shown on CCTV" was not broadcast.
        if (joined == cue_tie(Tie::on) && at_.mention.form == MentionForm::full &&
            (at_.mention.flags & alias_person) != 0) {
            return {};
        }
        constexpr Cues report_ties = cue_tie(Tie::by) | cue_tie(Tie::in) | cue_tie(Tie::from) |
                                     cue_tie(Tie::of) | cue_tie(Tie::for_whom) |
                                     cue_tie(Tie::reference);
        if ((joined & report_ties) == 0 || (cues & cue_side_noun) != 0) {
            return verdict(Strength::side, at, at_.last);
        }
        const auto begin = at_.row.sentence_begin(at_.row.sentence_of(at));
        for (auto i = std::max(begin, at - std::min(at, 2U)); i < tie; ++i) {
            const auto near = at_.row.cues(i);
            if ((near & cue_first) != 0) {
                return verdict(Strength::source, std::min(i, at), at_.last);
            }
            if ((near & cue_also) != 0) {
                return verdict(Strength::side, std::min(i, at), at_.last);
            }
        }
        return verdict(Strength::credit, at, at_.last);
    }

    // What stands behind the name: adverbs and dates, then a verb or noun of reporting.
    [[nodiscard]] Verdict read_right() {
        std::uint32_t at = at_.last + 1;
        const bool is_owner = is_possessive(at_.behind);
        bool is_staff = false;
        if (is_company(at)) {
            return {};
        }
        if (has_any(at_.behind, "(")) {
            at = behind_bracket(at);
        } else if (contains(at_.behind, ",")) {
            const bool is_apposition = contains(at_.before, ",");  // "the agency, X, reported"
            const bool is_report = at < at_.row.size() && (at_.row.cues(at) & cue_report) != 0;
            if (is_apposition && is_report && !at_.row.starts_sentence(at)) {
                return verdict(Strength::credit, at_.first, at);
            }
            if (const auto next = behind_apposition(at); next != at) {
                at = next;
            } else {
                return is_on_air() ? read_speaker(at) : read_aside(at);
            }
        }
        if (const auto next = behind_partners(at); next != at) {
            // "a CNN/ORC poll"
            const bool is_poll = !at_.row.starts_sentence(next) && at_.row.gap(next) == " " &&
                                 (at_.row.cues(next) & cue_report_noun) != 0;
            return is_poll ? verdict(Strength::credit, at_.first, next) : Verdict{};
        }
        bool is_first = false;
        bool is_also = false;
        std::uint32_t names = 0;
        for (std::uint32_t step = 0; step < reach_right_words; ++step, ++at) {
            if (at_.row.starts_sentence(at) || (step > 0 && !is_light(at_.row.gap(at)))) {
                return {};
            }
            if (step == 0 && has_any(at_.row.gap(at), ".;:[]!?\n")) {
                return {};
            }
            const auto cues = at_.row.cues(at);
            const auto strength =
                names > 0 || is_staff ? reporter_strength(cues) : follow_strength(at, cues);
            if (strength != Strength::none) {
                const bool is_report = strength == Strength::credit;
                const auto raised = is_first && is_report  ? Strength::source
                                    : is_also && is_report ? Strength::side
                                                           : strength;
                return verdict(raised, at_.first, at);
            }
            is_first = is_first || (cues & cue_first) != 0;
            is_also = is_also || (cues & cue_also) != 0;
            is_staff = is_staff || (cues & cue_staff) != 0;
            if ((cues & (cue_adverb | cue_filler | cue_staff)) != 0 || at_.row.is_date(at) ||
                is_in_progress(at, cues)) {
                continue;
            }
            constexpr std::uint32_t most_names = 3;
            if (!(is_owner || is_staff) || !at_.row.is_capital(at) || ++names > most_names) {
                return {};
            }
        }
        return {};
    }

    // The word behind what is tied to the name without a space: "/ORC", "-GfK"; `at` if nothing.
    [[nodiscard]] std::uint32_t behind_partners(std::uint32_t at) const {
        constexpr std::uint32_t most = 5;  // "/Wall Street Journal/Marist"
        auto next = at;
        for (; next < at + most && !at_.row.starts_sentence(next) && at_.row.is_capital(next);
             ++next) {
            const auto gap = at_.row.gap(next);
            if (gap != "/" && gap != "-" && (next == at || gap != " ")) {
                break;
            }
        }
        return next;
    }

    // "X is also reporting"
    [[nodiscard]] bool is_in_progress(std::uint32_t at, Cues cues) const {
        constexpr std::uint32_t reach = 2;
        for (auto i = at + 1; (cues & cue_progress) != 0 && i <= at + reach; ++i) {
            if (!at_.row.starts_sentence(i) && (at_.row.cues(i) & cue_reporting) != 0) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_company(std::uint32_t at) const {
        return at < at_.row.size() && !at_.row.starts_sentence(at) && at_.row.is_capital(at) &&
               (at_.row.cues(at) & cue_company) != 0;
    }

    // "The Wall Street Journal (WSJ) reported"
    [[nodiscard]] std::uint32_t behind_bracket(std::uint32_t at) const {
        constexpr std::uint32_t reach = 6;
        for (auto i = at + 1; i < at_.row.size() && i <= at + reach; ++i) {
            if (contains(at_.row.gap(i), ")")) {
                return i;
            }
        }
        return at_.row.size();
    }

    // "X, a conservative weekly, reported"; `at` when there is none.
    [[nodiscard]] std::uint32_t behind_apposition(std::uint32_t at) const {
        constexpr std::uint32_t reach = 8;
        if (at_.row.starts_sentence(at) || (at_.row.cues(at) & cue_article) == 0) {
            return at;
        }
        for (auto i = at + 1; i <= at + reach && !at_.row.starts_sentence(i); ++i) {
            if (contains(at_.row.gap(i), ",")) {
                return i;
            }
        }
        return at;
    }

    // "Later, on X, Jane Doe said"
    [[nodiscard]] bool is_on_air() const {
        return at_.mention.kind == OutletKind::broadcaster && at_.first > 0 &&
               (at_.row.cues(at_.first - 1) & cue_tie(Tie::on)) != 0;
    }

    [[nodiscard]] Verdict read_speaker(std::uint32_t at) const {
        constexpr std::uint32_t reach = 5;
        for (auto i = at; i <= at + reach && !at_.row.starts_sentence(i); ++i) {
            if ((at_.row.cues(i) & cue_say) != 0) {
                return verdict(Strength::side, at_.first - 1, at_.last);
            }
        }
        return {};
    }

    // "X, citing officials, reported" and "X, which first reported the story"
    [[nodiscard]] Verdict read_aside(std::uint32_t at) const {
        if (at_.row.starts_sentence(at) || is_attribute_) {
            return {};
        }
        const auto cues = at_.row.cues(at);
        if ((cues & cue_cite) != 0 && (cues & cue_near_head) == 0 && at_.behind.size() <= 4) {
            return verdict(Strength::credit, at_.first, at);
        }
        if ((cues & cue_relative) == 0) {
            return {};
        }
        constexpr std::uint32_t reach = 4;
        bool is_first = false;
        for (auto i = at + 1; i < at_.row.size() && i <= at + reach && !at_.row.starts_sentence(i);
             ++i) {
            const auto near = at_.row.cues(i);
            is_first = is_first || (near & cue_first) != 0;
            if ((near & cue_report) != 0) {
                return verdict(is_first ? Strength::source : Strength::credit, at_.first, i);
            }
        }
        return {};
    }

    [[nodiscard]] Strength follow_strength(std::uint32_t at, Cues cues) const {
        if ((cues & cue_contributed) != 0) {
            return Strength::side;
        }
        if ((cues & cue_after) != 0) {
            return Strength::credit;
        }
        const bool is_subject = !is_attribute_;
        if ((cues & cue_report) != 0 && is_subject) {
            return Strength::credit;
        }
        // "Reason says": at the start of a sentence every word has a capital.
        const bool may_say =
            (at_.mention.flags & alias_person) == 0 &&
            ((at_.mention.flags & alias_ambiguous) == 0 || !at_.row.starts_sentence(at_.first));
        if ((cues & cue_say) != 0 && is_subject && may_say && !is_own_affair(at + 1)) {
            return Strength::credit;
        }
        if ((cues & cue_report_noun) != 0) {
            return Strength::credit;
        }
        return (cues & cue_side_noun) != 0 ? Strength::side : Strength::none;
    }

    // "X's Jane Doe reported": her saying something is not X's report.
    [[nodiscard]] static Strength reporter_strength(Cues cues) {
        if ((cues & cue_contributed) != 0) {
            return Strength::side;
        }
        return (cues & cue_report) != 0 ? Strength::credit : Strength::none;
    }

    // "X said it would", "X said in a statement": news about the outlet. But "it had obtained".
    [[nodiscard]] bool is_own_affair(std::uint32_t at) const {
        if (at_.row.starts_sentence(at) || (at_.row.cues(at) & cue_own_affair) == 0) {
            return false;
        }
        const bool has_learned = at + 2 < at_.row.size() &&
                                 (at_.row.cues(at + 1) & cue_perfect) != 0 &&
                                 (at_.row.cues(at + 2) & cue_report) != 0;
        return !has_learned;
    }

    Surroundings at_;
    bool is_attribute_ = false;  // "the editor of X"
    bool only_fillers_ = true;
};

}  // namespace

Verdict judge(const CreditRow& row, const Mention& mention) {
    return ClauseReader(row, mention).read();
}

}  // namespace wirecopy::tape
