// Explanations to report: one that has something of every kind, and one of hostile texts.

#pragma once

#include <string>
#include <string_view>

#include "wirecopy/compare.hpp"

namespace wirecopy::sample {

inline Mention mention(std::string text, std::uint64_t begin) {
    const auto size = text.size();
    return {std::move(text), {{begin, begin + size, begin, begin + size}}};
}

inline Explanation rewrite() {
    Explanation made;
    made.a = {"a.txt", "Ferry sinks", "Kelm Post", "2025-02-14", "english",
              500,     800,           .5,          .1,           {mention("It was dark.", 40)},
              {}};
    made.b = made.a;
    made.b.id = "b.txt";
    made.b.own_sentences.clear();
    made.b.credits = {{"Seaboard News Agency", CreditRole::source, mention("SNA", 3),
                       mention("SNA reported", 3)}};
    made.verdict = {Grade::rewrite, .98F, .75F, .0125F, .02F, .03F};
    made.rule = "same_report";
    made.reason = "They tell the same details.";
    made.direction = Direction::a_in_b;
    made.corpus_articles = 2;
    made.story_start = -6.25;
    made.derived_start = -1.5;
    made.features = {{"resemblance", .5, 4.5, 0}, {"days_apart", 3, -1.25, -.5}};
    made.terms = {{mention("Inishcorra", 7), mention("Inishcorra", 9), 5.4321},
                  {mention("trawlers", 20), mention("Trawler", 30), 5.1}};
    made.phrases = {{mention("thick fog", 50), mention("Thick fog", 60), 9.5}};
    made.names = {{{mention("Tilda Brandvik", 1), mention("Brandvik", 2), 8}},
                  {},
                  {{mention("Osk", 3), {}, 4}},
                  {}};
    made.numbers = {{{mention("86 people", 1), mention("86 passengers", 2), 4}},
                    {{mention("48 missing", 11), mention("53 missing", 22), 4}},
                    {},
                    {{{}, mention("Friday", 3), 2}}};
    made.quotations = {
        {mention("We went by the whistles", 5), mention("We went by the whistles", 6), 9}};
    made.spans = {{mention("a ferry with 86 people on board", 100),
                   mention("a ferry with 64 people on board", 200),
                   6,
                   {{{113, 115, 113, 115}, {213, 215, 213, 215}}}}};
    return made;
}

/// Every text is one that no terminal should be sent.
inline Explanation hostile() {
    static constexpr std::string_view evil = "\x1b[2J\x07\xe2\x80\xae \xff\\ \x7f";
    auto made = rewrite();
    const auto spoil = [](Mention& mention) {
        if (!mention.places.empty()) {
            mention.text = std::string(evil) + mention.text;
        }
    };
    const auto spoil_all = [&](std::vector<Evidence>& list) {
        for (auto& evidence : list) {
            spoil(evidence.a);
            spoil(evidence.b);
        }
    };
    for (auto* article : {&made.a, &made.b}) {
        for (auto* text : {&article->id, &article->title, &article->source, &article->date}) {
            *text = evil;
        }
        for (auto& sentence : article->own_sentences) {
            spoil(sentence);
        }
        for (auto& credit : article->credits) {
            credit.outlet = evil;
            spoil(credit.name);
            spoil(credit.phrase);
        }
    }
    made.reason = evil;
    for (auto* list : {&made.terms, &made.phrases, &made.quotations}) {
        spoil_all(*list);
    }
    for (auto* lists : {&made.names, &made.numbers}) {
        spoil_all(lists->shared);
        spoil_all(lists->conflicting);
        spoil_all(lists->only_a);
        spoil_all(lists->only_b);
    }
    for (auto& span : made.spans) {
        spoil(span.a);
        spoil(span.b);
    }
    return made;
}

}  // namespace wirecopy::sample
