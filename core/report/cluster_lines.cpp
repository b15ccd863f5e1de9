// Stories, their articles, and what left a corpus, a line each.

#include <array>
#include <string>

#include "report/line_writer.hpp"
#include "report/quoted.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy {

namespace {

using report::LineWriter;

constexpr std::array<std::string_view, 4> article_columns{"id", "story", "origin", "role"};
constexpr std::array<std::string_view, 8> story_columns{
    "story", "articles", "outlets", "origins", "sources", "weakest", "weakest_a", "weakest_b"};
// As JSON the origins are a list, which says the sources too.
constexpr std::array<std::string_view, 7> story_members{
    "story", "articles", "outlets", "origins", "weakest", "weakest_a", "weakest_b"};
constexpr std::array<std::string_view, 6> removed_columns{"id",    "kept",    "grade",
                                                          "story", "derived", "jaccard"};

std::string source_of(const Origin& origin, std::span<const Article> articles) {
    if (!origin.source.empty()) {
        return origin.source + (origin.absent ? " (absent)" : "");
    }
    const auto& representative = articles[origin.representative];
    return representative.source.empty() ? representative.id : representative.source;
}

std::string sources_of(const Story& story, std::span<const Article> articles) {
    std::string sources;
    for (const auto& origin : story.origins) {
        sources += (sources.empty() ? "" : "; ") + source_of(origin, articles);
    }
    return sources;
}

std::string origin_objects(const Story& story, std::span<const Article> articles) {
    std::string list = "[";
    for (const auto& origin : story.origins) {
        list += list.size() == 1 ? "" : ",";
        list += "{\"origin\":" + report::json_string(articles[origin.first].id);
        list += ",\"representative\":" + report::json_string(articles[origin.representative].id);
        list += ",\"articles\":" + std::to_string(origin.articles);
        list += ",\"source\":";
        list += origin.source.empty() ? "null" : report::json_string(origin.source);
        list += ",\"absent\":";
        list += origin.absent ? "true}" : "false}";
    }
    return list + "]";
}

}  // namespace

void write_clusters(const Clustering& clustering, std::span<const Article> articles,
                    PairFormat format, const ReportSink& sink) {
    LineWriter lines(format, article_columns, sink);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto& article = clustering.articles[i];
        lines.text(articles[i].id);
        lines.text(articles[article.story].id);
        lines.text(articles[article.origin].id);
        lines.text(role_name(article.role));
    }
    lines.finish();
}

void write_stories(const Clustering& clustering, std::span<const Article> articles,
                   PairFormat format, const ReportSink& sink) {
    const bool is_json = format == PairFormat::jsonl;
    using Columns = std::span<const std::string_view>;
    LineWriter lines(format, is_json ? Columns(story_members) : Columns(story_columns), sink);
    for (const auto& story : clustering.stories) {
        lines.text(articles[story.first].id);
        lines.number(story.articles);
        lines.number(story.outlets);
        if (is_json) {
            lines.raw(origin_objects(story, articles));
        } else {
            lines.number(story.origins.size());
            lines.text(sources_of(story, articles));
        }
        lines.score(story.weakest);
        lines.text(articles[story.weakest_article].id);
        lines.text(articles[story.weakest_partner].id);
    }
    lines.finish();
}

void write_removed(const Deduplication& deduplication, std::span<const Article> articles,
                   PairFormat format, const ReportSink& sink) {
    LineWriter lines(format, removed_columns, sink);
    for (const auto& removed : deduplication.removed) {
        lines.text(articles[removed.article].id);
        lines.text(articles[removed.kept].id);
        lines.text(grade_names()[static_cast<std::size_t>(removed.grade)]);
        lines.score(removed.story);
        lines.score(removed.derived);
        lines.score(removed.jaccard);
    }
    lines.finish();
}

}  // namespace wirecopy
