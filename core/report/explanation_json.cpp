// An explanation as JSON: everything it holds, with bytes and code points.

#include <string_view>

#include "report/json_writer.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

using report::JsonWriter;

void write_place(const TextSpan& place, JsonWriter& out) {
    out.open('{');
    out.key("bytes");
    out.open('[');
    out.whole(place.begin_byte);
    out.whole(place.end_byte);
    out.close(']');
    out.key("code_points");
    out.open('[');
    out.whole(place.begin_code_point);
    out.whole(place.end_code_point);
    out.close(']');
    out.close('}');
}

void write_places(const std::vector<TextSpan>& places, JsonWriter& out) {
    out.open('[');
    for (const auto& place : places) {
        write_place(place, out);
    }
    out.close(']');
}

void write_mention(const Mention& mention, JsonWriter& out) {
    if (mention.places.empty()) {
        return out.null();
    }
    out.open('{');
    out.text("text", mention.text);
    out.key("places");
    write_places(mention.places, out);
    out.close('}');
}

// A line for each item.
template <typename Item, typename Write>
void write_list(const std::vector<Item>& items, JsonWriter& out, Write write) {
    out.open('[');
    for (const auto& item : items) {
        out.begin_line();
        write(item, out);
    }
    out.close(']');
}

void write_evidence(const Evidence& evidence, JsonWriter& out) {
    out.open('{');
    out.number("nats", evidence.nats);
    out.key("a");
    write_mention(evidence.a, out);
    out.key("b");
    write_mention(evidence.b, out);
    out.close('}');
}

void write_lists(const EvidenceLists& lists, JsonWriter& out) {
    out.open('{');
    out.key("shared");
    write_list(lists.shared, out, write_evidence);
    out.key("conflicting");
    write_list(lists.conflicting, out, write_evidence);
    out.key("only_a");
    write_list(lists.only_a, out, write_evidence);
    out.key("only_b");
    write_list(lists.only_b, out, write_evidence);
    out.close('}');
}

void write_span(const CopiedSpan& span, JsonWriter& out) {
    out.open('{');
    out.whole("equal_words", span.equal_words);
    out.key("a");
    write_mention(span.a, out);
    out.key("b");
    write_mention(span.b, out);
    out.key("edits");
    out.open('[');
    for (const auto& edit : span.edits) {
        out.open('{');
        out.key("a");
        write_place(edit.a, out);
        out.key("b");
        write_place(edit.b, out);
        out.close('}');
    }
    out.close(']');
    out.close('}');
}

void write_credit(const CreditEvidence& credit, JsonWriter& out) {
    out.open('{');
    out.text("outlet", credit.outlet);
    out.text("role", credit_role_name(credit.role));
    out.key("name");
    write_mention(credit.name, out);
    out.key("phrase");
    write_mention(credit.phrase, out);
    out.close('}');
}

void write_article(const ExplainedArticle& article, JsonWriter& out) {
    out.open('{');
    out.text("id", article.id);
    out.text("title", article.title);
    out.text("source", article.source);
    out.text("date", article.date);
    out.text("language", article.language);
    out.whole("words", article.words);
    out.number("nats", article.nats);
    out.number("shared", article.shared);
    out.number("copied", article.copied);
    out.begin_line();
    out.key("own_sentences");
    write_list(article.own_sentences, out, write_mention);
    out.begin_line();
    out.key("credits");
    write_list(article.credits, out, write_credit);
    out.close('}');
}

void write_feature(const FeatureEvidence& feature, JsonWriter& out) {
    out.open('{');
    out.text("name", feature.name);
    out.number("value", feature.value);
    out.number("story", feature.story);
    out.number("derived", feature.derived);
    out.close('}');
}

void write_verdict(const Explanation& explanation, JsonWriter& out) {
    const auto& verdict = explanation.verdict;
    const auto score = [&](std::string_view key, float value) {
        out.number(key, static_cast<double>(value));
    };
    out.begin_line();
    out.text("grade", grade_names()[static_cast<std::size_t>(verdict.grade)]);
    score("story", verdict.story);
    score("derived", verdict.derived);
    score("jaccard", verdict.jaccard);
    score("containment_a", verdict.containment_a);
    score("containment_b", verdict.containment_b);
    out.text("direction", direction_name(explanation.direction));
    out.begin_line();
    out.text("rule", explanation.rule);
    out.text("reason", explanation.reason);
}

}  // namespace

void write_json(const Explanation& explanation, const ReportSink& sink) {
    report::BlockWriter blocks(sink);
    JsonWriter out(blocks);
    const auto member = [&](std::string_view name, const auto& value, auto write) {
        out.begin_line();
        out.key(name);
        write(value, out);
    };
    const auto write_all = [](const std::vector<Evidence>& list, JsonWriter& to) {
        write_list(list, to, write_evidence);
    };
    out.open('{');
    out.text("wirecopy", "explanation");
    out.whole("version", 1);
    member("a", explanation.a, write_article);
    member("b", explanation.b, write_article);
    write_verdict(explanation, out);
    member("corpus_articles", explanation.corpus_articles,
           [](std::uint64_t count, JsonWriter& to) { to.whole(count); });
    out.number("story_start", explanation.story_start);
    out.number("derived_start", explanation.derived_start);
    out.key("features");
    write_list(explanation.features, out, write_feature);
    member("terms", explanation.terms, write_all);
    member("phrases", explanation.phrases, write_all);
    member("names", explanation.names, write_lists);
    member("numbers", explanation.numbers, write_lists);
    member("quotations", explanation.quotations, write_all);
    member("spans", explanation.spans, [](const std::vector<CopiedSpan>& spans, JsonWriter& to) {
        write_list(spans, to, write_span);
    });
    out.close('}');
    blocks.text("\n");
    blocks.finish();
}

}  // namespace wirecopy
