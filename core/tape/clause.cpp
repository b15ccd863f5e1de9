#include "tape/clause.hpp"

#include <algorithm>
#include <string_view>

namespace wirecopy::tape {

namespace {

constexpr std::uint32_t reach_left_words = 10;   // "told the respected French daily newspaper X"
constexpr std::uint32_t reach_head_words = 6;    // "reported on Friday evening by"
constexpr std::uint32_t reach_right_words = 7;   // "X has also reported"
constexpr std::uint32_t dateline_words = 60;     // a headline and a dateline
constexpr std::uint32_t signature_words = 12;    // "(With material from X)" at the end
constexpr std::uint32_t byline_words = 14;
constexpr std::uint32_t furniture_words = 16;    // a longer sentence is prose

bool contains(std::string_view gap, std::string_view mark) noexcept {
    return gap.find(mark) != std::string_view::npos;
}

bool has_any(std::string_view gap, std::string_view marks) noexcept {
    return gap.find_first_of(marks) != std::string_view::npos;
}

bool has_dash(std::string_view gap) noexcept {
    return contains(gap, "-") || contains(gap, "–") || contains(gap, "—");
}

bool has_quote(std::string_view gap) noexcept {
    return contains(gap, "\"") || contains(gap, "“") || contains(gap, "”") || contains(gap, "»");
}

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
        if (is_link()) {
            return {};
        }
        if (is_dateline() || is_byline() || is_signature() || is_copyright()) {
            return verdict(Strength::source, first_, last_);
        }
        if (is_label()) {
            return verdict(Strength::source, first_ - 1, last_);
        }
        if (is_picture() || is_furniture()) {
            return {};
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

    [[nodiscard]] bool is_named() const noexcept {
        return mention_.form == MentionForm::full || mention_.form == MentionForm::unknown;
    }

    // An address or a handle, not a name.
    [[nodiscard]] bool is_link() const {
        if (before_.empty()) {
            return false;
        }
        const char last = before_.back();
        return last == '@' || last == '#' || last == '_' || (last == '.' && first_ > 0) ||
               before_.ends_with("//") || (behind_.starts_with("/") && before_.ends_with(".")) ||
               behind_.starts_with(" (@");
    }

    // "LONDON (X) -", "MOSCOW, October 25. /X/", "PARIS, X -", "(X)" as the last word.
    [[nodiscard]] bool is_dateline() const {
        if (!is_named()) {
            return false;
        }
        const bool opens = has_any(before_, "([") || before_.ends_with("/");
        const bool closes = has_any(behind_.substr(0, 2), ")]/");
        const bool is_pair = behind_ == "/" && last_ + 2 <= row_.size();  // "(X/Y) -"
        const bool is_dashed = has_dash(is_pair ? row_.gap(last_ + 2) : behind_);
        if (opens && closes) {
            if (first_ < dateline_words) {
                return is_dashed || first_ == 0 || is_place_or_date(first_ - 1) ||
                       row_.starts_sentence(first_);
            }
            return row_.size() - last_ <= 2 || (is_dashed && is_place_or_date(first_ - 1));
        }
        if (behind_.starts_with(".-") && first_ < dateline_words) {
            return true;  // "EL CAIRO. X.- "
        }
        if (first_ == 0) {
            return behind_ == ", " && row_.size() > 1 && row_.is_date(last_ + 1);  // "X, May 17."
        }
        // "(X, Y)" at the end.
        constexpr std::uint32_t list_words = 6;
        if (opens && row_.size() - last_ <= list_words && contains(row_.gap(row_.size()), ")")) {
            return true;
        }
        constexpr std::uint32_t bare_dateline_words = 12;
        if (first_ > bare_dateline_words || !is_place_or_date(first_ - 1)) {
            return false;
        }
        // "PARIS, X - ", "Moscow. May 17. X -", "МОСКВА, 25 окт - X."
        return (is_dashed && (before_ == ", " || before_ == ". ")) || has_dash(before_);
    }

    [[nodiscard]] bool is_place_or_date(std::uint32_t i) const {
        return row_.is_all_caps(i) || row_.is_date(i);
    }

    // "By Jane Doe, X", and a line that is the name alone at either end of the text.
    [[nodiscard]] bool is_byline() const {
        if (!is_named()) {
            return false;
        }
        const auto sentence = row_.sentence_of(first_);
        const auto begin = row_.sentence_begin(sentence);
        const bool ends_line = contains(behind_, "\n") || last_ + 1 >= row_.size();
        const bool starts_line = first_ == 0 || contains(before_, "\n");
        if (starts_line && ends_line) {
            return first_ < byline_words || last_ + 2 >= row_.size();
        }
        constexpr std::uint32_t list_words = 8;
        if (starts_line && behind_.starts_with(",") && row_.size() - first_ <= list_words) {
            return true;  // "X, Y" as the last line
        }
        return sentence < 3 && first_ - begin < byline_words && row_.is_capital(begin) &&
               first_ != begin && (row_.cues(begin) & cue_byline) != 0 &&
               (ends_line || contains(behind_, "|") || row_.starts_sentence(last_ + 1));
    }

    // "— X" at the end.
    [[nodiscard]] bool is_signature() const {
        return is_named() && row_.size() - last_ <= signature_words && has_dash(before_) &&
               before_.ends_with(" ") && row_.starts_sentence(last_ + 1) &&
               !behind_.starts_with(" (") && row_.size() - last_ <= 2;
    }

    [[nodiscard]] bool is_copyright() const {
        if (mention_.kind != OutletKind::agency || !is_named()) {
            return false;
        }
        constexpr std::uint32_t reach = 5;
        for (std::uint32_t i = first_; i > 0 && first_ - i < reach; --i) {
            if (contains(row_.gap(i), "©") || (row_.cues(i - 1) & cue_copyright) != 0) {
                return true;
            }
            if (row_.starts_sentence(i)) {
                return false;
            }
        }
        return first_ == 0 && contains(before_, "©");
    }

    [[nodiscard]] bool is_label() const {
        return is_named() && first_ > 0 && (contains(before_, ":") || contains(before_, "：")) &&
               row_.is_capital(first_ - 1) && (row_.cues(first_ - 1) & cue_label) != 0 &&
               (first_ < 2 || (row_.cues(first_ - 2) & cue_picture) == 0);
    }

    [[nodiscard]] bool is_picture() const {
        const bool is_behind = last_ + 1 < row_.size() && !row_.starts_sentence(last_ + 1) &&
                               (behind_ == " " || behind_ == "/") && has_picture(last_ + 1) &&
                               row_.is_capital(last_ + 1);
        const bool is_before = first_ > 0 && has_any(before_, ":/(|") && has_picture(first_ - 1);
        return is_behind || is_before;
    }

    [[nodiscard]] bool has_picture(std::uint32_t i) const {
        return (row_.cues(i) & cue_picture) != 0;
    }

    // "Sign up for the X newsletter", "Read more at X", "Follow X on".
    [[nodiscard]] bool is_furniture() const {
        const auto sentence = row_.sentence_of(first_);
        const auto begin = row_.sentence_begin(sentence);
        const auto end = row_.sentence_end(sentence);
        if (end - begin <= furniture_words && begin < first_ &&
            (row_.cues(begin) & cue_opens_furniture) != 0) {
            return true;
        }
        constexpr std::uint32_t reach = 4;
        const auto to = std::min(end, last_ + 1 + reach);
        for (auto i = first_ - std::min(first_ - begin, reach); i < to; ++i) {
            if ((row_.cues(i) & cue_furniture) != 0) {
                return true;
            }
        }
        return false;
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
            const bool is_apposition = step == 1 && row_.gap(first_) == ", " &&
                                       (cues & (any_generic | cue_agency)) != 0;
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
            const bool is_filler = (cues & (cue_article | cue_filler)) != 0 || is_apposition ||
                                   is_owner_of_name(at);
            if (step == 1 || only_fillers_) {
                is_attribute_ = is_attribute_ ||
                                ((cues & cue_attribute) != 0 && (cues & cue_article) == 0);
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
            const auto joined = (cues >> tie_count) & ties & any_tie;
            if (joined == 0 || ((cues & cue_near_head) != 0 && step > 1)) {
                continue;
            }
            return verdict(head_strength(at, tie, cues, joined), at, last_);
        }
        return {};
    }

    [[nodiscard]] Strength head_strength(std::uint32_t at, std::uint32_t tie, Cues cues,
                                         Cues joined) const {
        if ((cues & cue_near_head) != 0) {
            return Strength::credit;
        }
        // What is "shown on CCTV" was not broadcast.
        if (joined == cue_tie(Tie::on) && mention_.form == MentionForm::full &&
            (mention_.flags & alias_person) != 0) {
            return Strength::none;
        }
        constexpr Cues report_ties = cue_tie(Tie::by) | cue_tie(Tie::in) | cue_tie(Tie::from) |
                                     cue_tie(Tie::of) | cue_tie(Tie::for_) |
                                     cue_tie(Tie::reference);
        if ((joined & report_ties) == 0 || (cues & cue_side_noun) != 0) {
            return Strength::side;
        }
        for (auto i = at - std::min(at, 2U); i < tie; ++i) {
            const auto near = row_.cues(i);
            if ((near & cue_first) != 0) {
                return Strength::source;
            }
            if ((near & cue_also) != 0) {
                return Strength::side;
            }
        }
        return Strength::credit;
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
                const auto raised = is_first && is_report   ? Strength::source
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
        for (auto i = at + 1; i < row_.size() && i <= at + reach && !row_.starts_sentence(i);
             ++i) {
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
        const bool may_say = (mention_.flags & alias_person) == 0;
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
        const bool has_learned = at + 2 < row_.size() &&
                                 (row_.cues(at + 1) & cue_perfect) != 0 &&
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
