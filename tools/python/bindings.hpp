// Bindings: what of the engine Python sees, each part in a file of its own.

#pragma once

#include <nanobind/nanobind.h>

namespace wirecopy::python {

/// Articles out of Python: FieldNames, ArticleList, read.
void bind_articles(nanobind::module_& module);
/// What calls give back: Table, Explanation.
void bind_results(nanobind::module_& module);
/// pairs, copies, matrix, cluster, dedup, explain, and CompareOptions.
void bind_calls(nanobind::module_& module);
/// Index.
void bind_index(nanobind::module_& module);

}  // namespace wirecopy::python
