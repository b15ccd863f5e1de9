// An explanation for people: the verdict and why, then what tells most of each kind.

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "report/block_writer.hpp"
#include "report/columns.hpp"
#include "report/evidence_list.hpp"
#include "report/flow.hpp"
#include "report/log_odds_table.hpp"
#include "report/paint.hpp"
#include "report/score_text.hpp"
#include "report/side_by_side.hpp"
#include "report/summary.hpp"
#include "tape/display_width.hpp"
#include "wirecopy/report.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

namespace {

using report::Flow;

constexpr std::size_t most_passages = 5;
constexpr std::size_t most_sentences = 3;
constexpr std::size_t most_item_bytes = 160;
constexpr std::size_t most_sentence_bytes = 320;
constexpr std::size_t key_columns = 9;

constexpr std::array<std::string_view, 6> grade_meanings{
    "no common event is seen",
    "the same event, reported independently",
    "a passage of one stands in the other",
    "written anew from the same report",
    "most sentences carried over, cut, moved or lightly edited",
    "the same text but for trivial edits",
};

std::string percent(double share) {
    return std::to_string(std::lround(share * 100)) + " %";
}

// Builds the text section by section.
class Page {
public:
    Page(const Explanation& explanation, const TerminalStyle& style)
        : explanation_(explanation), style_(style) {}

    [[nodiscard]] std::string make() {
        add_article("A", explanation_.a);
        add_article("B", explanation_.b);
        add_verdict();
        add_terms();
        add_phrases();
        add_lists("Names", explanation_.names);
        add_lists("Numbers and dates", explanation_.numbers);
        add_quotations();
        add_passages();
        add_credits();
        add_sentences("Only in A", explanation_.a.own_sentences);
        add_sentences("Only in B", explanation_.b.own_sentences);
        add_log_odds();
        return std::move(text_);
    }

private:
    void add_line(std::string_view line) { text_.append(line).append("\n"); }

    void add_heading(std::string_view heading, std::string_view rest = "") {
        text_ += '\n';
        const auto first = report::emphasised(heading, style_.colour);
        if (rest.empty() ||
            tape::display_width(heading) + 2 + tape::display_width(rest) <= style_.width_columns) {
            add_line(rest.empty() ? first : first + ": " + std::string(rest));
            return;
        }
        add_line(first + ":");
        add_flowed("  ", rest);
    }

    // The text behind `head`, its further lines indented alike.
    void add_flowed(std::string_view head, std::string_view text) {
        Flow flow(style_);
        flow.add(text);
        add_flow(head, flow);
    }
    void add_flow(std::string_view head, const Flow& flow) {
        const auto indent = tape::display_width(head);
        const auto room = std::max(style_.width_columns, indent + 8) - indent;
        std::string before(head);
        for (const auto& line : flow.lines(room)) {
            add_line(before + line.text);
            before = std::string(indent, ' ');
        }
    }

    void add_article(std::string_view letter, const ExplainedArticle& article) {
        Flow id(style_);
        id.add(article.id.empty() ? "(no id)" : article.id);
        add_flow(std::string(letter) + "  ", id);
        if (!article.title.empty()) {
            add_flowed("   ", clip(article.title, most_sentence_bytes));
        }
        std::string facts;
        for (const auto& fact : {article.source, article.date, article.language}) {
            facts += fact.empty() ? "" : clip(fact, most_item_bytes) + ", ";
        }
        add_flowed("   ", facts + report::counted(article.words, "word"));
    }

    [[nodiscard]] std::string clip(std::string_view text, std::size_t bytes) const {
        return report::clipped(text, bytes, style_.unicode);
    }

    void add_verdict() {
        const auto& verdict = explanation_.verdict;
        const auto grade = static_cast<std::size_t>(verdict.grade);
        text_ += '\n';
        add_line(report::emphasised(grade_names()[grade], style_.colour) + ": " +
                 std::string(grade_meanings[grade]));
        add_flowed("  ", explanation_.reason);
        const auto score = [](std::string_view name, float value) {
            return std::string(name)
                .append(report::no_break_space)
                .append(report::short_score(millionths(value), 2, true));
        };
        add_flowed("  ", score("story", verdict.story) + ", " + score("derived", verdict.derived) +
                             ", " + score("jaccard", verdict.jaccard) + ", " +
                             score("containment", verdict.containment_a) + " of A and " +
                             report::short_score(millionths(verdict.containment_b), 2, true) +
                             " of B");
    }

    // A pair that is no candidate was not asked, nor were equal texts: there is nothing to add up.
    void add_log_odds() {
        if (explanation_.verdict.story > 0 && !explanation_.features.empty()) {
            add_heading("Log-odds", "of a middling pair, and what this one's features add to them");
            text_ += report::log_odds_table(explanation_);
        }
    }

    [[nodiscard]] std::string listed(const std::vector<Evidence>& items, bool with_nats) const {
        return report::evidence_list(items, with_nats, style_);
    }

