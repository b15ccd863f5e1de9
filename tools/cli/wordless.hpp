// Wordless: articles without a word (emoji, dots), named on standard error, for their zeros look
// like an answer.

#pragma once

#include <vector>

#include "wirecopy/article.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::cli {

/// Requires: rows and columns as the matrix was made of, in that order; of one set no columns.
void warn_of_wordless(const Matrix& matrix, const std::vector<Article>& rows,
                      const std::vector<Article>& columns);

}  // namespace wirecopy::cli
