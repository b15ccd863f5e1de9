#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include "article_list.hpp"
#include "bindings.hpp"
#include "run.hpp"
#include "table.hpp"
#include "tables_of_results.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/copies.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/signatures.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::python {

namespace nb = nanobind;
using namespace nb::literals;

namespace {

// The vector lives as long as the array.
template <typename Value, typename... Shape>
nb::ndarray<nb::numpy, Value> array_of(std::vector<Value>&& values, Shape... shape) {
    auto* const owner = std::make_unique<std::vector<Value>>(std::move(values)).release();
    const nb::capsule keeper(owner, [](void* held) noexcept {
        const std::unique_ptr<std::vector<Value>> gone(static_cast<std::vector<Value>*>(held));
    });
    return nb::ndarray<nb::numpy, Value>(owner->data(), {shape...}, keeper);
}

nb::tuple matrix(const ArticleList& rows, const ArticleList* columns, SimilarityOptions options,
                 bool by_cluster, const nb::object& progress) {
    auto made = run(progress, [&](const Progress& tell) {
        options.progress = tell;
        auto result = columns == nullptr
                          ? similarity_matrix(rows.articles(), options)
                          : similarity_matrix(rows.articles(), columns->articles(), options);
        if (by_cluster) {
            order_by_cluster(result);
        }
        return result;
    });
    const auto height = made.rows();
    const auto width = made.columns();
    nb::object grades = nb::none();
    if (!made.grades.empty()) {
        std::vector<std::uint8_t> bytes(made.grades.size());
        std::memcpy(bytes.data(), made.grades.data(), bytes.size());
        grades = nb::cast(array_of(std::move(bytes), height, width));
    }
    auto row_labels = nb::cast(made.row_labels);
    auto column_labels = nb::cast(made.column_labels);
    return nb::make_tuple(array_of(std::move(made.values), height, width), row_labels,
                          column_labels, grades, made.measure.name, made.measure.description);
}

nb::tuple dedup(const ArticleList& list, ClusterOptions options, const nb::object& progress) {
    const auto found = run(progress, [&](const Progress& tell) {
        options.compare.progress = tell;
        return deduplicate(list.articles(), options);
    });
    nb::list kept;
    nb::list kept_places;
    for (const auto article : found.kept) {
        kept.append(nb::cast(list.articles()[article].id));
        kept_places.append(nb::cast(list.places()[article]));
    }
    nb::list sources;
    for (const auto& share : found.sources) {
        sources.append(nb::make_tuple(share.source, share.articles, share.removed));
    }
    return nb::make_tuple(kept, kept_places, removed_table(found, list.articles()),
                          found.largest_cluster, found.bridges, sources);
}

// Which articles are compared: all with all, those of two sides, the second of which begins at
// `second_side`, or those of different sources. A source that is not known is one of its own.
std::vector<std::uint32_t> groups_of(const ArticleList& list,
                                     const std::optional<std::size_t>& second_side,
                                     bool across_sources) {
    const auto& articles = list.articles();
    std::vector<std::uint32_t> groups;
    if (second_side) {
        groups.assign(articles.size(), 1);
        std::fill_n(groups.begin(), std::min(*second_side, groups.size()), 0);
    } else if (across_sources) {
        std::vector<std::string_view> sources;
        for (const auto& article : articles) {
            sources.push_back(article.source);
        }
        groups = groups_of_sources(sources);
    }
    return groups;
}

}  // namespace

