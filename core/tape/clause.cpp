#include "tape/clause.hpp"

#include <algorithm>
#include <string_view>

#include "tape/gap_marks.hpp"
#include "tape/page_frame.hpp"

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
    ClauseReader(const CreditRow& row, const Mention& mention)
        : row_(row),
          mention_(mention),
          first_(mention.first),
          last_(mention.last),
          before_(row.gap(first_)),
          behind_(row.gap(last_ + 1)) {}

    Verdict read() {
        switch (frame_of(row_, mention_)) {
            case Frame::furniture:
                return {};
            case Frame::byline:
                return verdict(Strength::source, first_, last_);
            case Frame::label:
                return verdict(Strength::source, first_ - 1, last_);
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
        const auto begin = from < first_ ? row_.place(from).begin : mention_.place.begin;
        const auto end = to > last_ ? row_.place(to).end : mention_.place.end;
        return {strength, {begin, end}};
    }

    [[nodiscard]] bool ends_clause() const {
        return row_.starts_sentence(last_ + 1) || has_any(behind_, ".,;\n") || has_quote(behind_);
    }

    // What stands before the name: fillers, then a word that credits or a preposition with its
    // head.
    [[nodiscard]] Verdict read_left() {
        const auto most = std::min(first_, reach_left_words);
        for (std::uint32_t step = 1; step <= most; ++step) {
            const auto at = first_ - step;
            if (row_.starts_sentence(at + 1)) {
                break;
            }
            const auto cues = row_.cues(at);
            // "the state news agency, X"
            const bool is_apposition =
                step == 1 && row_.gap(first_) == ", " && (cues & (any_generic | cue_agency)) != 0;
            if (!is_light(row_.gap(at + 1)) && !is_apposition) {
                break;
            }
            if (const auto strength = direct_strength(at, cues); strength != Strength::none) {
                return verdict(strength, at, last_);
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
            if (!is_filler && !row_.is_date(at)) {
                break;
            }
        }
        return {};
    }

    // "France's" in "France's X".
    [[nodiscard]] bool is_owner_of_name(std::uint32_t at) const {
        return is_possessive(row_.gap(at + 1)) && row_.is_capital(at);
    }

    [[nodiscard]] Strength direct_strength(std::uint32_t at, Cues cues) const {
        if ((cues & cue_told) != 0) {
            return Strength::side;
        }
        if ((cues & cue_cite) != 0) {
            const bool is_apres = row_.bytes(at) == "après" || row_.bytes(at) == "Après";
            const auto gap = row_.gap(at);
            if (!is_apres || gap.ends_with("'") || gap.ends_with("’")) {
                return Strength::credit;
            }
        }
        if ((cues & cue_verb_before) != 0) {
            return Strength::credit;
        }
        if ((cues & cue_inverted) != 0 && at > 0 && ends_clause() &&
            (contains(row_.gap(at), ",") || has_quote(row_.gap(at)))) {
            return Strength::credit;
        }
        return Strength::none;
    }

    // The head of a preposition at `tie`: "reported" in "reported on Friday by".
    [[nodiscard]] Verdict read_head(std::uint32_t tie, Cues ties) const {
        const auto most = std::min(tie, reach_head_words);
        for (std::uint32_t step = 1; step <= most; ++step) {
            const auto at = tie - step;
            const auto gap = row_.gap(at + 1);
            if (row_.starts_sentence(at + 1) || has_any(gap, ";:")) {
                break;
            }
            const auto cues = row_.cues(at);
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
            return verdict(Strength::credit, at, last_);
        }
        // What is "shown on CCTV" was not broadcast.
        if (joined == cue_tie(Tie::on) && mention_.form == MentionForm::full &&
            (mention_.flags & alias_person) != 0) {
            return {};
        }
        constexpr Cues report_ties = cue_tie(Tie::by) | cue_tie(Tie::in) | cue_tie(Tie::from) |
                                     cue_tie(Tie::of) | cue_tie(Tie::for_whom) |
                                     cue_tie(Tie::reference);
        if ((joined & report_ties) == 0 || (cues & cue_side_noun) != 0) {
            return verdict(Strength::side, at, last_);
        }
        const auto begin = row_.sentence_begin(row_.sentence_of(at));
        for (auto i = std::max(begin, at - std::min(at, 2U)); i < tie; ++i) {
            const auto near = row_.cues(i);
            if ((near & cue_first) != 0) {
                return verdict(Strength::source, std::min(i, at), last_);
            }
            if ((near & cue_also) != 0) {
                return verdict(Strength::side, std::min(i, at), last_);
            }
        }
        return verdict(Strength::credit, at, last_);
    }

    // What stands behind the name: adverbs and dates, then a verb or noun of reporting.
    [[nodiscard]] Verdict read_right() {
        std::uint32_t at = last_ + 1;
        const bool is_owner = is_possessive(behind_);
        bool is_staff = false;
        if (is_company(at)) {
            return {};
        }
        if (has_any(behind_, "(")) {
            at = behind_bracket(at);
        } else if (contains(behind_, ",")) {
            const bool is_apposition = contains(before_, ",");  // "the agency, X, reported"
            const bool is_report = at < row_.size() && (row_.cues(at) & cue_report) != 0;
            if (is_apposition && is_report && !row_.starts_sentence(at)) {
                return verdict(Strength::credit, first_, at);
            }
            if (const auto next = behind_apposition(at); next != at) {
                at = next;
            } else {
                return is_on_air() ? read_speaker(at) : read_aside(at);
            }
        }
        if (const auto next = behind_partners(at); next != at) {
            // "a CNN/ORC poll"
            const bool is_poll = !row_.starts_sentence(next) && row_.gap(next) == " " &&
                                 (row_.cues(next) & cue_report_noun) != 0;
            return is_poll ? verdict(Strength::credit, first_, next) : Verdict{};
        }
        bool is_first = false;
        bool is_also = false;
        std::uint32_t names = 0;
        for (std::uint32_t step = 0; step < reach_right_words; ++step, ++at) {
            if (row_.starts_sentence(at) || (step > 0 && !is_light(row_.gap(at)))) {
                return {};
            }
            if (step == 0 && has_any(row_.gap(at), ".;:[]!?\n")) {
                return {};
            }
            const auto cues = row_.cues(at);
            const auto strength =
                names > 0 || is_staff ? reporter_strength(cues) : follow_strength(at, cues);
            if (strength != Strength::none) {
                const bool is_report = strength == Strength::credit;
                const auto raised = is_first && is_report  ? Strength::source
                                    : is_also && is_report ? Strength::side
                                                           : strength;
                return verdict(raised, first_, at);
            }
            is_first = is_first || (cues & cue_first) != 0;
            is_also = is_also || (cues & cue_also) != 0;
            is_staff = is_staff || (cues & cue_staff) != 0;
            if ((cues & (cue_adverb | cue_filler | cue_staff)) != 0 || row_.is_date(at) ||
                is_in_progress(at, cues)) {
                continue;
            }
            constexpr std::uint32_t most_names = 3;
            if (!(is_owner || is_staff) || !row_.is_capital(at) || ++names > most_names) {
                return {};
            }
        }
        return {};
    }

    // The word behind what is tied to the name without a space: "/ORC", "-GfK"; `at` if nothing.
    [[nodiscard]] std::uint32_t behind_partners(std::uint32_t at) const {
        constexpr std::uint32_t most = 5;  // "/Wall Street Journal/Marist"
        auto next = at;
        for (; next < at + most && !row_.starts_sentence(next) && row_.is_capital(next); ++next) {
            const auto gap = row_.gap(next);
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
            if (!row_.starts_sentence(i) && (row_.cues(i) & cue_reporting) != 0) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_company(std::uint32_t at) const {
        return at < row_.size() && !row_.starts_sentence(at) && row_.is_capital(at) &&
               (row_.cues(at) & cue_company) != 0;
    }

    // "The Wall Street Journal (WSJ) reported"
    [[nodiscard]] std::uint32_t behind_bracket(std::uint32_t at) const {
        constexpr std::uint32_t reach = 6;
        for (auto i = at + 1; i < row_.size() && i <= at + reach; ++i) {
            if (contains(row_.gap(i), ")")) {
                return i;
            }
        }
        return row_.size();
    }

    // "X, a conservative weekly, reported"; `at` when there is none.
    [[nodiscard]] std::uint32_t behind_apposition(std::uint32_t at) const {
        constexpr std::uint32_t reach = 8;
        if (row_.starts_sentence(at) || (row_.cues(at) & cue_article) == 0) {
            return at;
        }
        for (auto i = at + 1; i <= at + reach && !row_.starts_sentence(i); ++i) {
            if (contains(row_.gap(i), ",")) {
                return i;
            }
        }
        return at;
    }

    // "Later, on X, Jane Doe said"
    [[nodiscard]] bool is_on_air() const {
        return mention_.kind == OutletKind::broadcaster && first_ > 0 &&
               (row_.cues(first_ - 1) & cue_tie(Tie::on)) != 0;
    }

    [[nodiscard]] Verdict read_speaker(std::uint32_t at) const {
        constexpr std::uint32_t reach = 5;
        for (auto i = at; i <= at + reach && !row_.starts_sentence(i); ++i) {
            if ((row_.cues(i) & cue_say) != 0) {
                return verdict(Strength::side, first_ - 1, last_);
            }
        }
        return {};
    }

    // "X, citing officials, reported" and "X, which first reported the story"
    [[nodiscard]] Verdict read_aside(std::uint32_t at) const {
        if (row_.starts_sentence(at) || is_attribute_) {
            return {};
        }
        const auto cues = row_.cues(at);
        if ((cues & cue_cite) != 0 && (cues & cue_near_head) == 0 && behind_.size() <= 4) {
            return verdict(Strength::credit, first_, at);
        }
        if ((cues & cue_relative) == 0) {
            return {};
        }
        constexpr std::uint32_t reach = 4;
        bool is_first = false;
        for (auto i = at + 1; i < row_.size() && i <= at + reach && !row_.starts_sentence(i); ++i) {
            const auto near = row_.cues(i);
            is_first = is_first || (near & cue_first) != 0;
            if ((near & cue_report) != 0) {
                return verdict(is_first ? Strength::source : Strength::credit, first_, i);
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
            (mention_.flags & alias_person) == 0 &&
            ((mention_.flags & alias_ambiguous) == 0 || !row_.starts_sentence(first_));
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
        if (row_.starts_sentence(at) || (row_.cues(at) & cue_own_affair) == 0) {
            return false;
        }
        const bool has_learned = at + 2 < row_.size() && (row_.cues(at + 1) & cue_perfect) != 0 &&
                                 (row_.cues(at + 2) & cue_report) != 0;
        return !has_learned;
    }

    const CreditRow& row_;
    const Mention& mention_;
    std::uint32_t first_;
    std::uint32_t last_;
    std::string_view before_;
    std::string_view behind_;
    bool is_attribute_ = false;  // "the editor of X"
    bool only_fillers_ = true;
};

}  // namespace

Verdict judge(const CreditRow& row, const Mention& mention) {
    return ClauseReader(row, mention).read();
}

}  // namespace wirecopy::tape
