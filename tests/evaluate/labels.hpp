// Labels and articles for the tests, without files.

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "wirecopy/evaluate.hpp"

namespace wirecopy::testing {

/// A header stands on line 1.
inline Labels labels_of(LabelKind kind, std::vector<LabelRow> rows) {
    Labels labels{.source = "labels.tsv", .kind = kind, .rows = std::move(rows), .rejected = {}};
    for (std::size_t i = 0; i < labels.rows.size(); ++i) {
        labels.rows[i].line = i + 2;
    }
    return labels;
}

inline Labels pair_labels(std::vector<LabelRow> rows) {
    return labels_of(LabelKind::pairs, std::move(rows));
}

inline Labels cluster_labels(const std::vector<std::pair<std::string, std::string>>& rows) {
    std::vector<LabelRow> made;
    for (const auto& [id, cluster] : rows) {
        made.push_back({.id_a = id, .id_b = "", .label = cluster, .line = 0});
    }
    return labels_of(LabelKind::clusters, std::move(made));
}

inline std::vector<Article> articles_called(const std::vector<std::string>& ids) {
    std::vector<Article> articles;
    for (const auto& id : ids) {
        articles.emplace_back().id = id;
    }
    return articles;
}

/// "line (id): reason", one each.
inline std::vector<std::string> said(const std::vector<Rejected>& rejected) {
    std::vector<std::string> lines;
    for (const auto& one : rejected) {
        lines.push_back(std::to_string(one.line) + " (" + one.id + "): " + one.reason);
    }
    return lines;
}

}  // namespace wirecopy::testing
