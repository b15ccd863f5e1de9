// The extension module wirecopy._core: the engine's calls as Python sees them. What is pleasant to
// use is made of it in wirecopy/*.py, and what Python types it has stands in wirecopy/_core.pyi.

#include <exception>
#include <string>
#include <vector>

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include "bindings.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/similarity.hpp"
#include "wirecopy/version.hpp"

namespace nb = nanobind;

namespace wirecopy::python {

namespace {

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
    bind_results(module);
    bind_calls(module);
    bind_index(module);
}

}  // namespace wirecopy::python
