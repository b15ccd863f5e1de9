#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include "bindings.hpp"
#include "table.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::python {

namespace nb = nanobind;
using namespace nb::literals;

namespace {

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

}  // namespace

void bind_results(nb::module_& module) {
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
}

}  // namespace wirecopy::python
