// The extension module wirecopy._core: the engine's calls as Python sees them. What is pleasant to
// use is made of it in wirecopy/*.py, and what Python types it has stands in wirecopy/_core.pyi.

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

#include "arrow_in.hpp"
#include "article_list.hpp"
#include "run.hpp"
#include "table.hpp"
#include "tables_of_results.hpp"
#include "wirecopy/cluster.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/copies.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"
#include "wirecopy/similarity.hpp"
#include "wirecopy/version.hpp"

namespace nb = nanobind;
using namespace nb::literals;

namespace wirecopy::python {

namespace {

// ---- Articles in -----------------------------------------------------------------------------

std::string text_of(nb::handle value) {
    Py_ssize_t size = 0;
    const char* const bytes = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
    if (bytes == nullptr) {
        throw nb::python_error();
    }
    return {bytes, static_cast<std::size_t>(size)};
}

void add_row(ArticleList& list, const std::optional<std::string>& id, nb::handle text,
             nb::handle title, nb::handle source, nb::handle date) {
    const auto value = [](nb::handle given) {
        return given.is_none() ? std::string() : text_of(given);
    };
    if (text.is_none()) {
        list.reject(id.value_or(std::string()), "no text");
        return;
    }
    list.add({.id = id.value_or(std::string()),
              .title = value(title),
              .text = text_of(text),
              .source = value(source),
              .date = value(date),
              .extra = {}});
}

template <typename Structure>
Owned<Structure> taken(const nb::capsule& capsule, const char* name) {
    auto* const held = static_cast<Structure*>(PyCapsule_GetPointer(capsule.ptr(), name));
    if (held == nullptr) {
        throw nb::python_error();
    }
    if (held->release == nullptr) {
        throw Error(ErrorKind::input, "articles: this Arrow stream was read before");
    }
    return Owned<Structure>(*held);
}

// Producers may want the interpreter's lock for themselves.
void add_arrow_stream(ArticleList& list, const nb::capsule& capsule, const FieldNames& names) {
    auto stream = taken<ArrowArrayStream>(capsule, stream_capsule_name);
    const nb::gil_scoped_release released;
    add_stream(std::move(stream), names, list);
}

void add_arrow_array(ArticleList& list, const nb::capsule& schema, const nb::capsule& array,
                     const FieldNames& names) {
    auto owned_schema = taken<ArrowSchema>(schema, schema_capsule_name);
    auto owned_array = taken<ArrowArray>(array, array_capsule_name);
    const nb::gil_scoped_release released;
    add_array(std::move(owned_schema), std::move(owned_array), names, list);
}

// ---- Results out -----------------------------------------------------------------------------

nb::capsule capsule_of(const Table& table) {
    auto* const stream = stream_of(table).release();
    PyObject* const capsule = PyCapsule_New(stream, stream_capsule_name, [](PyObject* object) {
        const std::unique_ptr<ArrowArrayStream> held(
            static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(object, stream_capsule_name)));
        if (held && held->release != nullptr) {
            held->release(held.get());
        }
    });
    if (capsule == nullptr) {
        stream->release(stream);
        const std::unique_ptr<ArrowArrayStream> gone(stream);
        throw nb::python_error();
    }
    return nb::steal<nb::capsule>(capsule);
}

// Scores are whole millionths: what is printed, not what a float has behind that.
nb::object value_of(const Column& column, std::size_t row) {
    if (const auto* const scores = std::get_if<std::vector<float>>(&column.values)) {
        return nb::cast(static_cast<double>(millionths((*scores)[row])) / 1e6);
    }
    return std::visit([row](const auto& values) { return nb::cast(values[row]); }, column.values);
}

nb::list column_of(const Column& column) {
    nb::list values;
    for (std::size_t row = 0;
         row < std::visit([](const auto& all) { return all.size(); }, column.values); ++row) {
        values.append(value_of(column, row));
    }
    return values;
}

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

std::string json_of(const Explanation& explanation) {
    std::string text;
    write_json(explanation, [&](std::string_view block) { text += block; });
    return text;
}

std::string report_of(const Explanation& explanation, std::size_t width, bool colour) {
    std::string text;
    TerminalStyle style;
    style.width_columns = width;
    style.colour = colour ? ColourMode::ansi16 : ColourMode::none;
    write_text(explanation, style, [&](std::string_view block) { text += block; });
    return text;
}

// ---- Errors ----------------------------------------------------------------------------------

const char* class_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::option:
            return "OptionError";
        case ErrorKind::input:
            return "InputError";
        case ErrorKind::format:
            return "FormatError";
        case ErrorKind::parameters:
            return "ParametersError";
        case ErrorKind::output:
            return "OutputError";
        case ErrorKind::stopped:
            break;
    }
    return "Error";
}

void translate(const std::exception_ptr& thrown, void* /*nothing*/) {
    try {
        std::rethrow_exception(thrown);
    } catch (const Error& error) {
        const auto errors = nb::module_::import_("wirecopy._errors");
        const nb::object type = errors.attr(class_of(error.kind()));
        PyErr_SetString(type.ptr(), error.what());
    }
}

