// Answers of an index, a line each.

#include "report/block_writer.hpp"
#include "report/json_writer.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/index.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

using report::JsonWriter;

std::string_view name_of(Grade grade) {
    return grade_names()[static_cast<std::size_t>(grade)];
}

void write_match(JsonWriter& json, const IndexMatch& match) {
    const auto& verdict = match.verdict;
    json.open('{');
    json.key("id");
    json.text(match.id);
    json.key("grade");
    json.text(name_of(verdict.grade));
    const auto score = [&](std::string_view name, float value) {
        json.key(name);
        json.number(static_cast<double>(value));
    };
    score("story", verdict.story);
    score("derived", verdict.derived);
    score("jaccard", verdict.jaccard);
    score("containment_a", verdict.containment_a);
    score("containment_b", verdict.containment_b);
    json.close('}');
}

void write_events(JsonWriter& json, const std::vector<StoryEvent>& events) {
    json.key("events");
    json.open('[');
    for (const auto& event : events) {
        json.open('{');
        json.key("event");
        json.text(event.is_merge ? "merge" : "split");
        json.key("from");
        json.whole(event.from);
        json.key("into");
        json.whole(event.into);
        json.close('}');
    }
    json.close(']');
}

}  // namespace

struct AnswerLines::State {
    explicit State(ReportSink taker) : sink(std::move(taker)), out(sink), json(out) {}

    void bare(std::string_view name, std::string_view value) {
        out.text(",\"");
        out.text(name);
        out.text("\":");
        out.text(value);
    }

    ReportSink sink;
    report::BlockWriter out;
    JsonWriter json;
};

AnswerLines::AnswerLines(ReportSink sink) : state_(std::make_unique<State>(std::move(sink))) {}
AnswerLines::~AnswerLines() = default;

void AnswerLines::write(const IndexAnswer& answer) {
    auto& json = state_->json;
    json.open('{');
    json.key("id");
    json.text(answer.id);
    const auto group = [&](std::string_view name, std::uint64_t id) {
        json.key(name);
        id == 0 ? json.null() : json.whole(id);
    };
    group("story", answer.story);
    group("origin", answer.origin);
    json.key("grade");
    json.text(name_of(answer.grade));
    state_->bare("novel", answer.novel ? "true" : "false");
    json.key("matches");
    json.open('[');
    for (const auto& match : answer.matches) {
        write_match(json, match);
    }
    json.close(']');
    json.key("credits");
    json.open('[');
    for (const auto& credit : answer.credits) {
        json.open('{');
        json.key("outlet");
        json.text(credit.outlet);
        json.key("role");
        json.text(credit_role_name(credit.role));
        json.close('}');
    }
    json.close(']');
    if (!answer.events.empty()) {
        write_events(json, answer.events);
    }
    if (answer.unchanged) {
        state_->bare("unchanged", "true");
    }
    json.close('}');
    state_->out.text("\n");
}

void AnswerLines::write(const Rejected& rejected) {
    auto& json = state_->json;
    json.open('{');
    json.key("line");
    json.whole(rejected.line);
    if (!rejected.id.empty()) {
        json.key("id");
        json.text(rejected.id);
    }
    json.key("error");
    json.text(rejected.reason);
    json.close('}');
    state_->out.text("\n");
}

void AnswerLines::write(const IndexInfo& info) {
    auto& json = state_->json;
    json.open('{');
    const auto number = [&](std::string_view name, std::uint64_t value) {
        json.key(name);
        json.whole(value);
    };
    number("articles", info.articles);
    number("stories", info.stories);
    number("epoch", info.epoch);
    number("disk_bytes", info.disk_bytes);
    json.key("window_days");
    info.options.window_days ? json.whole(*info.options.window_days) : json.null();
    number("most_articles", info.options.most_articles);
    number("epoch_articles", info.options.epoch_articles);
    number("ngram", info.options.ngram);
    json.key("prior");
    json.number(info.options.base_rate);
    state_->bare("credit", info.options.use_credit ? "true" : "false");
    state_->bare("own_frequencies", info.options.tables.prior.empty() ? "false" : "true");
    state_->bare("own_model", info.options.tables.model.empty() ? "false" : "true");
    json.close('}');
    state_->out.text("\n");
}

void AnswerLines::flush() {
    state_->out.finish();
}

}  // namespace wirecopy
