#include "score/reason.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "score/grade.hpp"
#include "tape/outlets.hpp"

namespace wirecopy::score {

namespace {

// "96 %"; 100 is said of no less.
std::string percent(double share) {
    const auto rounded = static_cast<std::uint64_t>(std::floor(share * 100));
    return std::to_string(rounded) + " %";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

// "4 names and 7 numbers and dates are in both"
std::string shared_specifics(const Explanation& explanation) {
    const auto names = explanation.names.shared.size();
    const auto numbers = explanation.numbers.shared.size();
    return counted(names, "name", "names") + " and " +
           counted(numbers, "number or date", "numbers and dates") +
           (names + numbers == 1 ? " is in both" : " are in both");
}

std::string specifics_apart(const Explanation& explanation) {
    const auto& names = explanation.names;
    const auto& numbers = explanation.numbers;
    const auto at_odds = names.conflicting.size() + numbers.conflicting.size();
    return shared_specifics(explanation) + ", " +
           std::to_string(names.only_a.size() + numbers.only_a.size() + at_odds) +
           " in A alone and " +
           std::to_string(names.only_b.size() + numbers.only_b.size() + at_odds) + " in B alone";
}

std::string contradiction(const Explanation& explanation) {
    const auto& names = explanation.names.conflicting;
    const auto& conflicting = names.empty() ? explanation.numbers.conflicting : names;
    if (conflicting.empty()) {
        return "";
    }
    return (names.empty() ? " Perhaps at odds: \"" : " At odds: \"") + conflicting.front().a.text +
           "\" in A, \"" + conflicting.front().b.text + "\" in B.";
}

// "17 terms, 7 % of what those of A tell and 2 % of B"
std::string shared_vocabulary(const Explanation& explanation) {
    return counted(explanation.terms.size(), "term", "terms") + ", " +
           percent(explanation.a.shared) + " of what those of A tell and " +
           percent(explanation.b.shared) + " of B";
}

double story_of(const Explanation& explanation, std::string_view name) {
    for (const auto& feature : explanation.features) {
        if (feature.name == name) {
            return feature.story;
        }
    }
    return 0;
}

double value_of(const Explanation& explanation, std::string_view name) {
    for (const auto& feature : explanation.features) {
        if (feature.name == name) {
            return feature.value;
        }
    }
    return 0;
}

std::uint64_t longest_passage(const Explanation& explanation) {
    std::uint64_t longest = 0;
    for (const auto& span : explanation.spans) {
        longest = std::max(longest, span.equal_words);
    }
    return longest;
}

// " B credits The Lagoon Herald, whose article A is."
std::string credit_sentence(const Explanation& explanation) {
    const auto outlet_of = [](const std::string& name) { return tape::outlet_of(name); };
    const auto credits = [&](const ExplainedArticle& article, std::uint32_t outlet) {
        return outlet != 0 && std::ranges::any_of(article.credits, [&](const auto& credit) {
                   return credit.role != CreditRole::mention && outlet_of(credit.outlet) == outlet;
               });
    };
    const auto& a = explanation.a;
    const auto& b = explanation.b;
    if (credits(a, outlet_of(b.source))) {
        return " A credits " + b.source + ", which B comes from.";
    }
    if (credits(b, outlet_of(a.source))) {
        return " B credits " + a.source + ", which A comes from.";
    }
    for (const auto& credit : a.credits) {
        if (credit.role != CreditRole::mention && credits(b, outlet_of(credit.outlet))) {
            return " Both credit " + credit.outlet + ".";
        }
    }
    return "";
}

Reason rewrite_reason(const Explanation& explanation) {
    std::string text = "They tell the same details: " + shared_specifics(explanation);
    if (!explanation.quotations.empty()) {
        text += ", and " + counted(explanation.quotations.size(), "quotation", "quotations");
    }
    text += explanation.spans.empty()
                ? ". No passage was carried over."
                : ". The longest passage in both has " +
                      std::to_string(longest_passage(explanation)) + " equal words.";
    const auto derived = static_cast<double>(explanation.verdict.derived);
    if (derived < GradeRules{}.rewrite_derived) {
        return {"carried_over",
                "In nearly every stretch of either three words in a row stand in the other: one "
                "text, with words replaced throughout. " +
                    text + credit_sentence(explanation)};
    }
    return {"same_report", text + credit_sentence(explanation)};
}

Reason no_words_reason(const Explanation& explanation) {
    const bool none_in_a = explanation.a.words == 0;
    const bool none_in_b = explanation.b.words == 0;
    return {"no_words", none_in_a && none_in_b ? "Neither article has a word."
                        : none_in_a            ? "A has no word."
                                               : "B has no word."};
}

// Below it the words that both have are those of one language and matter, not one text.
constexpr double much_wording = 0.15;

struct Doubt {
    double story;  // log-odds
    Reason reason;
};

// What speaks against one event, the strongest first; it may be that nothing speaks for it either.
std::vector<Doubt> doubts(const Explanation& explanation) {
    const bool same_wording = value_of(explanation, "copied") >= much_wording;
    const auto apart = static_cast<std::size_t>(value_of(explanation, "days_apart"));
    std::vector<Doubt> found{
        {story_of(explanation, "conflict"),
         {same_wording ? "filled_template" : "other_facts",
          (same_wording
               ? "Much of the wording is the same, but of other people, places or numbers: "
               : "They share more of their vocabulary than of their facts: ") +
              specifics_apart(explanation) + "."}},
        {story_of(explanation, "agreement"),
         {"other_facts", "Names and numbers are others: " + specifics_apart(explanation) + "."}},
        {std::min(story_of(explanation, "resemblance"), story_of(explanation, "company")),
         {"other_words", "They share little vocabulary, or resemble different articles: " +
                             shared_vocabulary(explanation) + "."}},
        {story_of(explanation, "days_apart"),
         {"other_days", "They were published " + counted(apart, "day", "days") + " apart."}}};
    std::erase_if(found, [](const Doubt& doubt) { return doubt.story >= 0; });
    std::ranges::stable_sort(found, {}, &Doubt::story);
    return found;
}

Reason none_reason(const Explanation& explanation, Reuse reuse) {
    const auto& a = explanation.a;
    const auto& b = explanation.b;
    if (a.words == 0 || b.words == 0) {
        return no_words_reason(explanation);
    }
    const bool is_candidate = value_of(explanation, "resemblance") > 0;
    auto found = is_candidate ? doubts(explanation) : std::vector<Doubt>();
    if (a.language != b.language && found.empty()) {
        const auto name = [](std::string language) {
            if (language.empty()) {
                return std::string("a language not known here");
            }
            language.front() = static_cast<char>(language.front() - 'a' + 'A');
            return language;
        };
        return {"different_languages", "A is in " + name(a.language) + ", B in " +
                                           name(b.language) +
                                           ": their words are not compared, and what names and "
                                           "numbers they share does not show one event."};
    }
    const auto said = contradiction(explanation);
    if (found.empty() && reuse == Reuse::none) {
        return {"few_words", "They share too little to tell of one event: " +
                                 shared_vocabulary(explanation) + "." + said};
    }
    if (reuse != Reuse::none) {
        return {"filled_template",
                "Much of the wording is the same, but of other people, places "
                "or numbers: " +
                    specifics_apart(explanation) + "." + said};
    }
    auto reason = std::move(found.front().reason);
    const bool second_counts = found.size() > 1 && found[1].story <= -1;
    reason.sentences += !said.empty() ? said : second_counts ? " " + found[1].reason.sentences : "";
    return reason;
}

}  // namespace

Reason reason_for(const Explanation& explanation, Reuse reuse, const ReuseFacts& facts) {
    switch (explanation.verdict.grade) {
        case Grade::copy:
            if (explanation.features.empty()) {  // equal texts are not weighed
                return {"same_text", "Both are the same text, word for word."};
            }
            return {"same_text", percent(facts.of_shorter) +
                                     " of the words of the shorter article and " +
                                     percent(facts.of_longer) +
                                     " of the longer stand in the other in the same order."};
        case Grade::edited:
            return {"most_text", percent(facts.of_shorter) +
                                     " of the words of the shorter article stand in the other, "
                                     "cut, moved or lightly edited."};
        case Grade::rewrite:
            return rewrite_reason(explanation);
        case Grade::partial:
            return {"passage", "A passage of " + std::to_string(longest_passage(explanation)) +
                                   " equal words stands in both; the rest does not come from one "
                                   "report."};
        case Grade::related:
            return {"same_event",
                    "They tell of one event, but the details that a common report "
                    "would leave are few: " +
                        specifics_apart(explanation) + "." + credit_sentence(explanation)};
        case Grade::none:
            break;
    }
    return none_reason(explanation, reuse);
}

}  // namespace wirecopy::score