void bind_articles(nb::module_& module) {
    nb::class_<FieldNames>(module, "FieldNames")
        .def(nb::init<std::string, std::string, std::string, std::string, std::string>(), "id"_a,
             "text"_a, "title"_a, "source"_a, "date"_a);
    nb::class_<ArticleList>(module, "ArticleList")
        .def(nb::init<bool>(), "strict"_a)
        .def("add", add_row, "id"_a.none(), "text"_a.none(), "title"_a.none(), "source"_a.none(),
             "date"_a.none())
        .def("add_stream", add_arrow_stream, "stream"_a, "names"_a)
        .def("add_array", add_arrow_array, "schema"_a, "array"_a, "names"_a)
        .def("extended", &ArticleList::extended, "by"_a)
        .def("__len__", [](const ArticleList& list) { return list.articles().size(); })
        .def(
            "article",
            [](const ArticleList& list, std::size_t place) {
                const auto& article = list.articles().at(place);
                return nb::make_tuple(article.id, article.text, article.title, article.source,
                                      article.date);
            },
            "place"_a)
        .def("ids",
             [](const ArticleList& list) {
                 nb::list ids;
                 for (const auto& article : list.articles()) {
                     ids.append(nb::cast(article.id));
                 }
                 return ids;
             })
        .def(
            "place_of_id",
            [](const ArticleList& list, std::string_view id) -> std::optional<std::size_t> {
                return list.place_of(&Article::id, id);
            },
            "id"_a)
        .def(
            "place_of_text",
            [](const ArticleList& list, std::string_view text) -> std::optional<std::size_t> {
                return list.place_of(&Article::text, text);
            },
            "text"_a)
        .def("rejected", [](const ArticleList& list) {
            nb::list all;
            for (const auto& one : list.rejected()) {
                all.append(nb::make_tuple(one.source, one.line, one.id, one.reason));
            }
            return all;
        });
    module.def("read", read_list, "paths"_a, "names"_a, "strict"_a,
               nb::call_guard<nb::gil_scoped_release>());
}

void bind_options(nb::module_& module) {
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
}

void bind_calls(nb::module_& module) {
    nb::class_<Table>(module, "Table")
        .def("__len__", [](const Table& table) { return rows_of(*table.columns); })
        .def("names",
             [](const Table& table) {
                 nb::list names;
                 for (const auto& column : *table.columns) {
                     names.append(nb::cast(column.name));
                 }
                 return names;
             })
        .def(
            "column",
            [](const Table& table, std::size_t place) {
                return column_of(table.columns->at(place));
            },
            "place"_a)
        .def(
            "row",
            [](const Table& table, std::size_t row) {
                if (row >= rows_of(*table.columns)) {
                    throw nb::index_error("row out of range");
                }
                nb::list values;
                for (const auto& column : *table.columns) {
                    values.append(value_of(column, row));
                }
                return values;
            },
            "row"_a)
        .def("stream", capsule_of);

    nb::class_<Explanation>(module, "Explanation")
        .def("json", json_of)
        .def("text", report_of, "width"_a, "colour"_a);

    module.def(
        "pairs",
        [](const ArticleList& list, CompareOptions options, std::string_view grade, bool all,
           const nb::object& progress) {
            options.least_grade = grade_from_name(grade);
            return run(progress, [&](const Progress& tell) {
                options.progress = tell;
                return all ? all_pairs(list.articles(), options)
                           : likely_pairs(list.articles(), options);
            });
        },
        "articles"_a, "options"_a, "grade"_a, "all"_a, "progress"_a.none());
    module.def(
        "copies",
        [](const ArticleList& list, double threshold, double recall, std::size_t ngram,
           bool across_sources, unsigned threads) {
            CopyOptions options;
            options.threshold = threshold;
            options.recall = recall;
            options.width_words = ngram;
            options.threads = threads;
            return run(nb::none(), [&](const Progress& /*tell*/) {
                return copy_pairs(list.articles(), options, across_sources);
            });
        },
        "articles"_a, "threshold"_a, "recall"_a, "ngram"_a, "across_sources"_a, "threads"_a);
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
                          const nb::object& progress) {
            auto options = cluster_options(compare, grade, keep);
            auto [table, stories] = run(progress, [&](const Progress& tell) {
                options.compare.progress = tell;
                return clusters(list.articles(), options);
            });
            return nb::make_tuple(table, stories);
        },
        "articles"_a, "options"_a, "grade"_a, "keep"_a, "progress"_a.none());
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

}  // namespace

NB_MODULE(_core, module) {
    nb::register_exception_translator(translate);
    module.attr("version") = nb::cast(version);
    module.def("grades",
               [] { return std::vector<std::string>(grade_names().begin(), grade_names().end()); });
    module.def("measures", [] {
        return std::vector<std::string>(measure_names().begin(), measure_names().end());
    });
    bind_articles(module);
    bind_options(module);
    bind_calls(module);
}

}  // namespace wirecopy::python