void bind_calls(nb::module_& module) {
    nb::class_<CompareOptions>(module, "CompareOptions")
        .def(
            "__init__",
            [](CompareOptions* made, std::size_t ngram, std::optional<double> prior, bool credit,
               std::optional<unsigned> window_days, unsigned threads, const nb::bytes& frequencies,
               const nb::bytes& model) {
                new (made) CompareOptions();
                if (prior && !(*prior > 0 && *prior < 1)) {
                    throw Error(ErrorKind::option,
                                "prior: " + std::to_string(*prior) + " is not above 0 and below 1");
                }
                made->ngram = ngram;
                made->base_rate = prior.value_or(0);
                made->use_credit = credit;
                made->window_days = window_days;
                made->threads = threads;
                made->tables.prior.assign(frequencies.c_str(), frequencies.size());
                made->tables.model.assign(model.c_str(), model.size());
            },
            "ngram"_a, "prior"_a.none(), "credit"_a, "window_days"_a.none(), "threads"_a,
            "frequencies"_a, "model"_a);

    module.def(
        "pairs",
        [](const ArticleList& list, CompareOptions options, std::string_view grade, bool all,
           const std::optional<std::size_t>& second_side, bool across_sources,
           const nb::object& progress) {
            options.least_grade = grade_from_name(grade);
            options.groups = groups_of(list, second_side, across_sources);
            return run(progress, [&](const Progress& tell) {
                options.progress = tell;
                return all ? all_pairs(list.articles(), options)
                           : likely_pairs(list.articles(), options);
            });
        },
        "articles"_a, "options"_a, "grade"_a, "all"_a, "second_side"_a.none(), "across_sources"_a,
        "progress"_a.none());
    module.def(
        "copies",
        [](const ArticleList& list, double threshold, double recall, std::size_t ngram,
           const std::optional<std::size_t>& second_side, bool across_sources, unsigned threads) {
            const auto groups = groups_of(list, second_side, across_sources);
            CopyOptions options;
            options.groups = groups;
            options.threshold = threshold;
            options.recall = recall;
            options.width_words = ngram;
            options.threads = threads;
            return run(nb::none(), [&](const Progress& /*tell*/) {
                return copy_pairs(list.articles(), options);
            });
        },
        "articles"_a, "threshold"_a, "recall"_a, "ngram"_a, "second_side"_a.none(),
        "across_sources"_a, "threads"_a);
    module.def(
        "matrix",
        [](const ArticleList& rows, const ArticleList* columns, const CompareOptions& compare,
           std::string_view measure, bool characters, bool grades, bool by_cluster,
           const nb::object& progress) {
            SimilarityOptions options;
            options.measure = measure_from_name(measure);
            options.ngram = compare.ngram;
            options.unit = characters ? ShingleUnit::character : ShingleUnit::word;
            options.tables = compare.tables;
            options.grades = grades;
            options.threads = compare.threads;
            return matrix(rows, columns, options, by_cluster, progress);
        },
        "rows"_a, "columns"_a.none(), "options"_a, "measure"_a, "characters"_a, "grades"_a,
        "by_cluster"_a, "progress"_a.none());

    const auto cluster_options = [](const CompareOptions& compare, std::string_view grade,
                                    std::string_view keep) {
        ClusterOptions options;
        options.compare = compare;
        options.least = grade_from_name(grade);
        set_keep(options, keep);
        return options;
    };
    module.def(
        "cluster",
        [cluster_options](const ArticleList& list, const CompareOptions& compare,
                          std::string_view grade, std::string_view keep,
                          const std::optional<std::size_t>& second_side, bool across_sources,
                          const nb::object& progress) {
            auto options = cluster_options(compare, grade, keep);
            options.compare.groups = groups_of(list, second_side, across_sources);
            auto [table, stories] = run(progress, [&](const Progress& tell) {
                options.compare.progress = tell;
                return clusters(list.articles(), options);
            });
            return nb::make_tuple(table, stories);
        },
        "articles"_a, "options"_a, "grade"_a, "keep"_a, "second_side"_a.none(), "across_sources"_a,
        "progress"_a.none());
    module.def(
        "dedup",
        [cluster_options](const ArticleList& list, const CompareOptions& compare,
                          std::string_view grade, std::string_view keep,
                          const nb::object& progress) {
            return dedup(list, cluster_options(compare, grade, keep), progress);
        },
        "articles"_a, "options"_a, "grade"_a, "keep"_a, "progress"_a.none());
    module.def(
        "explain",
        [](const ArticleList& list, std::size_t a, std::size_t b, const CompareOptions& options) {
            return run(nb::none(), [&](const Progress& /*tell*/) {
                return explain(list.articles(), a, b, options);
            });
        },
        "articles"_a, "a"_a, "b"_a, "options"_a);
}

}  // namespace wirecopy::python
