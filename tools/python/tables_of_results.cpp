#include "tables_of_results.hpp"

#include <cstdint>
#include <memory>
#include <vector>

#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"
#include "wirecopy/signatures.hpp"

namespace wirecopy::python {

namespace {

std::string_view name_of(Grade grade) {
    return grade_names()[static_cast<std::size_t>(grade)];
}

Table finished(std::vector<Column>&& columns) {
    return {std::make_shared<const Columns>(std::move(columns))};
}

// Pairs as they come.
class PairColumns {
public:
    PairColumns(std::span<const Article> articles, bool verdicts)
        : articles_(articles), verdicts_(verdicts) {}

    void add(std::size_t a, std::size_t b, const PairVerdict& verdict) {
        id_a_.push_back(articles_[a].id);
        id_b_.push_back(articles_[b].id);
        if (verdicts_) {
            grade_.push_back(name_of(verdict.grade));
            story_.push_back(verdict.story);
            derived_.push_back(verdict.derived);
        }
        jaccard_.push_back(verdict.jaccard);
        containment_a_.push_back(verdict.containment_a);
        containment_b_.push_back(verdict.containment_b);
    }

    [[nodiscard]] Table finish() {
        std::vector<Column> columns;
        columns.push_back({"id_a", std::move(id_a_)});
        columns.push_back({"id_b", std::move(id_b_)});
        if (verdicts_) {
            columns.push_back({"grade", std::move(grade_)});
            columns.push_back({"story", std::move(story_)});
            columns.push_back({"derived", std::move(derived_)});
        }
        columns.push_back({"jaccard", std::move(jaccard_)});
        columns.push_back({"containment_a", std::move(containment_a_)});
        columns.push_back({"containment_b", std::move(containment_b_)});
        return finished(std::move(columns));
    }

private:
    std::span<const Article> articles_;
    bool verdicts_;
    TextColumn id_a_;
    TextColumn id_b_;
    TextColumn grade_;
    std::vector<float> story_;
    std::vector<float> derived_;
    std::vector<float> jaccard_;
    std::vector<float> containment_a_;
    std::vector<float> containment_b_;
};

}  // namespace

Table likely_pairs(std::span<const Article> articles, CompareOptions options) {
    options.search = PairSearch::likely;
    const Comparison comparison(articles, options);
    PairColumns columns(articles, true);
    comparison.compare_likely([&](std::size_t a, auto later) {
        for (const auto& [b, verdict] : later) {
            columns.add(a, b, verdict);
        }
    });
    return columns.finish();
}

Table all_pairs(std::span<const Article> articles, CompareOptions options) {
    options.search = PairSearch::all;
    const Comparison comparison(articles, options);
    PairColumns columns(articles, true);
    comparison.compare_all([&](std::size_t a, std::span<const PairVerdict> later) {
        for (std::size_t i = 0; i < later.size(); ++i) {
            const auto b = a + 1 + i;
            const bool is_asked = options.groups.empty() || options.groups[a] != options.groups[b];
            if (is_asked && later[i].grade >= options.least_grade) {
                columns.add(a, b, later[i]);
            }
        }
    });
    return columns.finish();
}

Table copy_pairs(std::span<const Article> articles, const CopyOptions& options) {
    PairColumns columns(articles, false);
    find_copies(articles, options, [&](const CopyPair& pair) {
        PairVerdict verdict;
        verdict.jaccard = pair.jaccard;
        verdict.containment_a = pair.containment_a;
        verdict.containment_b = pair.containment_b;
        columns.add(pair.a, pair.b, verdict);
    });
    return columns.finish();
}

std::pair<Table, std::string> clusters(std::span<const Article> articles,
                                       const ClusterOptions& options) {
    const auto found = cluster_articles(articles, options);
    TextColumn id;
    TextColumn story;
    TextColumn origin;
    TextColumn role;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const auto& article = found.articles[i];
        id.push_back(articles[i].id);
        story.push_back(articles[article.story].id);
        origin.push_back(articles[article.origin].id);
        role.push_back(role_name(article.role));
    }
    std::vector<Column> columns;
    columns.push_back({"id", std::move(id)});
    columns.push_back({"story", std::move(story)});
    columns.push_back({"origin", std::move(origin)});
    columns.push_back({"role", std::move(role)});
    std::string stories;
    write_stories(found, articles, PairFormat::jsonl,
                  [&](std::string_view block) { stories += block; });
    return {finished(std::move(columns)), std::move(stories)};
}

Table removed_table(const Deduplication& found, std::span<const Article> articles) {
    TextColumn id;
    TextColumn kept;
    TextColumn grade;
    std::vector<float> story;
    std::vector<float> derived;
    std::vector<float> jaccard;
    for (const auto& removed : found.removed) {
        id.push_back(articles[removed.article].id);
        kept.push_back(articles[removed.kept].id);
        grade.push_back(name_of(removed.grade));
        story.push_back(removed.story);
        derived.push_back(removed.derived);
        jaccard.push_back(removed.jaccard);
    }
    std::vector<Column> columns;
    columns.push_back({"id", std::move(id)});
    columns.push_back({"kept", std::move(kept)});
    columns.push_back({"grade", std::move(grade)});
    columns.push_back({"story", std::move(story)});
    columns.push_back({"derived", std::move(derived)});
    columns.push_back({"jaccard", std::move(jaccard)});
    return finished(std::move(columns));
}

Explanation explain(std::span<const Article> articles, std::size_t a, std::size_t b,
                    CompareOptions options) {
    constexpr std::size_t most_articles_compared = 5000;
    options.search =
        articles.size() > most_articles_compared ? PairSearch::likely : PairSearch::all;
    const Comparison comparison(articles, options);
    return comparison.explain(a, b, articles[a], articles[b]);
}

void set_keep(ClusterOptions& options, std::string_view keep) {
    constexpr std::string_view of_source = "source:";
    if (keep == "earliest" || keep == "longest") {
        options.keep = keep == "earliest" ? Keep::earliest : Keep::longest;
    } else if (keep.starts_with(of_source) && keep.size() > of_source.size()) {
        options.keep = Keep::source;
        options.keep_source = keep.substr(of_source.size());
    } else {
        throw Error(ErrorKind::option, "keep: \"" + std::string(keep) +
                                           "\" is none of earliest, longest, source:NAME");
    }
}

}  // namespace wirecopy::python
