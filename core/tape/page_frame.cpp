#include "tape/page_frame.hpp"

#include <algorithm>
#include <string_view>

#include "tape/gap_marks.hpp"
#include "tape/surroundings.hpp"

namespace wirecopy::tape {

namespace {

constexpr std::uint32_t dateline_words = 60;       // a headline, a summary and a dateline
constexpr std::uint32_t bare_dateline_words = 12;  // "PARIS, X -"
constexpr std::uint32_t byline_words = 14;         // "By Jane Doe and John Roe in Velm, X"
constexpr std::uint32_t furniture_words = 16;      // a longer sentence is prose

class FrameReader {
public:
    FrameReader(const CreditRow& row, const Mention& mention)
        : at_(row, mention),
          is_named_(mention.form == MentionForm::full || mention.form == MentionForm::unknown) {}

    Frame read() const {
        if (is_link() || is_picture()) {
            return Frame::furniture;
        }
        if (is_named_ && (is_dateline() || is_byline() || is_signature() || is_copyright())) {
            return Frame::byline;
        }
        if (is_named_ && is_label()) {
            return Frame::label;
        }
        return is_furniture() ? Frame::furniture : Frame::prose;
    }

private:
    // An address or a handle, not a name.
    [[nodiscard]] bool is_link() const {
        if (at_.before.empty()) {
            return false;
        }
        const char last = at_.before.back();
        return last == '@' || last == '#' || last == '_' || (last == '.' && at_.first > 0) ||
               at_.before.ends_with("//") ||
               (at_.behind.starts_with("/") && at_.before.ends_with(".")) ||
               at_.behind.starts_with(" (@");
    }

    // "LONDON (X) -", "MOSCOW, October 25. /X/", "PARIS, X -", "(X)" as the last word.
    [[nodiscard]] bool is_dateline() const {
        const bool opens = has_any(at_.before, "([") || at_.before.ends_with("/");
        const bool closes = has_any(at_.behind.substr(0, 2), ")]/");
        const bool is_pair = at_.behind == "/" && at_.last + 2 <= at_.row.size();  // "(X/Y) -"
        const bool is_dashed = has_dash(is_pair ? at_.row.gap(at_.last + 2) : at_.behind);
        if (opens && closes) {
            if (at_.first < dateline_words) {
                return is_dashed || at_.first == 0 || is_place_or_date(at_.first - 1) ||
                       at_.row.starts_sentence(at_.first);
            }
            return at_.row.size() - at_.last <= 2 || (is_dashed && is_place_or_date(at_.first - 1));
        }
        if (at_.behind.starts_with(".-") && at_.first < dateline_words) {
            return true;  // "EL CAIRO. X.- "
        }
        if (at_.first == 0) {
            return at_.behind == ", " && at_.last + 1 < at_.row.size() &&
                   at_.row.is_date(at_.last + 1);  // "X, May 17."
        }
        // "(X, Y)" at the end.
        constexpr std::uint32_t list_words = 6;
        if (opens && at_.row.size() - at_.last <= list_words &&
            contains(at_.row.gap(at_.row.size()), ")")) {
            return true;
        }
        if (at_.first > bare_dateline_words || !is_place_or_date(at_.first - 1)) {
            return false;
        }
        // "PARIS, X - ", "Moscow. May 17. X -", "МОСКВА, 25 окт - X."
        return (is_dashed && (at_.before == ", " || at_.before == ". ")) || has_dash(at_.before);
    }

    [[nodiscard]] bool is_place_or_date(std::uint32_t i) const {
        return at_.row.is_all_caps(i) || at_.row.is_date(i);
    }

