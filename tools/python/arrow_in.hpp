// Arrow in: articles from an Arrow stream, of whatever library.
//
//   in      a stream of batches with a column of texts and, where there are such, of ids, titles,
//           sources and dates; or a stream of texts alone
//   out     articles; a row without a text is rejected
//   cost    one copy of each text, at the speed of memory: wirecopy's articles own theirs
//   error   Error{input} for a stream that fails, without a column of texts, or with columns of
//           types that are no text

#pragma once

#include "arrow_abi.hpp"
#include "article_list.hpp"

namespace wirecopy::python {

/// Reads the stream to its end.
void add_stream(Owned<ArrowArrayStream> stream, const FieldNames& names, ArticleList& list);

/// The same of one array.
void add_array(Owned<ArrowSchema> schema, Owned<ArrowArray> array, const FieldNames& names,
               ArticleList& list);

}  // namespace wirecopy::python
