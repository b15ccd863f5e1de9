#include "wordless.hpp"

#include <cstddef>
#include <iostream>
#include <string>

#include "article_reader.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::cli {

namespace {

// Only an article whose scores are all 0 can be without words, so that few are looked at. Bytes,
// not bits: a matrix has millions of cells.
struct Nonzero {
    std::vector<char> rows;
    std::vector<char> columns;
};

Nonzero nonzero_of(const Matrix& matrix) {
    Nonzero nonzero{std::vector<char>(matrix.rows()), std::vector<char>(matrix.columns())};
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        // Of one set the diagonal is enough: what has something to compare resembles itself.
        const auto begin = matrix.same_set ? row : 0;
        const auto end = matrix.same_set ? row + 1 : matrix.columns();
        for (auto column = begin; column < end; ++column) {
            if (matrix.at(row, column) > 0) {
                nonzero.rows[row] = 1;
                nonzero.columns[column] = 1;
            }
        }
    }
    return nonzero;
}

void add_wordless(const std::vector<Article>& articles, const std::vector<char>& nonzero,
                  std::vector<std::string>& ids) {
    TapeBuilder builder;
    Tape tape;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (nonzero[i] == 0) {
            builder.build(articles[i].text, tape);
            if (tape.words.empty()) {
                ids.push_back(articles[i].id);
            }
        }
    }
}

}  // namespace

void warn_of_wordless(const Matrix& matrix, const std::vector<Article>& rows,
                      const std::vector<Article>& columns) {
    const auto nonzero = nonzero_of(matrix);
    std::vector<std::string> ids;
    add_wordless(rows, nonzero.rows, ids);
    add_wordless(columns, nonzero.columns, ids);
    if (!ids.empty()) {
        std::cerr << "wirecopy: " << ids.size()
                  << (ids.size() == 1 ? " article has no words and resembles nothing: "
                                      : " articles have no words and resemble nothing: ")
                  << listed(ids) << "\n";
    }
}

}  // namespace wirecopy::cli
