#include "tape/page_frame.hpp"

#include <algorithm>
#include <string_view>

#include "tape/gap_marks.hpp"

namespace wirecopy::tape {

namespace {

constexpr std::uint32_t dateline_words = 60;       // a headline, a summary and a dateline
constexpr std::uint32_t bare_dateline_words = 12;  // "PARIS, X -"
constexpr std::uint32_t byline_words = 14;         // "By Jane Doe and John Roe in Velm, X"
constexpr std::uint32_t furniture_words = 16;      // a longer sentence is prose

class FrameReader {
public:
    FrameReader(const CreditRow& row, const Mention& mention)
        : row_(row),
          mention_(mention),
          first_(mention.first),
          last_(mention.last),
          before_(row.gap(first_)),
          behind_(row.gap(last_ + 1)),
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
            return behind_ == ", " && last_ + 1 < row_.size() &&
                   row_.is_date(last_ + 1);  // "X, May 17."
        }
        // "(X, Y)" at the end.
        constexpr std::uint32_t list_words = 6;
        if (opens && row_.size() - last_ <= list_words && contains(row_.gap(row_.size()), ")")) {
            return true;
        }
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
        return has_dash(before_) && before_.ends_with(" ") && row_.starts_sentence(last_ + 1) &&
               !behind_.starts_with(" (") && row_.size() - last_ <= 2;
    }

    [[nodiscard]] bool is_copyright() const {
        if (mention_.kind != OutletKind::agency) {
            return false;
        }
        constexpr std::uint32_t reach = 5;
        for (std::uint32_t i = first_; i > 0 && first_ - i < reach; --i) {
            if (contains(row_.gap(i), "©")) {
                return true;
            }
            if ((row_.cues(i - 1) & cue_copyright) != 0) {
                return i < 2 || !has_picture(i - 2);  // "Image copyright X"
            }
            if (row_.starts_sentence(i)) {
                return false;
            }
        }
        return first_ == 0 && contains(before_, "©");
    }

    // "Source: X", but not "Source: X via Getty Images".
    [[nodiscard]] bool is_label() const {
        constexpr std::uint32_t reach = 2;
        for (auto i = last_ + 1; i <= last_ + reach && !row_.starts_sentence(i); ++i) {
            if (has_picture(i)) {
                return false;
            }
        }
        return first_ > 0 && (contains(before_, ":") || contains(before_, "：")) &&
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

    const CreditRow& row_;
    const Mention& mention_;
    std::uint32_t first_;
    std::uint32_t last_;
    std::string_view before_;
    std::string_view behind_;
    bool is_named_;
};

}  // namespace

Frame frame_of(const CreditRow& row, const Mention& mention) {
    return FrameReader(row, mention).read();
}

}  // namespace wirecopy::tape