    // "By Jane Doe, X", and a line that is the name alone at either end of the text.
    [[nodiscard]] bool is_byline() const {
        const auto sentence = at_.row.sentence_of(at_.first);
        const auto begin = at_.row.sentence_begin(sentence);
        const bool ends_line = contains(at_.behind, "\n") || at_.last + 1 >= at_.row.size();
        const bool starts_line = at_.first == 0 || contains(at_.before, "\n");
        if (starts_line && ends_line) {
            return at_.first < byline_words || at_.last + 2 >= at_.row.size();
        }
        constexpr std::uint32_t list_words = 8;
        if (starts_line && at_.behind.starts_with(",") &&
            at_.row.size() - at_.first <= list_words) {
            return true;  // "X, Y" as the last line
        }
        return sentence < 3 && at_.first - begin < byline_words && at_.row.is_capital(begin) &&
               at_.first != begin && (at_.row.cues(begin) & cue_byline) != 0 &&
               (ends_line || contains(at_.behind, "|") || at_.row.starts_sentence(at_.last + 1));
    }

    // "— X" at the end.
    [[nodiscard]] bool is_signature() const {
        return has_dash(at_.before) && at_.before.ends_with(" ") &&
               at_.row.starts_sentence(at_.last + 1) && !at_.behind.starts_with(" (") &&
               at_.row.size() - at_.last <= 2;
    }

    [[nodiscard]] bool is_copyright() const {
        if (at_.mention.kind != OutletKind::agency) {
            return false;
        }
        constexpr std::uint32_t reach = 5;
        for (std::uint32_t i = at_.first; i > 0 && at_.first - i < reach; --i) {
            if (contains(at_.row.gap(i), "©")) {
                return true;
            }
            if ((at_.row.cues(i - 1) & cue_copyright) != 0) {
                return i < 2 || !has_picture(i - 2);  // "Image copyright X"
            }
            if (at_.row.starts_sentence(i)) {
                return false;
            }
        }
        return at_.first == 0 && contains(at_.before, "©");
    }

    // "Source: X", but not "Source: X via Getty Images".
    [[nodiscard]] bool is_label() const {
        constexpr std::uint32_t reach = 2;
        for (auto i = at_.last + 1; i <= at_.last + reach && !at_.row.starts_sentence(i); ++i) {
            if (has_picture(i)) {
                return false;
            }
        }
        return at_.first > 0 && (contains(at_.before, ":") || contains(at_.before, "：")) &&
               at_.row.is_capital(at_.first - 1) &&
               (at_.row.cues(at_.first - 1) & cue_label) != 0 &&
               (at_.first < 2 || (at_.row.cues(at_.first - 2) & cue_picture) == 0);
    }

    [[nodiscard]] bool is_picture() const {
        const bool is_behind = at_.last + 1 < at_.row.size() &&
                               !at_.row.starts_sentence(at_.last + 1) &&
                               (at_.behind == " " || at_.behind == "/") &&
                               has_picture(at_.last + 1) && at_.row.is_capital(at_.last + 1);
        const bool is_before =
            at_.first > 0 && has_any(at_.before, ":/(|") && has_picture(at_.first - 1);
        return is_behind || is_before;
    }

    [[nodiscard]] bool has_picture(std::uint32_t i) const {
        return (at_.row.cues(i) & cue_picture) != 0;
    }

    // "Sign up for the X newsletter", "Read more at X", "Follow X on".
    [[nodiscard]] bool is_furniture() const {
        const auto sentence = at_.row.sentence_of(at_.first);
        const auto begin = at_.row.sentence_begin(sentence);
        const auto end = at_.row.sentence_end(sentence);
        if (end - begin <= furniture_words && begin < at_.first &&
            (at_.row.cues(begin) & cue_opens_furniture) != 0) {
            return true;
        }
        constexpr std::uint32_t reach = 4;
        const auto to = std::min(end, at_.last + 1 + reach);
        for (auto i = at_.first - std::min(at_.first - begin, reach); i < to; ++i) {
            if ((at_.row.cues(i) & cue_furniture) != 0) {
                return true;
            }
        }
        return false;
    }

    Surroundings at_;
    bool is_named_;
};

}  // namespace

Frame frame_of(const CreditRow& row, const Mention& mention) {
    return FrameReader(row, mention).read();
}

}  // namespace wirecopy::tape
