// Explanations: what a verdict rests on, read anew from the two texts and the weights and company
// of the corpus.

#include <algorithm>
#include <string>
#include <vector>

#include "engine/comparison.hpp"
#include "score/compared_names.hpp"
#include "score/compared_numbers.hpp"
#include "score/contributions.hpp"
#include "score/own_matter.hpp"
#include "score/reading.hpp"
#include "score/reason.hpp"
#include "score/replaced_names.hpp"
#include "score/shared_matter.hpp"
#include "score/span_edits.hpp"
#include "tape/credit.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

using score::Reading;

// An article stands in the other when half of it does, as in an edit, and a tenth more of it than
// of the other: so it is, the right way round, in 400 planted cuts and in none of 1,000 planted
// edits.
constexpr double contained_share = 0.5;
constexpr double direction_share = 0.1;

void require_same_words(const Reading& reading, std::span<const std::uint64_t> words) {
    if (!std::ranges::equal(reading.tape().words, words)) {
        throw Error(ErrorKind::option, "explain: the article \"" + reading.article().id +
                                           "\" has other words than the one that was compared");
    }
}

CreditRole role_of(tape::CreditRole role) {
    switch (role) {
        case tape::CreditRole::source:
            return CreditRole::source;
        case tape::CreditRole::side_fact:
            return CreditRole::side_fact;
        case tape::CreditRole::mention:
            break;
    }
    return CreditRole::mention;
}

std::vector<CreditEvidence> credits_of(const Reading& reading) {
    // Credits stand in lines of the page, too, so the whole text is read.
    const auto tape = TapeBuilder().build(reading.text());
    std::vector<CreditEvidence> made;
    for (const auto& credit : tape::read_credits(reading.text(), tape)) {
        const auto name = tape::outlet_name(credit.outlet);
        made.push_back({std::string(name.empty() ? reading.bytes(credit.place) : name),
                        role_of(credit.role), reading.mention(credit.place),
                        reading.mention(credit.phrase)});
    }
    return made;
}

ExplainedArticle summary_of(const Reading& reading, const Reading& other) {
    const auto& article = reading.article();
    const auto told = score::told_by(reading, other);
    ExplainedArticle made;
    made.id = article.id;
    made.title = article.title;
    made.source = article.source;
    made.date = article.date;
    made.language = reading.tape().language;
    made.words = reading.tape().words.size();
    made.nats = told.nats;
    made.shared = told.shared;
    made.own_sentences = score::own_sentences(reading, other);
    return made;
}

Place words_of(const Reading& reading, score::WordRun run) {
    const auto places = reading.word_places();
    if (run.begin == run.end) {  // nothing there: behind the word before
        const auto at = run.begin == 0 ? 0 : places[run.begin - 1].end;
        return {at, at};
    }
    return {places[run.begin].begin, places[run.end - 1].end};
}

std::vector<CopiedSpan> copied_spans(const Reading& a, const Reading& b,
                                     const std::vector<score::Span>& spans) {
    std::vector<CopiedSpan> made;
    made.reserve(spans.size());
    for (const auto& span : spans) {
        made.push_back({a.mention(words_of(a, {span.a_begin, span.a_end})),
                        b.mention(words_of(b, {span.b_begin, span.b_end})),
                        span.equal_words,
                        {}});
        for (const auto& edit : score::span_edits(span, a.tape().words, b.tape().words)) {
            made.back().edits.push_back({a.span(words_of(a, edit.a)), b.span(words_of(b, edit.b))});
        }
    }
    return made;
}

std::vector<Place> parts_of_a(const Reading& a, const std::vector<score::Span>& spans) {
    std::vector<Place> parts;
    parts.reserve(spans.size());
    for (const auto& span : spans) {
        parts.push_back(words_of(a, {span.a_begin, span.a_end}));
    }
    return parts;
}

Direction direction_of(const ExplainedArticle& a, const ExplainedArticle& b) {
    if (std::max(a.copied, b.copied) < contained_share) {
        return Direction::neither;
    }
    if (a.copied > b.copied + direction_share) {
        return Direction::a_in_b;
    }
    return b.copied > a.copied + direction_share ? Direction::b_in_a : Direction::both;
}

}  // namespace

Explanation Comparison::explain(std::size_t a, std::size_t b, const Article& article_a,
                                const Article& article_b) const {
    const Reading in_a(article_a, *state_->weights, state_->ignored[a]);
    const Reading in_b(article_b, *state_->weights, state_->ignored[b]);
    require_same_words(in_a, state_->wordings[a].words);
    require_same_words(in_b, state_->wordings[b].words);
    const auto spans = engine::common_spans(state_->wordings[a], state_->wordings[b]);
    const auto coverage =
        score::coverage(spans, state_->wordings[a].words.size(), state_->wordings[b].words.size());
    Explanation made;
    made.a = summary_of(in_a, in_b);
    made.b = summary_of(in_b, in_a);
    made.a.copied = coverage.of_a;
    made.b.copied = coverage.of_b;
    made.verdict = compare(a, b);
    if (made.verdict.grade >= Grade::partial) {
        made.direction = direction_of(made.a, made.b);
    }
    if (state_->options.use_credit) {
        made.a.credits = credits_of(in_a);
        made.b.credits = credits_of(in_b);
    }
    made.corpus_articles = size();
    if (!state_->same_words(a, b)) {  // else nothing was weighed
        const auto features =
            state_->features(a, b, state_->graph.between(a, b), state_->company(a, b));
        auto contributed =
            score::contributions(state_->judge.model(), features, state_->options.base_rate);
        made.story_start = contributed.start.story;
        made.derived_start = contributed.start.derived;
        made.features = std::move(contributed.features);
    }
    made.terms = score::shared_terms(in_a, in_b);
    made.phrases = score::shared_phrases(in_a, in_b, parts_of_a(in_a, spans));
    made.quotations = score::shared_quotations(in_a, in_b);
    made.names = score::compared_names(in_a, in_b);
    made.numbers = score::compared_numbers(in_a, in_b);
    made.spans = copied_spans(in_a, in_b, spans);
    score::oppose_replaced_names(made.spans, made.names);
    const auto facts =
        score::reuse_facts(spans, state_->wordings[a].word_flags, state_->wordings[b].word_flags);
    auto reason = score::reason_for(made, score::judge(facts), facts);
    made.rule = std::move(reason.rule);
    made.reason = std::move(reason.sentences);
    return made;
}

}  // namespace wirecopy