    void add_terms() {
        if (explanation_.terms.empty()) {
            return;
        }
        add_heading("Rarest terms in both",
                    "of " + report::grouped(explanation_.terms.size()) + ", " +
                        percent(explanation_.a.shared) + " of A and " +
                        percent(explanation_.b.shared) + " of B, in nats among " +
                        report::counted(explanation_.corpus_articles, "article"));
        add_flowed("  ", listed(explanation_.terms, true));
    }

    void add_phrases() {
        if (!explanation_.phrases.empty()) {
            add_heading("Rarest phrases in both");
            add_flowed("  ", listed(explanation_.phrases, true));
        }
    }

    void add_lists(std::string_view heading, const EvidenceLists& lists) {
        if (lists.shared.empty() && lists.conflicting.empty() && lists.only_a.empty() &&
            lists.only_b.empty()) {
            return;
        }
        add_heading(heading);
        const auto row = [&](std::string_view key, const std::vector<Evidence>& items) {
            if (!items.empty()) {
                add_flowed(report::padded("  " + std::string(key), key_columns + 2),
                           listed(items, false));
            }
        };
        row("both", lists.shared);
        row("at odds?", lists.conflicting);
        row("A alone", lists.only_a);
        row("B alone", lists.only_b);
    }

    void add_quotations() {
        if (explanation_.quotations.empty()) {
            return;
        }
        add_heading("Quoted in both");
        const auto& quotations = explanation_.quotations;
        for (std::size_t i = 0; i < std::min(quotations.size(), most_sentences); ++i) {
            add_flowed("  ", "\"" + clip(quotations[i].a.text, most_sentence_bytes) + "\"");
        }
        add_rest(quotations.size(), most_sentences);
    }

    void add_rest(std::size_t all, std::size_t shown_most) {
        if (all > shown_most) {
            add_line("  " + report::grouped(all - shown_most) + " more");
        }
    }

    void add_passages() {
        if (explanation_.spans.empty()) {
            return;
        }
        std::string rest = percent(explanation_.a.copied) + " of the words of A, " +
                           percent(explanation_.b.copied) + " of B";
        const auto direction = explanation_.direction;
        rest += direction == Direction::a_in_b   ? "; A stands in B"
                : direction == Direction::b_in_a ? "; B stands in A"
                                                 : "";
        add_heading("Copied passages", rest);
        std::vector<const CopiedSpan*> spans;
        spans.reserve(explanation_.spans.size());
        for (const auto& span : explanation_.spans) {
            spans.push_back(&span);
        }
        std::ranges::stable_sort(spans, std::greater<>(), &CopiedSpan::equal_words);
        for (std::size_t i = 0; i < std::min(spans.size(), most_passages); ++i) {
            const auto& span = *spans[i];
            add_line("  " + report::counted(span.equal_words, "equal word") + ", from byte " +
                     report::grouped(span.a.places.front().begin_byte) + " of A and " +
                     report::grouped(span.b.places.front().begin_byte) + " of B");
            text_ += report::side_by_side(span, style_);
        }
        add_rest(spans.size(), most_passages);
    }

    void add_credits() {
        if (explanation_.a.credits.empty() && explanation_.b.credits.empty()) {
            return;
        }
        add_heading("Outlets named");
        const auto add = [&](std::string_view letter, const ExplainedArticle& article) {
            const auto most = std::min(article.credits.size(), style_.limit_pairs);
            for (std::size_t i = 0; i < most; ++i) {
                const auto& credit = article.credits[i];
                static constexpr std::array<std::string_view, 3> roles{
                    "named", "credited for one matter", "credited with the report"};
                auto line = clip(credit.outlet, most_item_bytes) + ", " +
                            std::string(roles[static_cast<std::size_t>(credit.role)]);
                if (credit.role != CreditRole::mention && !credit.phrase.places.empty()) {
                    line += ": \"" + clip(credit.phrase.text, most_item_bytes) + "\"";
                }
                add_flowed("  " + std::string(letter) + "  ", line);
            }
            add_rest(article.credits.size(), style_.limit_pairs);
        };
        add("A", explanation_.a);
        add("B", explanation_.b);
    }

    void add_sentences(std::string_view heading, const std::vector<Mention>& sentences) {
        if (sentences.empty()) {
            return;
        }
        add_heading(heading);
        for (std::size_t i = 0; i < std::min(sentences.size(), most_sentences); ++i) {
            add_flowed("  - ", clip(sentences[i].text, most_sentence_bytes));
        }
        add_rest(sentences.size(), most_sentences);
    }

    const Explanation& explanation_;
    const TerminalStyle& style_;
    std::string text_;
};

}  // namespace

void write_text(const Explanation& explanation, const TerminalStyle& style,
                const ReportSink& sink) {
    report::BlockWriter out(sink);
    out.text(Page(explanation, style).make());
    out.finish();
}

}  // namespace wirecopy
