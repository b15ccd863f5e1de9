#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include "arrow_in.hpp"
#include "article_list.hpp"
#include "bindings.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::python {

namespace nb = nanobind;
using namespace nb::literals;

namespace {

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

}  // namespace

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

}  // namespace wirecopy::python
